import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { createEdgeCompoundProgram } from 'sigma/rendering';
import type { Settings } from 'sigma/settings';
import type { CameraState } from 'sigma/types';

export type { CameraState };

/** A node program that neither compiles nor draws anything: the picture is a `Field`. */
class NoNodes {
  drawLabel = undefined;
  drawHover = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}
const NO_EDGES = createEdgeCompoundProgram([]);
/** The layer with the drawing area, below names and above lines. */
export const DRAWN = 'edges';
const USED = new Set([DRAWN, 'lines', 'names', 'mouse']);

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Sigma without its own pictures: camera, mouse, touch and layers. Its graph is the two corners of ours. Layers
 * that nobody uses are one pixel large, and nothing reads the container's size while a frame is drawn.
 */
export class Frame extends Sigma {
  constructor(container: HTMLElement, settings: Partial<Settings>) {
    super(new UndirectedGraph(), container, {
      ...settings,
      allowInvalidContainer: true,
      renderLabels: false,
      hideLabelsOnMove: true,
      nodeProgramClasses: { circle: NoNodes },
      edgeProgramClasses: { line: NO_EDGES, arrow: NO_EDGES },
    });
    this.createCanvasContext('lines').createCanvasContext('names');
    const canvases = this.getCanvases();
    for (const [name, canvas] of Object.entries(canvases)) if (!USED.has(name)) canvas.style.display = 'none';
    canvases[DRAWN]?.before(canvases['lines'] ?? '');
    canvases['mouse']?.before(canvases['names'] ?? '');
    // It takes the mouse and shows nothing: one layer less to put together.
    if (canvases['mouse']) canvases['mouse'].style.opacity = '0';
    this.resize(true);
  }

  /** Sigma asks for three drawing areas, of which browsers give a page some sixteen: here they are one. */
  override createWebGLContext(
    id: string,
    options?: Parameters<Sigma['createWebGLContext']>[1],
  ): ReturnType<Sigma['createWebGLContext']> {
    const drawn = this.getCanvases()[DRAWN];
    if (!drawn) return super.createWebGLContext(id, options);
    this.createCanvas(id);
    return super.createWebGLContext(id, { picking: options?.picking ?? false, canvas: drawn });
  }

  /** The field clears what it draws on. */
  override clear(): this {
    return this;
  }

  override resize(force?: boolean): this {
    if (!force) return this;
    super.resize(true);
    for (const [name, canvas] of Object.entries(this.getCanvases()))
      if (!USED.has(name)) canvas.width = canvas.height = 1;
    return this;
  }

  /** Takes the camera there; in no milliseconds at once, and a move that is still under way ends there, too. */
  move(to: Partial<CameraState>, during: number): void {
    const camera = this.getCamera();
    if (during === 0) camera.setState(to);
    // Sigma's move of no length would divide by it.
    if (during > 0 || camera.isAnimated()) void camera.animate(to, { duration: Math.max(1, during) });
  }

  /** Whether the camera stands there, or is on its way. */
  isAt(there: CameraState): boolean {
    const camera = this.getCamera();
    return camera.isAnimated() || camera.hasState(there);
  }

  /** What the camera shows when it stands in the middle. */
  bound({ x, y, width, height }: Box): void {
    const [across, up] = [Math.max(1, width / 2), Math.max(1, height / 2)];
    const graph = this.getGraph();
    graph.mergeNode('least', { x: x - across, y: y - up, hidden: true });
    graph.mergeNode('most', { x: x + across, y: y + up, hidden: true });
    this.refresh();
  }
}
