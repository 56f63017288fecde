import type { Drawing } from '#graph/drawing.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Rgb } from './field.ts';
import { bind, bufferOf, fill, type Gl, type Program, programOf } from './gl.ts';
import { after, inverseOf, type Projection } from './projection.ts';
import { LINE_FRAGMENT, LINE_VERTEX, SHEET_FRAGMENT, SHEET_VERTEX } from './shaders.ts';

/** Lines drawn in one frame: so many take software drawing some 30 ms. */
const SLICE = 2_000;
/** The sheet reaches over each side of the stage by this share of it: room to pan before it is woven anew. */
const MARGIN = 0.25;

/** The sheet's corners in graph coordinates: from 0 to 1 across, from 0 to 1 up. */
interface Sheet {
  readonly texture: WebGLTexture;
  readonly frame: WebGLFramebuffer;
  corners: Projection;
  pixels: readonly [number, number];
}

interface View {
  readonly project: Projection;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/**
 * Tens of thousands of lines, woven a few thousand a frame into a sheet (a texture) that then moves with the
 * camera: drawing all of them in every frame is what takes a second without a graphics card. While a new sheet
 * is woven the old one stays. A sheet holds which standing covers a pixel, not its colour: dimming and a
 * changed theme cost nothing.
 */
export class Weave {
  readonly #gl: Gl;
  readonly #thread: Program;
  readonly #sheet: Program;
  readonly #ends: WebGLBuffer;
  readonly #square: WebGLBuffer;
  #shown: Sheet | null = null;
  #making: Sheet | null = null;
  #drawn: WebGLSync | null = null;
  #todo: { standing: number; from: number; to: number }[] = [];
  /** Where the lines of each standing start in `#ends`, and where the last ones end. */
  #parts: readonly number[] = [];

  constructor(gl: Gl) {
    this.#gl = gl;
    this.#thread = programOf(gl, LINE_VERTEX, LINE_FRAGMENT);
    this.#sheet = programOf(gl, SHEET_VERTEX, SHEET_FRAGMENT);
    this.#ends = bufferOf(gl);
    this.#square = bufferOf(gl);
    fill(gl, this.#square, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.ARRAY_BUFFER);
  }

  load({ edgeA, edgeB, edgeStanding }: Drawing): void {
    const ends = new Uint32Array(2 * edgeA.length);
    const parts = [0];
    let at = 0;
    STANDINGS.forEach((_, standing) => {
      for (let edge = 0; edge < edgeA.length; edge++) {
        if (edgeStanding[edge] !== standing) continue;
        ends[at++] = edgeA[edge] ?? 0;
        ends[at++] = edgeB[edge] ?? 0;
      }
      parts.push(at);
    });
    fill(this.#gl, this.#ends, ends, this.#gl.ELEMENT_ARRAY_BUFFER);
    this.#parts = parts;
    this.#drop();
  }

  /** Starts a new sheet for this view; `weave` does the work. */
  begin({ project: [a, b, c, d, e, f], width, height, pixelRatio }: View): void {
    const gl = this.#gl;
    const most = Number(gl.getParameter(gl.MAX_TEXTURE_SIZE));
    const room = (side: number) => (side * (1 + 2 * MARGIN) * pixelRatio <= most ? MARGIN * side : 0);
    const [left, top] = [room(width), room(height)];
    const [across, down] = [width + 2 * left, height + 2 * top];
    const sheet = this.#making ?? sheetOf(gl);
    sheet.pixels = [Math.max(1, Math.round(across * pixelRatio)), Math.max(1, Math.round(down * pixelRatio))];
    // Graph to sheet: pixels from its lower left corner, as shares of its sides.
    const toSheet: Projection = [
      a / across,
      b / across,
      (c + left) / across,
      -d / down,
      -e / down,
      (height + top - f) / down,
    ];
    sheet.corners = inverseOf(toSheet);
    gl.bindTexture(gl.TEXTURE_2D, sheet.texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, ...sheet.pixels, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, sheet.frame);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.#making = sheet;
    // Certain ties last: they lie on top of what is only listed.
    this.#todo = STANDINGS.map((_, standing) => standing)
      .reverse()
      .flatMap((standing) => slices(standing, this.#parts[standing] ?? 0, this.#parts[standing + 1] ?? 0));
  }

  /** Weaves the next few thousand lines; answers whether there are more. */
  weave(places: WebGLBuffer): boolean {
    const gl = this.#gl;
    const sheet = this.#making;
    if (!sheet) return false;
    if (this.#isBusy()) return true;
    const part = this.#todo.shift();
    if (part) {
      gl.bindFramebuffer(gl.FRAMEBUFFER, sheet.frame);
      gl.viewport(0, 0, ...sheet.pixels);
      gl.disable(gl.BLEND);
      // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's word, not React's
      gl.useProgram(this.#thread.program);
      project(gl, this.#thread, inverseOf(sheet.corners));
      gl.uniform4f(this.#thread.uniform('u_which'), ...which(part.standing), 1);
      bind(gl, this.#thread, 'a_position', places, 2, gl.FLOAT);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#ends);
      gl.drawElements(gl.LINES, part.to - part.from, gl.UNSIGNED_INT, part.from * 4);
      if ('fenceSync' in gl) this.#drawn = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    }
    if (this.#todo.length > 0) return true;
    [this.#shown, this.#making] = [sheet, this.#shown];
    this.#forget(this.#making);
    this.#making = null;
    return false;
  }

  /** Lays the finished sheet where the camera now sees it. `lines`: a colour for each standing. */
  lay({ project: [a, b, c, d, e, f], width, height }: View, lines: readonly Rgb[]): void {
    if (!this.#shown) return;
    const gl = this.#gl;
    // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's word, not React's
    gl.useProgram(this.#sheet.program);
    const toScreen: Projection = [a / width, b / width, c / width, -d / height, -e / height, 1 - f / height];
    project(gl, this.#sheet, after(toScreen, this.#shown.corners));
    lines.forEach(([red, green, blue], standing) => {
      gl.uniform3f(this.#sheet.uniform(`u_line${standing}`), red / 255, green / 255, blue / 255);
    });
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#shown.texture);
    bind(gl, this.#sheet, 'a_position', this.#square, 2, gl.FLOAT);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  /** Whether the part before is still being drawn: parts that queue up would keep everything else waiting. */
  #isBusy(): boolean {
    const gl = this.#gl;
    if (!this.#drawn || !('fenceSync' in gl)) return false;
    if (gl.getSyncParameter(this.#drawn, gl.SYNC_STATUS) !== gl.SIGNALED) return true;
    gl.deleteSync(this.#drawn);
    this.#drawn = null;
    return false;
  }

  #drop(): void {
    this.#forget(this.#shown);
    this.#forget(this.#making);
    this.#shown = null;
    this.#making = null;
    this.#todo = [];
  }

  #forget(sheet: Sheet | null): void {
    if (!sheet) return;
    this.#gl.deleteTexture(sheet.texture);
    this.#gl.deleteFramebuffer(sheet.frame);
  }
}

/** Affine from the points given to 0..1 of the target, as two rows of three. */
function project(gl: Gl, program: Program, [a, b, c, d, e, f]: Projection): void {
  gl.uniform3f(program.uniform('u_right'), a, b, c);
  gl.uniform3f(program.uniform('u_up'), d, e, f);
}

function slices(standing: number, from: number, to: number) {
  return Array.from({ length: Math.ceil((to - from) / (2 * SLICE)) }, (_, at) => ({
    standing,
    from: from + at * 2 * SLICE,
    to: Math.min(to, from + (at + 1) * 2 * SLICE),
  }));
}

function which(standing: number): [number, number, number] {
  return [Number(standing === 0), Number(standing === 1), Number(standing === 2)];
}

function sheetOf(gl: Gl): Sheet {
  const texture = gl.createTexture();
  const frame = gl.createFramebuffer();
  if (!texture || !frame) throw new Error('The graphics card has no room for the map.');
  gl.bindTexture(gl.TEXTURE_2D, texture);
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  for (const zoom of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, zoom, gl.LINEAR);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return { texture, frame, corners: [1, 0, 0, 0, 1, 0], pixels: [1, 1] };
}
