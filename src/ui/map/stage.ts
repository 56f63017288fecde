import type { Drawing, NodeKey } from '#graph/drawing.ts';
import { Field, type FieldView, isFine } from './field.ts';
import { type CameraState, DRAWN, Frame } from './frame.ts';
import { contextOf } from './gl.ts';
import { coloursOf, marked, orderOf, rankOf } from './look.ts';
import { type Light, NO_LIGHT } from './overlay.ts';
import { type Palette, paletteNow, rgbOf } from './palette.ts';
import {
  between,
  boundsOf,
  glyphScale,
  nodeAt,
  type Projection,
  placesOf,
  projectionOf,
  type Stood,
  startsOf,
} from './projection.ts';
import { duration, isOfSize, Rest, watchSize } from './rest.ts';
import { Veil } from './veil.ts';

export interface StageEvents {
  readonly onChoose: (key: NodeKey | null, add: boolean) => void;
  readonly onOpen: (key: NodeKey) => void;
  /** The graphics card took the picture away; the caller builds a new stage. */
  readonly onLost: () => void;
}

/** Milliseconds of a camera move and of a recentring. */
const MOVE = 220;
const WHOLE_CAMERA = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };

/**
 * The map on its canvases. Sigma holds the camera, the mouse, touch and the layers (a `Frame`); the picture itself
 * is a `Field` on sigma's own node layer: sigma's programs send every node and line to the graphics card in every
 * frame, a field sends none. This file and frame.ts are the only ones that know sigma. One instance per mount, for
 * all drawings; `kill` in the caller's cleanup.
 */
export class Stage {
  readonly #sigma: Frame;
  readonly #field: Field;
  readonly #veil: Veil;
  readonly #stop = new AbortController();
  #palette: Palette = paletteNow();
  #shown: Shown | null = null;
  #light: Light = NO_LIGHT;
  #lit: Uint8Array | null = null;
  #over = -1;
  #view: FieldView | null = null;
  /** When the camera has come to rest, names and many lines are made anew. */
  readonly #rest = new Rest(() => {
    if (this.#view && this.#shown && !isFine(this.#shown.drawing)) {
      this.#field.begin(this.#view);
      this.#weaving = requestAnimationFrame(this.#weave);
    }
    this.#redraw();
  });
  #weaving = 0;
  /** Where the last fit put the camera, as long as the drawing is the one it was for. */
  #fitted: { readonly keys: readonly NodeKey[]; readonly at: CameraState } | null = null;
  /** `since`: when its first frame was drawn. */
  #travel: { readonly starts: Float32Array; since: number | null } | null = null;

  constructor(container: HTMLElement, events: StageEvents) {
    this.#sigma = new Frame(container, {
      minCameraRatio: 0.01,
      maxCameraRatio: 3,
      stagePadding: 48,
      doubleClickZoomingRatio: 1,
      zoomDuration: duration(200),
      inertiaDuration: duration(200),
    });
    const canvases = this.#sigma.getCanvases();
    const [lines, names] = ['lines', 'names'].map((name) => canvases[name]?.getContext('2d'));
    const gl = contextOf(canvases[DRAWN]);
    if (!gl || !lines || !names) throw new Error('The browser took the drawing area away.');
    this.#field = new Field(gl);
    this.#veil = new Veil(lines, names);
    this.#sigma.on('beforeRender', () => this.#step());
    this.#sigma.on('afterRender', () => this.#draw());
    this.#listen(events, container);
    const again = () => {
      this.#sigma.resize(true);
      this.#fitAgain(container);
      this.#redraw();
    };
    watchSize(container, this.#stop.signal, () => isOfSize(this.#sigma.getDimensions(), container) || again(), again);
  }

  #listen(events: StageEvents, container: HTMLElement): void {
    const mouse = this.#sigma.getMouseCaptor();
    // Sigma would read a pixel back from the graphics card at every move, and wait for it.
    for (const name of ['mousemove', 'mousedown', 'mouseup', 'wheel'] as const) mouse.removeAllListeners(name);
    mouse.on('mousemove', (at) => {
      if ((at.original as MouseEvent).buttons === 0) this.#hover(this.#nodeAt(at), container);
    });
    mouse.on('mouseleave', () => this.#hover(-1, container));
    this.#sigma.on('clickStage', ({ event }) => {
      const node = this.#nodeAt(event);
      events.onChoose(this.#shown?.drawing.keys[node] ?? null, node !== -1 && (event.original as MouseEvent).shiftKey);
    });
    this.#sigma.on('doubleClickStage', ({ event, preventSigmaDefault }) => {
      preventSigmaDefault();
      const key = this.#shown?.drawing.keys[this.#nodeAt(event)];
      if (key) events.onOpen(key);
    });
    const { signal } = this.#stop;
    const lost = (event: Event) => {
      event.preventDefault();
      if (!signal.aborted) events.onLost();
    };
    this.#sigma.getCanvases()[DRAWN]?.addEventListener('webglcontextlost', lost, { once: true });
  }

  /** Shows a drawing. Who stood in the one before moves over from there, unless motion is not wanted. */
  show(drawing: Drawing, labels: readonly string[]): void {
    const before = this.#shown;
    const stood: Stood | null = before && { ...before, keys: before.drawing.keys, project: this.#projection() };
    const goal = placesOf(drawing);
    const index = new Map(drawing.keys.map((key, node) => [key, node]));
    this.#over = -1;
    this.#travel = null;
    this.#shown = null;
    this.#rest.begin();
    cancelAnimationFrame(this.#weaving);
    this.#field.load(drawing);
    this.#fitted = null;
    if (!before || before.drawing.layout !== drawing.layout || drawing.layout === 'focus')
      this.#sigma.move(WHOLE_CAMERA, 0);
    this.#sigma.bound(boundsOf(goal));
    const starts = stood && duration(1) > 0 ? startsOf(stood, drawing, goal, this.#projection()) : null;
    this.#travel = starts && { starts, since: null };
    this.#shown = { drawing, labels, index, goal, places: starts?.slice() ?? goal, ranked: rankOf(drawing) };
    this.#field.place(this.#shown.places);
    this.#paint();
    this.#redraw();
  }

  /** Other names for the same drawing. */
  rename(labels: readonly string[]): void {
    if (!this.#shown) return;
    this.#shown = { ...this.#shown, labels };
    this.#redraw();
  }

  /** Lights a selection, a search or a path; everything else goes near the background. */
  light(light: Light): void {
    const same = light.lit === this.#light.lit;
    this.#light = light;
    if (!same) this.#paint();
    this.#redraw();
  }

  /** Takes the colours of a changed theme. */
  repaint(): void {
    this.#palette = paletteNow();
    this.#paint();
    this.#redraw();
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    this.#fitted = null;
    this.#sigma.move({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, duration(MOVE));
  }

  /** Moves the camera so that these nodes fill the stage; all of them when none is named. */
  fit(keys: readonly NodeKey[], during = duration(MOVE)): void {
    const at = this.#around(keys);
    this.#fitted = { keys, at };
    this.#sigma.move(at, during);
  }

  /** On a stage of another size, unless somebody has moved the camera since. */
  #fitAgain({ offsetWidth, offsetHeight }: HTMLElement): void {
    if (!this.#fitted || !this.#sigma.isAt(this.#fitted.at) || Math.min(offsetWidth, offsetHeight) < 2) return;
    this.#sigma.refresh();
    this.fit(this.#fitted.keys, 0);
  }

  #around(keys: readonly NodeKey[]): CameraState {
    const camera = this.#sigma.getCamera();
    const nodes = keys.flatMap((key) => this.#shown?.index.get(key) ?? []);
    if (!this.#shown || nodes.length === 0) return WHOLE_CAMERA;
    const box = boundsOf(this.#shown.goal, nodes);
    const { x, y } = this.#sigma.viewportToFramedGraph(this.#sigma.graphToViewport(box));
    const { width, height } = this.#sigma.getDimensions();
    const [a, , , , e] = this.#projection();
    const [across, up] = [Math.max(40, width - 160), Math.max(40, height - 160)];
    const part = Math.max((box.width * Math.abs(a)) / across, (box.height * Math.abs(e)) / up);
    return { x, y, ratio: Math.min(1, Math.max(0.06, camera.ratio * part)), angle: 0 };
  }

  kill(): void {
    this.#stop.abort();
    this.#rest.stop();
    cancelAnimationFrame(this.#weaving);
    this.#sigma.kill();
  }

  #paint(): void {
    if (!this.#shown) return;
    const { drawing, ranked } = this.#shown;
    const { lit } = this.#light;
    this.#lit = lit && marked(drawing.keys, lit);
    this.#field.paint(coloursOf(drawing, this.#palette, this.#lit), orderOf(ranked, this.#lit));
  }

  #projection(): Projection {
    return projectionOf((point) => this.#sigma.graphToViewport(point));
  }

  #isLit = (node: number): boolean => !this.#lit || this.#lit[node] === 1;

  #nodeAt(point: { readonly x: number; readonly y: number }): number {
    if (!this.#shown) return -1;
    return nodeAt(point, this.#shown.places, this.#projection(), this.#radius(), this.#isLit);
  }

  #radius(): (node: number) => number {
    const scale = this.#scale(this.#projection());
    return (node) => Math.max(1.2, (this.#shown?.drawing.size[node] ?? 1) * scale);
  }

  #scale(project: Projection): number {
    return glyphScale(this.#shown?.drawing.layout, project, this.#sigma.getCamera().ratio, this.#sigma.scaleSize());
  }

  #hover(node: number, container: HTMLElement): void {
    if (node === this.#over) return;
    this.#over = node;
    container.toggleAttribute('data-over', node !== -1);
    this.#redraw();
  }

  /** One frame of a recentring: everybody a little nearer to their place. */
  #step(): void {
    if (!this.#travel || !this.#shown) return;
    const now = performance.now();
    this.#travel.since ??= now;
    const share = Math.min(1, (now - this.#travel.since) / MOVE);
    between(this.#travel.starts, this.#shown.goal, share, this.#shown.places);
    this.#field.place(this.#shown.places);
    this.#veil.stale();
    if (share === 1) this.#travel = null;
    this.#sigma.getContainer().toggleAttribute('data-moving', share < 1);
  }

  #draw(): void {
    if (!this.#shown) return;
    const { width, height } = this.#sigma.getDimensions();
    const { drawing } = this.#shown;
    const project = this.#projection();
    const dimmed = this.#lit !== null;
    const fine = isFine(drawing);
    const view: FieldView = { project, width, height, pixelRatio: devicePixelRatio, scale: this.#scale(project) };
    if (!this.#rest.at([...project, width, height, view.pixelRatio])) cancelAnimationFrame(this.#weaving);
    this.#view = view;
    const colours = dimmed ? this.#palette.lines.map(() => this.#palette.dim) : this.#palette.lines;
    const woven = !fine && !this.#travel;
    this.#field.draw({ ...view, lines: woven ? colours.map(rgbOf) : null });
    this.#veil.draw({
      ...view,
      ...this.#shown,
      light: this.#light,
      over: this.#over,
      palette: this.#palette,
      radius: this.#radius(),
      isLit: this.#isLit,
      lines: !fine ? 'none' : dimmed ? 'dim' : 'plain',
    });
    if (this.#travel) this.#sigma.scheduleRender();
  }

  /** A few more lines; the picture itself stays as it is until all of them are there. */
  #weave = (): void => {
    if (this.#field.weave()) this.#weaving = requestAnimationFrame(this.#weave);
    else this.#sigma.scheduleRender();
  };

  /** Draws again what lies over the nodes, too. */
  #redraw(): void {
    this.#veil.stale();
    this.#sigma.scheduleRender();
  }
}

interface Shown {
  readonly drawing: Drawing;
  readonly labels: readonly string[];
  readonly index: ReadonlyMap<NodeKey, number>;
  /** Where everybody belongs, and where they are while they move there. */
  readonly goal: Float32Array;
  readonly places: Float32Array;
  readonly ranked: Uint32Array;
}
