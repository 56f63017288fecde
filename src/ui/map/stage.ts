import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeLineProgram } from 'sigma/rendering';
import type { Drawing, NodeKey } from '#graph/drawing.ts';
import { GREY, SHAPES } from '#graph/drawing.ts';
import { drawNames, drawPath, type Overlay, projectionOf } from './overlay.ts';
import { type Palette, paletteNow } from './palette.ts';
import { ShapeProgram } from './shape-program.ts';

export interface StageEvents {
  readonly onChoose: (key: NodeKey | null, add: boolean) => void;
  readonly onOpen: (key: NodeKey) => void;
  /** The graphics card took the picture away; the caller builds a new stage. */
  readonly onLost: () => void;
}

/** What is lit on the picture; everything else is dimmed when `lit` is not null. */
export interface Light extends Overlay {
  readonly lit: ReadonlySet<NodeKey> | null;
}

export const NO_LIGHT: Light = { lit: null, selected: [], path: [] };

type Attributes = { x: number; y: number; size: number; color: string; type: string; shape: number; node: number };
type Line = { color: string; type: string; standing: number };

const CHUNK = 4000;

/** Whether this browser can draw the map at all; without WebGL sigma would throw. */
export function hasWebGl(): boolean {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

/**
 * The only file that knows sigma (version 4 replaces its program API). One instance per mount; `kill` in
 * the caller's cleanup. The graph is filled in slices so that the page never waits for 30,000 nodes.
 */
export class Stage {
  readonly #sigma: Sigma<Attributes, Line>;
  readonly #drawing: Drawing;
  readonly #labels: readonly string[];
  /** Nodes by importance: who gets a label first. */
  readonly #ranked: Uint32Array;
  #palette: Palette;
  #light: Light = NO_LIGHT;
  #killed = false;

  static async open(
    container: HTMLElement,
    drawing: Drawing,
    labels: readonly string[],
    events: StageEvents,
    signal: AbortSignal,
  ): Promise<Stage | null> {
    const palette = paletteNow();
    const graph = new UndirectedGraph<Attributes, Line>();
    for (let from = 0; from < drawing.keys.length; from += CHUNK) {
      addNodes(graph, drawing, palette, from, Math.min(from + CHUNK, drawing.keys.length));
      await nextFrame();
      if (signal.aborted) return null;
    }
    for (let from = 0; from < drawing.edgeA.length; from += CHUNK) {
      addEdges(graph, drawing, palette, from, Math.min(from + CHUNK, drawing.edgeA.length));
      await nextFrame();
      if (signal.aborted) return null;
    }
    return new Stage(container, graph, drawing, labels, palette, events);
  }

  private constructor(
    container: HTMLElement,
    graph: UndirectedGraph<Attributes, Line>,
    drawing: Drawing,
    labels: readonly string[],
    palette: Palette,
    events: StageEvents,
  ) {
    this.#drawing = drawing;
    this.#labels = labels;
    this.#palette = palette;
    this.#ranked = rank(drawing);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#sigma = new Sigma<Attributes, Line>(graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      enableEdgeEvents: false,
      nodeProgramClasses: { mark: ShapeProgram as never },
      edgeProgramClasses: { line: EdgeLineProgram },
      defaultNodeType: 'mark',
      defaultEdgeType: 'line',
      minCameraRatio: 0.01,
      maxCameraRatio: 3,
      stagePadding: 48,
      doubleClickZoomingRatio: 1,
      zoomDuration: calm ? 0 : 200,
      inertiaDuration: calm ? 0 : 200,
      nodeReducer: (_, data) => this.#nodeLook(data),
      edgeReducer: (_, data) => this.#edgeLook(data),
    });
    this.#listen(events);
  }

  #listen(events: StageEvents): void {
    this.#sigma.createCanvasContext('names', { style: { pointerEvents: 'none' } });
    this.#sigma.resize(true);
    const context = this.#sigma.getCanvases()['names']?.getContext('2d');
    this.#sigma.on('afterRender', () => context && this.#drawOverlay(context));
    this.#sigma.on('clickNode', ({ node, event }) =>
      events.onChoose(node as NodeKey, (event.original as MouseEvent).shiftKey),
    );
    this.#sigma.on('clickStage', () => events.onChoose(null, false));
    this.#sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.onOpen(node as NodeKey);
    });
    const container = this.#sigma.getContainer();
    this.#sigma.on('enterNode', () => container.setAttribute('data-over', 'node'));
    this.#sigma.on('leaveNode', () => container.removeAttribute('data-over'));
    for (const canvas of Object.values(this.#sigma.getCanvases())) {
      canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();
        if (!this.#killed) events.onLost();
      });
    }
  }

  /** Lights a selection, a search or a path; everything else goes near the background. */
  light(light: Light): void {
    const same = light.lit === this.#light.lit;
    this.#light = light;
    if (same) this.#sigma.scheduleRender();
    else this.#sigma.refresh({ skipIndexation: true });
  }

  /** Takes the colours of a changed theme. */
  repaint(): void {
    this.#palette = paletteNow();
    this.#sigma.refresh({ skipIndexation: true });
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: this.#duration() });
  }

  /** Moves the camera so that these nodes fill the stage; all of them when none is named. */
  fit(keys: readonly NodeKey[]): void {
    const spots = keys.flatMap((key) => {
      const data = this.#sigma.getNodeDisplayData(key);
      return data ? [data] : [];
    });
    const camera = this.#sigma.getCamera();
    if (spots.length === 0) {
      void camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: this.#duration() });
      return;
    }
    const xs = spots.map((spot) => spot.x);
    const ys = spots.map((spot) => spot.y);
    const width = Math.max(...xs) - Math.min(...xs);
    const height = Math.max(...ys) - Math.min(...ys);
    const ratio = Math.min(1, Math.max(0.12, Math.max(width, height) * 1.5));
    const middle = { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 };
    void camera.animate({ ...middle, ratio }, { duration: this.#duration() });
  }

  kill(): void {
    this.#killed = true;
    this.#sigma.kill();
  }

  #duration(): number {
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 280;
  }

  #nodeLook(data: Attributes) {
    const { lit } = this.#light;
    const key = this.#drawing.keys[data.node];
    const dimmed = lit !== null && key !== undefined && !lit.has(key);
    return { ...data, color: dimmed ? this.#palette.dim : colourOf(this.#drawing, data.node, this.#palette) };
  }

  #edgeLook(data: Line) {
    return {
      ...data,
      color: this.#light.lit === null ? (this.#palette.lines[data.standing] ?? data.color) : this.#palette.dim,
    };
  }

  #drawOverlay(context: CanvasRenderingContext2D): void {
    const { width, height } = this.#sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    const project = projectionOf((point) => this.#sigma.graphToViewport(point));
    const frame = {
      context,
      width,
      height,
      drawing: this.#drawing,
      labels: this.#labels,
      palette: this.#palette,
      project,
    };
    const scale = (size: number) => this.#sigma.scaleSize(size);
    drawPath(frame, this.#light, scale);
    drawNames(frame, this.#light, this.#light.lit, this.#ranked, scale);
  }
}

function addNodes(
  graph: UndirectedGraph<Attributes, Line>,
  drawing: Drawing,
  palette: Palette,
  from: number,
  to: number,
): void {
  for (let node = from; node < to; node++) {
    graph.addNode(drawing.keys[node], {
      x: drawing.x[node] ?? 0,
      y: drawing.y[node] ?? 0,
      size: drawing.size[node] ?? 1,
      shape: drawing.shape[node] ?? 1,
      color: colourOf(drawing, node, palette),
      type: 'mark',
      node,
    });
  }
}

function addEdges(
  graph: UndirectedGraph<Attributes, Line>,
  drawing: Drawing,
  palette: Palette,
  from: number,
  to: number,
): void {
  for (let edge = from; edge < to; edge++) {
    const standing = drawing.edgeStanding[edge] ?? 2;
    const a = drawing.keys[drawing.edgeA[edge] ?? 0];
    const b = drawing.keys[drawing.edgeB[edge] ?? 0];
    if (a !== b && !graph.hasEdge(a, b))
      graph.addEdge(a, b, { color: palette.lines[standing] ?? palette.grey, type: 'line', standing });
  }
}

function colourOf(drawing: Drawing, node: number, palette: Palette): string {
  if (node === 0) return palette.text;
  if (SHAPES[drawing.shape[node] ?? 0] === 'target') return palette.accent;
  const hue = drawing.hue[node] ?? GREY;
  return palette.hues[hue] ?? palette.grey;
}

function rank(drawing: Drawing): Uint32Array {
  const weight = (node: number) => {
    const shape = SHAPES[drawing.shape[node] ?? 1];
    if (shape === 'me') return 1e6;
    if (shape === 'target' || shape === 'manager') return 1e5;
    if (shape === 'company') return 1e3 + (drawing.members[node] ?? 0);
    return (
      (drawing.opens[node] ?? 0) * 1e4 + (3 - (drawing.standing[node] ?? 3)) * 100 + (drawing.band[node] === 0 ? 50 : 0)
    );
  };
  return Uint32Array.from(drawing.keys, (_, node) => node).sort((a, b) => weight(b) - weight(a) || a - b);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
