import type { Drawing, NodeKey, Place, Scene } from './drawing.ts';

/**
 * Where everybody stood in the whole network, so that the next layout moves as little as possible. Two columns
 * and a mark for each node, a number made of its id: small enough to keep, and it names nobody.
 */
export interface Kept {
  readonly layout: Exclude<Drawing['layout'], 'focus'>;
  readonly marks: Uint32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** FNV-1a, 32 bits. */
export function markOf(key: string): number {
  let mark = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) mark = Math.imul(mark ^ key.charCodeAt(i), 0x01000193);
  return mark >>> 0;
}

/** Places of a scene's nodes as they were kept; NaN for who is new. Null when hardly anybody was there. */
export function seedsOf(scene: Scene, kept: Kept | null): Place | null {
  if (!kept) return null;
  const at = new Map([...kept.marks].map((mark, i) => [mark, i]));
  const count = scene.keys.length;
  const seeds: Place = { x: new Float32Array(count).fill(Number.NaN), y: new Float32Array(count).fill(Number.NaN) };
  let known = 0;
  scene.keys.forEach((key, node) => {
    const i = at.get(markOf(key));
    if (i === undefined) return;
    seeds.x[node] = kept.x[i] ?? 0;
    seeds.y[node] = kept.y[i] ?? 0;
    known++;
  });
  return known * 2 > count ? seeds : null;
}

/** What to keep of a drawing, and of who was left out of it but is `still` in the records: closed companies open again. */
export function keep(
  drawing: Pick<Drawing, 'keys' | 'x' | 'y'>,
  layout: Kept['layout'],
  before: Kept | null,
  still: Iterable<NodeKey>,
): Kept {
  const places = new Map<number, readonly [number, number]>();
  if (before?.layout === layout) {
    const there = new Set<number>();
    for (const key of still) there.add(markOf(key));
    before.marks.forEach((mark, i) => {
      if (there.has(mark)) places.set(mark, [before.x[i] ?? 0, before.y[i] ?? 0]);
    });
  }
  drawing.keys.forEach((key, node) => {
    places.set(markOf(key), [drawing.x[node] ?? 0, drawing.y[node] ?? 0]);
  });
  return {
    layout,
    marks: Uint32Array.from(places.keys()),
    x: Float32Array.from(places.values(), ([x]) => x),
    y: Float32Array.from(places.values(), ([, y]) => y),
  };
}

/** Without one node; for somebody who was deleted. */
export function withoutMark(kept: Kept, key: NodeKey): Kept {
  const stays = (_: number, i: number): boolean => kept.marks[i] !== mark;
  const mark = markOf(key);
  return { layout: kept.layout, marks: kept.marks.filter(stays), x: kept.x.filter(stays), y: kept.y.filter(stays) };
}

/**
 * Turns a layout (and with `scale` stretches and shifts it) onto the seeds, least squares over who is in both: a
 * layout is as good after it, and nobody moves further than they must.
 */
export function alignedTo(seeds: Place, place: Place, free: 'turn' | 'all'): Place {
  const both = [...place.x.keys()].filter((node) => !Number.isNaN(seeds.x[node] ?? Number.NaN));
  const mean = (column: Float32Array) =>
    free === 'turn' ? 0 : both.reduce((sum, node) => sum + (column[node] ?? 0), 0) / Math.max(1, both.length);
  const [fromX, fromY, toX, toY] = [mean(place.x), mean(place.y), mean(seeds.x), mean(seeds.y)];
  let [dot, cross, own] = [0, 0, 0];
  for (const node of both) {
    const [px, py] = [(place.x[node] ?? 0) - fromX, (place.y[node] ?? 0) - fromY];
    const [sx, sy] = [(seeds.x[node] ?? 0) - toX, (seeds.y[node] ?? 0) - toY];
    dot += px * sx + py * sy;
    cross += px * sy - py * sx;
    own += px * px + py * py;
  }
  if (own === 0) return place;
  const size = free === 'turn' ? Math.hypot(dot, cross) : own;
  const [cos, sin] = size === 0 ? [1, 0] : [dot / size, cross / size];
  return {
    x: place.x.map((x, node) => toX + cos * (x - fromX) - sin * ((place.y[node] ?? 0) - fromY)),
    y: place.y.map((y, node) => toY + sin * ((place.x[node] ?? 0) - fromX) + cos * (y - fromY)),
  };
}

/** Mean way from the seeds, over who is in both, as a share of the picture's breadth. */
export function meanMove(seeds: Place, place: Place): number {
  const breadth =
    place.x.reduce((most, x) => Math.max(most, x), -Infinity) -
    place.x.reduce((least, x) => Math.min(least, x), Infinity);
  let [sum, count] = [0, 0];
  seeds.x.forEach((x, node) => {
    if (Number.isNaN(x)) return;
    sum += Math.hypot((place.x[node] ?? 0) - x, (place.y[node] ?? 0) - (seeds.y[node] ?? 0));
    count++;
  });
  return count === 0 || breadth <= 0 ? 0 : sum / count / breadth;
}

const LAYOUTS: readonly Kept['layout'][] = ['rings', 'force', 'clusters'];
/** Bytes a node: its mark and its place. */
const EACH = 12;

/** The layout's number, a colon, and the three columns one after the other in base 64. */
export function textOf({ layout, marks, x, y }: Kept): string {
  const columns = [marks, x, y].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  let text = '';
  for (const bytes of columns)
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `${LAYOUTS.indexOf(layout)}:${btoa(text)}`;
}

/** The inverse; null for any other text. */
export function keptFrom(stored: string): Kept | null {
  const layout = LAYOUTS[Number(stored.slice(0, stored.indexOf(':')))];
  const text = atob(stored.slice(stored.indexOf(':') + 1));
  const count = text.length / EACH;
  if (!layout || count === 0 || !Number.isInteger(count)) return null;
  const { buffer } = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const [x, y] = [new Float32Array(buffer, 4 * count, count), new Float32Array(buffer, 8 * count, count)];
  if (!x.every(Number.isFinite) || !y.every(Number.isFinite)) return null;
  return { layout, marks: new Uint32Array(buffer, 0, count), x, y };
}
