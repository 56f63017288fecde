import type { Drawing, NodeKey } from '#graph/drawing.ts';
import { type LabelWish, type Mark, placeLabels } from '#graph/labels.ts';
import type { Palette } from './palette.ts';
import { apply, type Projection } from './projection.ts';

/** A lit step of a way in: solid, thin or dashed by its standing (0, 1, 2). */
export interface LitStep {
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly standing: number;
}

export interface Overlay {
  readonly selected: readonly NodeKey[];
  readonly path: readonly LitStep[];
}

/** What is lit on the picture; everything else is dimmed when `lit` is not null. */
export interface Light extends Overlay {
  readonly lit: ReadonlySet<NodeKey> | null;
}

export const NO_LIGHT: Light = { lit: null, selected: [], path: [] };

export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
  readonly index: ReadonlyMap<NodeKey, number>;
  /** Where everybody is now, two numbers a node. */
  readonly places: Float32Array;
  readonly labels: readonly string[];
  readonly palette: Palette;
  readonly project: Projection;
  /** Radius in pixels of a node at this zoom. */
  readonly radius: (node: number) => number;
}

/** Names at most, and the pixels of stage that one needs: a phone shows fewer. */
const BUDGET = 60;
const AREA_A_NAME = 9_000;
const FONT = 14;
const HEIGHT = FONT + 5;
const DASH = [6, 6];
/** Names keep clear of up to so many glyphs. */
const CLEAR_OF = 1_200;

function spotOf({ places, project }: Frame, node: number): { x: number; y: number } {
  return apply(project, places[2 * node] ?? 0, places[2 * node + 1] ?? 0);
}

/** Lines of a small picture from first to last, by state: solid, thin, dashed. My own have the quietest colour. */
const LOOKS = [
  { mine: true, standing: 1, colour: 1, width: 0.75, dash: [] },
  { mine: true, standing: 0, colour: 1, width: 1.5, dash: [] },
  { mine: false, standing: 2, colour: 2, width: 1, dash: DASH },
  { mine: false, standing: 1, colour: 1, width: 1, dash: [] },
  { mine: false, standing: 0, colour: 0, width: 1.5, dash: [] },
] as const;

/** That I know somebody the rings already say, who knows whom they do not: my own lines stand back. */
export function drawLines(frame: Frame, dimmed: boolean): void {
  const { context, drawing, palette } = frame;
  for (const look of LOOKS) {
    context.beginPath();
    context.strokeStyle = dimmed ? palette.dim : (palette.lines[look.colour] ?? palette.grey);
    context.lineWidth = look.width;
    context.setLineDash([...look.dash]);
    drawing.edgeA.forEach((from, edge) => {
      if ((from === 0) !== look.mine || drawing.edgeStanding[edge] !== look.standing) return;
      const a = spotOf(frame, from);
      const b = spotOf(frame, drawing.edgeB[edge] ?? 0);
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
    });
    context.stroke();
  }
}

/** Draws the lit steps and a ring around every selected node. */
export function drawPath(frame: Frame, overlay: Overlay): void {
  const { context, index, palette } = frame;
  context.lineCap = 'round';
  context.strokeStyle = palette.accent;
  for (const step of overlay.path) {
    const from = index.get(step.from);
    const to = index.get(step.to);
    if (from === undefined || to === undefined) continue;
    const a = spotOf(frame, from);
    const b = spotOf(frame, to);
    context.beginPath();
    context.lineWidth = step.standing === 0 ? 3 : 1.5;
    context.setLineDash(step.standing === 2 ? DASH : []);
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  context.setLineDash([]);
  context.lineWidth = 2;
  for (const key of overlay.selected) {
    const node = index.get(key);
    if (node === undefined) continue;
    const { x, y } = spotOf(frame, node);
    context.beginPath();
    context.arc(x, y, frame.radius(node) + 5, 0, 2 * Math.PI);
    context.stroke();
  }
}

const widths = new Map<string, number>();

/**
 * Draws at most 60 names, fewer on a small stage, most important first, none over another; only lit ones while something is lit. The
 * one under the pointer and the selected ones come first.
 */
export function drawNames(
  frame: Frame,
  { selected, over }: { selected: readonly NodeKey[]; over: number },
  isLit: (node: number) => boolean,
  ranked: Uint32Array,
): void {
  const { context, labels, palette, width, height } = frame;
  context.font = `500 ${FONT}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  const first = new Set(selected.flatMap((key) => frame.index.get(key) ?? []));
  if (over !== -1) first.add(over);
  const wishes: LabelWish[] = [];
  const wish = (node: number) => {
    const label = labels[node];
    if (!label) return;
    const { x, y } = spotOf(frame, node);
    if (x < 0 || y < 0 || x > width || y > height) return;
    wishes.push({ node, x, y, clear: frame.radius(node) + 4, width: widthOf(context, label) });
  };
  for (const node of first) wish(node);
  const budget = Math.min(BUDGET, Math.max(first.size, Math.round((width * height) / AREA_A_NAME)));
  for (let i = 0; i < ranked.length && wishes.length < budget * 4; i++) {
    const node = ranked[i] ?? 0;
    if (isLit(node) && !first.has(node)) wish(node);
  }
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = palette.ground;
  for (const { node, left, top } of placeLabels(wishes, budget, HEIGHT, marksOf(frame, isLit), frame)) {
    const label = labels[node] ?? '';
    context.strokeText(label, left, top + HEIGHT / 2);
    context.fillStyle = node === 0 || first.has(node) ? palette.text : palette.soft;
    context.fillText(label, left, top + HEIGHT / 2);
  }
}

/** Lit glyphs in sight; none where there are so many that names could not avoid them. */
function marksOf(frame: Frame, isLit: (node: number) => boolean): Mark[] {
  const marks: Mark[] = [];
  for (let node = 0; node < frame.drawing.keys.length; node++) {
    if (!isLit(node)) continue;
    const { x, y } = spotOf(frame, node);
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
    if (marks.push({ node, x, y, radius: frame.radius(node) }) > CLEAR_OF) return [];
  }
  return marks;
}

function widthOf(context: CanvasRenderingContext2D, label: string): number {
  let width = widths.get(label);
  if (width === undefined) {
    width = context.measureText(label).width;
    widths.set(label, width);
  }
  return width;
}
