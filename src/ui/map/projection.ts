import type { Drawing, NodeKey } from '#graph/drawing.ts';

/** Graph coordinates to pixels: x' = a x + b y + c, y' = d x + e y + f. */
export type Projection = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The camera is affine: three points give the whole projection, so 30,000 nodes cost six multiplications each. */
export function projectionOf(toViewport: (point: Point) => Point): Projection {
  const zero = toViewport({ x: 0, y: 0 });
  const right = toViewport({ x: 1, y: 0 });
  const up = toViewport({ x: 0, y: 1 });
  return [right.x - zero.x, up.x - zero.x, zero.x, right.y - zero.y, up.y - zero.y, zero.y];
}

/** Pixels that a unit of the clusters takes up when every ring has just the room that the layout left it. */
const ROOM = 4.5;
const SMALLEST = 0.4;

/**
 * What a node's radius is multiplied by. The clusters leave a company the room of its ring (graph/clusters.ts) and
 * no more: a stage that shows the whole of them smaller than that draws smaller rings. `ratio`: the camera's.
 */
export function glyphScale(
  layout: Drawing['layout'] | undefined,
  [a, , , d]: Projection,
  ratio: number,
  zoom: number,
): number {
  if (layout !== 'clusters') return zoom;
  return zoom * Math.min(1, Math.max(SMALLEST, (Math.hypot(a, d) * ratio) / ROOM));
}

/** From pixels back to graph coordinates. */
export function inverseOf([a, b, c, d, e, f]: Projection): Projection {
  const whole = a * e - b * d || 1;
  const [ia, ib, id, ie] = [e / whole, -b / whole, -d / whole, a / whole];
  return [ia, ib, -(ia * c + ib * f), id, ie, -(id * c + ie * f)];
}

/** First `inner`, then `outer`. */
export function after([a, b, c, d, e, f]: Projection, [ia, ib, ic, id, ie, jf]: Projection): Projection {
  return [a * ia + b * id, a * ib + b * ie, a * ic + b * jf + c, d * ia + e * id, d * ib + e * ie, d * ic + e * jf + f];
}

/** Two numbers a node, as the graphics card takes them. */
export function placesOf({ x, y }: Pick<Drawing, 'x' | 'y'>): Float32Array {
  const places = new Float32Array(2 * x.length);
  for (let node = 0; node < x.length; node++) {
    places[2 * node] = x[node] ?? 0;
    places[2 * node + 1] = y[node] ?? 0;
  }
  return places;
}

/** Middle and size of these nodes' box, of everybody's when none are named. */
export function boundsOf(places: Float32Array, nodes?: readonly number[]): Point & { width: number; height: number } {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < (nodes?.length ?? places.length / 2); i++) {
    const node = nodes?.[i] ?? i;
    const [x, y] = [places[2 * node] ?? 0, places[2 * node + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: (left + right) / 2, y: (low + high) / 2, width: right - left, height: high - low };
}

/** A picture as it stood: where everybody was, in its own coordinates, and how those were pixels. */
export interface Stood {
  readonly keys: readonly NodeKey[];
  readonly places: Float32Array;
  readonly project: Projection;
}

/**
 * Where the nodes of a new picture start their way: where they stood on screen before; who was not there comes
 * out of their company, else out of me. In the new picture's coordinates; `null` when nobody would be seen moving.
 */
export function startsOf(
  before: Stood,
  drawing: Drawing,
  goal: Float32Array,
  project: Projection,
): Float32Array | null {
  const was = new Map(before.keys.map((key, node) => [key, node]));
  const back = inverseOf(project);
  const starts = new Float32Array(goal);
  const known = new Uint8Array(drawing.keys.length);
  let furthest = 0;
  drawing.keys.forEach((key, node) => {
    const old = was.get(key);
    if (old === undefined) return;
    known[node] = 1;
    const seen = apply(before.project, before.places[2 * old] ?? 0, before.places[2 * old + 1] ?? 0);
    const at = apply(back, seen.x, seen.y);
    const to = apply(project, goal[2 * node] ?? 0, goal[2 * node + 1] ?? 0);
    furthest = Math.max(furthest, Math.abs(to.x - seen.x), Math.abs(to.y - seen.y));
    starts[2 * node] = at.x;
    starts[2 * node + 1] = at.y;
  });
  if (furthest < 1) return null;
  for (let node = 0; node < known.length; node++) {
    if (known[node]) continue;
    const home = drawing.home[node] ?? -1;
    const from = home !== -1 && known[home] ? home : 0;
    starts[2 * node] = starts[2 * from] ?? 0;
    starts[2 * node + 1] = starts[2 * from + 1] ?? 0;
  }
  return starts;
}

/** `share` 0 to 1 of the way, slowing down at the end. */
export function between(starts: Float32Array, goal: Float32Array, share: number, into: Float32Array): void {
  const eased = 1 - (1 - share) ** 3;
  for (let i = 0; i < into.length; i++) {
    const from = starts[i] ?? 0;
    into[i] = from + ((goal[i] ?? 0) - from) * eased;
  }
}

const REACH = 4;

/** The node under a pixel: the one whose rim is nearest, lit ones first, at most a few pixels off; -1 for none. */
export function nodeAt(
  point: Point,
  places: Float32Array,
  [a, b, c, d, e, f]: Projection,
  radius: (node: number) => number,
  isLit: (node: number) => boolean,
): number {
  let best = -1;
  let least = REACH;
  let bestLit = false;
  for (let node = 0; 2 * node < places.length; node++) {
    const x = places[2 * node] ?? 0;
    const y = places[2 * node + 1] ?? 0;
    const across = a * x + b * y + c - point.x;
    if (across > 40 || across < -40) continue;
    const down = d * x + e * y + f - point.y;
    const off = Math.hypot(across, down) - radius(node);
    if (off > REACH) continue;
    const lit = isLit(node);
    if (best !== -1 && (bestLit !== lit ? bestLit : off >= least)) continue;
    best = node;
    least = off;
    bestLit = lit;
  }
  return best;
}

export function apply([a, b, c, d, e, f]: Projection, x: number, y: number): Point {
  return { x: a * x + b * y + c, y: d * x + e * y + f };
}
