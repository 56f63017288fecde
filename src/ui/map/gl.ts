export type Gl = WebGLRenderingContext | WebGL2RenderingContext;

/** Whether this browser can draw the map at all; sigma names the second version's constants when it is loaded. */
export function hasWebGl(): boolean {
  if (!('WebGL2RenderingContext' in globalThis)) return false;
  const gl = contextOf(document.createElement('canvas'));
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

export function contextOf(canvas: HTMLCanvasElement | undefined): Gl | null {
  return canvas?.getContext('webgl2') ?? canvas?.getContext('webgl') ?? null;
}

export interface Program {
  readonly program: WebGLProgram;
  uniform(name: string): WebGLUniformLocation | null;
  attribute(name: string): number;
}

export function bufferOf(gl: Gl): WebGLBuffer {
  const buffer = gl.createBuffer();
  if (!buffer) throw new Error('The graphics card has no room for the map.');
  return buffer;
}

export function fill(gl: Gl, buffer: WebGLBuffer, data: Float32Array | Uint8Array | Uint32Array, target: number): void {
  gl.bindBuffer(target, buffer);
  gl.bufferData(target, data as Float32Array<ArrayBuffer>, gl.DYNAMIC_DRAW);
}

/** `items` numbers a point from a buffer that holds nothing else. */
export function bind(gl: Gl, program: Program, name: string, buffer: WebGLBuffer, items: number, type: number): void {
  const at = program.attribute(name);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, items, type, type === gl.UNSIGNED_BYTE, 0, 0);
}

export function programOf(gl: Gl, vertex: string, fragment: string): Program {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('The graphics card was lost.');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`The map's program was refused: ${gl.getProgramInfoLog(program) ?? ''}`);
  const uniforms = new Map<string, WebGLUniformLocation | null>();
  const attributes = new Map<string, number>();
  return {
    program,
    uniform: (name) => found(uniforms, name, () => gl.getUniformLocation(program, name)),
    attribute: (name) => found(attributes, name, () => gl.getAttribLocation(program, name)),
  };
}

function found<T>(known: Map<string, T>, name: string, look: () => T): T {
  const value = known.has(name) ? (known.get(name) as T) : look();
  known.set(name, value);
  return value;
}
