import type { Place, Scene } from './drawing.ts';
import { apart } from './spread.ts';

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const GAP = 1.6;
/** Between two neighbours of a sunflower. */
const STEP = 0.9;

interface Disc {
  /** The company's own glyph first: it stands in the middle. */
  readonly nodes: number[];
  /** Place of each node in the sunflower, from its middle. */
  readonly slots: number[];
  readonly radius: number;
  readonly weight: number;
  /** Where it stood before. */
  readonly seed: { readonly x: number; readonly y: number } | null;
}

/**
 * Deterministic company clusters: each company is a disc of its people (a sunflower), the discs fill
 * rings around me, those with targets and confirmed ties innermost. No two discs overlap, whatever their
 * number, and the same people always stand at the same place. O(n log n).
 *
 * With seeds nobody who was there leaves their place: new companies stand around the outside, new people at the
 * rim of their company, and a company that outgrew its room pushes its neighbours aside.
 */
export function clusterLayout(scene: Scene, seeds: Place | null = null): Place {
  const count = scene.keys.length;
  const place: Place = { x: new Float32Array(count), y: new Float32Array(count) };
  const discs = discsOf(scene, seeds).sort(
    (a, b) => b.weight - a.weight || b.radius - a.radius || (a.nodes[0] ?? 0) - (b.nodes[0] ?? 0),
  );
  const stood = discs.filter((disc) => disc.seed !== null);
  const settled = apart(
    stood.map(({ seed, radius }) => ({ x: seed?.x ?? 0, y: seed?.y ?? 0, radius })),
    GAP / 2,
  );
  let inner = 3;
  settled.forEach(({ x, y, radius }, at) => {
    const disc = stood[at];
    if (disc) sunflower(disc, x, y, place);
    inner = Math.max(inner, Math.hypot(x, y) + radius + GAP);
  });
  fillRings(
    discs.filter((disc) => disc.seed === null),
    inner,
    place,
  );
  return place;
}

function fillRings(discs: readonly Disc[], from: number, place: Place): void {
  let ring: Disc[] = [];
  let inner = from;
  let used = 0;
  for (const disc of discs) {
    const widest = Math.max(disc.radius, ring[0]?.radius ?? 0);
    const angle = angleOf(disc, inner + widest);
    if (used + angle > 2 * Math.PI) {
      inner = placeRing(ring, inner, used, place);
      ring = [];
      used = 0;
    }
    ring.push(disc);
    used = ring.reduce((sum, one) => sum + angleOf(one, inner + widestOf(ring)), 0);
  }
  placeRing(ring, inner, used, place);
}

function discsOf(scene: Scene, seeds: Place | null): Disc[] {
  const byHome = new Map<number, number[]>();
  for (let node = 1; node < scene.keys.length; node++) {
    const home = scene.home[node] ?? -1;
    const key = home === -1 ? node : home;
    const members = byHome.get(key);
    if (members) members.push(node);
    else byHome.set(key, [node]);
  }
  return [...byHome].map(([key, nodes]) => {
    nodes.sort((a, b) => Number(b === key) - Number(a === key) || weightOf(scene, b) - weightOf(scene, a) || a - b);
    const weight = nodes.reduce((most, node) => Math.max(most, weightOf(scene, node)), 0);
    const glyph = scene.members[key] ?? 0;
    const seed = seedAt(seeds, nodes[0] ?? key);
    const slots = slotsOf(nodes, seed, seeds);
    const outermost = slots.reduce((most, slot) => Math.max(most, slot), 0) + 1;
    return { nodes, slots, weight, seed, radius: glyph > 0 ? 1 + Math.sqrt(glyph) * 0.35 : 0.5 + Math.sqrt(outermost) };
  });
}

function seedAt(seeds: Place | null, node: number): Disc['seed'] {
  const x = seeds?.x[node] ?? Number.NaN;
  return Number.isNaN(x) ? null : { x, y: seeds?.y[node] ?? 0 };
}

/** Who had a place keeps it; who is new takes the next free one. */
function slotsOf(nodes: readonly number[], middle: Disc['seed'], seeds: Place | null): number[] {
  if (!middle) return nodes.map((_, i) => i);
  const taken = new Set<number>([0]);
  const kept = nodes.map((node, i) => {
    const seed = seedAt(seeds, node);
    if (i === 0) return 0;
    if (!seed) return -1;
    const slot = Math.round((Math.hypot(seed.x - middle.x, seed.y - middle.y) / STEP) ** 2);
    if (taken.has(slot) || slot > 2 * nodes.length + 8) return -1;
    taken.add(slot);
    return slot;
  });
  let free = 0;
  return kept.map((slot) => {
    if (slot !== -1) return slot;
    while (taken.has(free)) free++;
    taken.add(free);
    return free;
  });
}

/** How near to me a node belongs: targets, then people I really know, then the rest. */
function weightOf(scene: Scene, node: number): number {
  if (scene.shape[node] === 'target' || scene.shape[node] === 'manager') return 3;
  if ((scene.opens[node] ?? 0) > 0) return 2;
  return scene.standing[node] === 0 ? 1 : 0;
}

function widestOf(ring: readonly Disc[]): number {
  return ring.reduce((widest, disc) => Math.max(widest, disc.radius), 0);
}

function angleOf(disc: Disc, distance: number): number {
  return 2 * Math.asin(Math.min(1, (disc.radius + GAP / 2) / distance));
}

function placeRing(ring: readonly Disc[], inner: number, used: number, place: Place): number {
  const widest = widestOf(ring);
  const distance = inner + widest;
  const spare = ring.length > 0 ? (2 * Math.PI - used) / ring.length : 0;
  let at = Math.PI / 2;
  for (const disc of ring) {
    const half = angleOf(disc, distance) / 2 + spare / 2;
    at -= half;
    sunflower(disc, Math.cos(at) * distance, Math.sin(at) * distance, place);
    at -= half;
  }
  return inner + 2 * widest + GAP;
}

function sunflower(disc: Disc, x: number, y: number, place: Place): void {
  disc.nodes.forEach((node, i) => {
    const slot = disc.slots[i] ?? i;
    const radius = Math.sqrt(slot) * STEP;
    place.x[node] = x + Math.cos(slot * GOLDEN) * radius;
    place.y[node] = y + Math.sin(slot * GOLDEN) * radius;
  });
}
