import type { Drawing, NodeKey } from '#graph/drawing.ts';
import { type LabelWish, placeLabels } from '#graph/labels.ts';
import type { Palette } from './palette.ts';

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

/** Graph coordinates to pixels: x' = a x + b y + c, y' = d x + e y + f. */
export type Projection = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
  readonly labels: readonly string[];
  readonly palette: Palette;
  readonly project: Projection;
}

const BUDGET = 60;
const FONT = 14;
const HEIGHT = FONT + 5;
const MARGIN = 40;

/** The camera is affine: three points give the whole projection, so 30,000 nodes cost six multiplications each. */
export function projectionOf(toViewport: (point: { x: number; y: number }) => { x: number; y: number }): Projection {
  const zero = toViewport({ x: 0, y: 0 });
  const right = toViewport({ x: 1, y: 0 });
  const up = toViewport({ x: 0, y: 1 });
  return [right.x - zero.x, up.x - zero.x, zero.x, right.y - zero.y, up.y - zero.y, zero.y];
}

function spotOf({ drawing, project: [a, b, c, d, e, f] }: Frame, node: number): { x: number; y: number } {
  const x = drawing.x[node] ?? 0;
  const y = drawing.y[node] ?? 0;
  return { x: a * x + b * y + c, y: d * x + e * y + f };
}

/** Draws the lit steps and a ring around every selected node. */
export function drawPath(frame: Frame, overlay: Overlay, scale: (size: number) => number): void {
  const { context, drawing, palette } = frame;
  const index = new Map(
    overlay.path.length + overlay.selected.length > 0 ? drawing.keys.map((key, node) => [key, node]) : [],
  );
  context.lineCap = 'round';
  for (const step of overlay.path) {
    const from = index.get(step.from);
    const to = index.get(step.to);
    if (from === undefined || to === undefined) continue;
    const a = spotOf(frame, from);
    const b = spotOf(frame, to);
    context.beginPath();
    context.strokeStyle = palette.accent;
    context.lineWidth = step.standing === 0 ? 3 : 1.5;
    context.setLineDash(step.standing === 2 ? [6, 6] : []);
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  context.setLineDash([]);
  context.lineWidth = 2;
  context.strokeStyle = palette.accent;
  for (const key of overlay.selected) {
    const node = index.get(key);
    if (node === undefined) continue;
    const { x, y } = spotOf(frame, node);
    context.beginPath();
    context.arc(x, y, scale(drawing.size[node] ?? 4) + 5, 0, 2 * Math.PI);
    context.stroke();
  }
}

const widths = new Map<string, number>();

/** Draws at most 60 names, most important first, none over another; only lit ones while something is lit. */
export function drawNames(
  frame: Frame,
  overlay: Overlay,
  lit: ReadonlySet<NodeKey> | null,
  ranked: Uint32Array,
  scale: (size: number) => number,
): void {
  const { context, drawing, labels, palette, width, height } = frame;
  context.font = `500 ${FONT}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  const chosen = new Set(overlay.selected);
  const wishes: LabelWish[] = [];
  const wish = (node: number) => {
    const label = labels[node];
    const key = drawing.keys[node];
    if (!label || !key || (lit && !lit.has(key))) return;
    const { x, y } = spotOf(frame, node);
    if (x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN) return;
    wishes.push({ node, x, y, clear: scale(drawing.size[node] ?? 4) + 4, width: widthOf(context, label) });
  };
  if (chosen.size > 0) {
    drawing.keys.forEach((key, node) => {
      if (chosen.has(key)) wish(node);
    });
  }
  for (let i = 0; i < ranked.length && wishes.length < BUDGET * 4; i++) {
    const node = ranked[i] ?? 0;
    const key = drawing.keys[node];
    if (key && !chosen.has(key)) wish(node);
  }
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = palette.ground;
  for (const { node, left, top } of placeLabels(wishes, BUDGET, HEIGHT)) {
    const label = labels[node] ?? '';
    context.strokeText(label, left, top + HEIGHT / 2);
    context.fillStyle = node === 0 || chosen.has(drawing.keys[node] ?? 'me:me') ? palette.text : palette.soft;
    context.fillText(label, left, top + HEIGHT / 2);
  }
}

function widthOf(context: CanvasRenderingContext2D, label: string): number {
  let width = widths.get(label);
  if (width === undefined) {
    width = context.measureText(label).width;
    widths.set(label, width);
  }
  return width;
}
