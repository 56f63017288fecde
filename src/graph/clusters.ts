import type { Place, Scene } from './drawing.ts';

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const GAP = 1.6;

interface Disc {
  readonly nodes: number[];
  readonly radius: number;
  readonly weight: number;
}

/**
 * Deterministic company clusters: each company is a disc of its people (a sunflower), the discs fill
 * rings around me, those with targets and confirmed ties innermost. No two discs overlap, whatever their
 * number, and the same people always stand at the same place. O(n log n).
 */
export function clusterLayout(scene: Scene): Place {
  const count = scene.keys.length;
  const place: Place = { x: new Float32Array(count), y: new Float32Array(count) };
  const discs = discsOf(scene).sort(
    (a, b) => b.weight - a.weight || b.radius - a.radius || (a.nodes[0] ?? 0) - (b.nodes[0] ?? 0),
  );
  let ring: Disc[] = [];
  let inner = 3;
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
  return place;
}

function discsOf(scene: Scene): Disc[] {
  const byHome = new Map<number, number[]>();
  for (let node = 1; node < scene.keys.length; node++) {
    const home = scene.home[node] ?? -1;
    const key = home === -1 ? node : home;
    const members = byHome.get(key);
    if (members) members.push(node);
    else byHome.set(key, [node]);
  }
  return [...byHome].map(([key, nodes]) => {
    // The company's own glyph first: it stands in the middle of its sunflower.
    nodes.sort((a, b) => Number(b === key) - Number(a === key) || weightOf(scene, b) - weightOf(scene, a) || a - b);
    const weight = Math.max(...nodes.slice(0, 1000).map((node) => weightOf(scene, node)));
    const glyph = scene.members[key] ?? 0;
    return { nodes, weight, radius: glyph > 0 ? 1 + Math.sqrt(glyph) * 0.35 : 0.5 + Math.sqrt(nodes.length) };
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
    const radius = Math.sqrt(i) * 0.9;
    place.x[node] = x + Math.cos(i * GOLDEN) * radius;
    place.y[node] = y + Math.sin(i * GOLDEN) * radius;
  });
}
