import type { Drawing } from '#graph/drawing.ts';
import { bind, bufferOf, fill, type Gl, type Program, programOf } from './gl.ts';
import type { Projection } from './projection.ts';
import { NODE_FRAGMENT, NODE_VERTEX } from './shaders.ts';
import { Weave } from './weave.ts';

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Up to so many lines are drawn smooth and dashed; more of them, one pixel wide by the graphics card. */
const FINE_LINES = 1_500;

export function isFine({ edgeA }: Drawing): boolean {
  return edgeA.length <= FINE_LINES;
}

/** Where the camera looks; width and height in CSS pixels. */
export interface FieldView {
  readonly project: Projection;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** What a radius is multiplied by at this zoom. */
  readonly scale: number;
}

interface FieldFrame extends FieldView {
  /** By standing; null leaves the lines out. */
  readonly lines: readonly Rgb[] | null;
}

/**
 * All nodes in one draw call, from buffers that change only when the drawing, its places or its colours do: a
 * frame of a moving camera sends a dozen numbers to the graphics card, whatever the number of nodes.
 */
export class Field {
  readonly #gl: Gl;
  readonly #nodes: Program;
  #weave: Weave | null = null;
  readonly #places: WebGLBuffer;
  readonly #looks: WebGLBuffer;
  readonly #colours: WebGLBuffer;
  readonly #order: WebGLBuffer;
  #count = 0;

  constructor(gl: Gl) {
    this.#gl = gl;
    // More than 65,536 nodes: part of WebGL 2, an extension everywhere else.
    gl.getExtension('OES_element_index_uint');
    this.#nodes = programOf(gl, NODE_VERTEX, NODE_FRAGMENT);
    this.#places = bufferOf(gl);
    this.#looks = bufferOf(gl);
    this.#colours = bufferOf(gl);
    this.#order = bufferOf(gl);
  }

  load(drawing: Drawing): void {
    const { size, shape } = drawing;
    this.#count = size.length;
    const looks = new Float32Array(2 * size.length);
    for (let node = 0; node < size.length; node++) {
      looks[2 * node] = size[node] ?? 1;
      looks[2 * node + 1] = shape[node] ?? 1;
    }
    fill(this.#gl, this.#looks, looks, this.#gl.ARRAY_BUFFER);
    if (isFine(drawing)) return;
    this.#weave ??= new Weave(this.#gl);
    this.#weave.load(drawing);
  }

  /** Two numbers a node, in graph coordinates. */
  place(places: Float32Array): void {
    fill(this.#gl, this.#places, places, this.#gl.ARRAY_BUFFER);
  }

  /** Four bytes a node, and the order they are painted in: the last one lies on top. */
  paint(colours: Uint8Array, order: Uint32Array): void {
    fill(this.#gl, this.#colours, colours, this.#gl.ARRAY_BUFFER);
    fill(this.#gl, this.#order, order, this.#gl.ELEMENT_ARRAY_BUFFER);
  }

  /** Lines for the view as it is now; they are there some frames later. */
  begin(frame: FieldView): void {
    this.#weave?.begin(frame);
  }

  /** Makes some of them; answers whether there are more. */
  weave(): boolean {
    return this.#weave?.weave(this.#places) ?? false;
  }

  draw(frame: FieldFrame): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    if (frame.lines) this.#weave?.lay(frame, frame.lines);
    this.#drawNodes(frame);
  }

  #drawNodes({ project: [a, b, c, d, e, f], width, height, scale, pixelRatio }: FieldFrame): void {
    const gl = this.#gl;
    // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's word, not React's
    gl.useProgram(this.#nodes.program);
    gl.uniform3f(this.#nodes.uniform('u_right'), a / width, b / width, c / width);
    gl.uniform3f(this.#nodes.uniform('u_up'), -d / height, -e / height, 1 - f / height);
    gl.uniform1f(this.#nodes.uniform('u_scale'), scale);
    gl.uniform1f(this.#nodes.uniform('u_pixelRatio'), pixelRatio);
    bind(gl, this.#nodes, 'a_position', this.#places, 2, gl.FLOAT);
    bind(gl, this.#nodes, 'a_look', this.#looks, 2, gl.FLOAT);
    bind(gl, this.#nodes, 'a_colour', this.#colours, 4, gl.UNSIGNED_BYTE);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#order);
    gl.drawElements(gl.POINTS, this.#count, gl.UNSIGNED_INT, 0);
  }
}
