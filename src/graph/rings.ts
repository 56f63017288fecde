import type { Place, Scene } from './drawing.ts';
import { alignedTo } from './kept.ts';

const SPACING = 1.5;
/** A few people of a large sector stay together. */
const FEW = 4;
const FEW_WITHIN = (2 * Math.PI) / 5;

/**
 * Hop rings for up to about 300 nodes: me in the middle, my contacts around, people known only through a
 * friend outside, one sector a company, its glyph and targets outermost. A ring with too many people for
 * its length becomes several. Deterministic. With seeds, companies and people follow each other round the circle
 * as they did, and the circle is turned to where it was.
 */
export function ringLayout(scene: Scene, seeds: Place | null = null): Place {
  const count = scene.keys.length;
  const place: Place = { x: new Float32Array(count), y: new Float32Array(count) };
  const sectors = seeds ? inOldOrder(sectorsOf(scene), seeds) : sectorsOf(scene);
  const total = sectors.reduce((sum, sector) => sum + widthOf(sector), 0);
  const radius = Math.max(5, (total * SPACING) / (2 * Math.PI) / 2.2);
  // Two sectors would lie opposite each other, and a tie between them would seem to be one of mine.
  const whole = sectors.length < 3 ? 1.6 * Math.PI : 2 * Math.PI;
  let at = Math.PI / 2;
  for (const sector of sectors) {
    const share = (whole * widthOf(sector)) / total;
    const angle = sector.length > FEW ? share : Math.min(share, FEW_WITHIN);
    placeSector(scene, sector, at - (share - angle) / 2, angle, radius, place);
    at -= share;
  }
  return seeds ? alignedTo(seeds, place, 'turn') : place;
}

function sectorsOf(scene: Scene): number[][] {
  const byHome = new Map<number, number[]>();
  const alone: number[] = [];
  for (let node = 1; node < scene.keys.length; node++) {
    const home = scene.home[node] ?? -1;
    if (home === -1) alone.push(node);
    else byHome.set(home, [...(byHome.get(home) ?? []), node]);
  }
  const sectors = [...byHome].sort(([a, x], [b, y]) => y.length - x.length || a - b).map(([, nodes]) => nodes);
  // Large and small companies take turns, so that no side of the picture is heavier.
  const mixed: number[][] = [];
  for (let low = 0, high = sectors.length - 1; low <= high; low++, high--) {
    mixed.push(sectors[low] ?? []);
    if (low < high) mixed.push(sectors[high] ?? []);
  }
  if (alone.length > 0) mixed.push(alone);
  return mixed;
}

/** Clockwise from the top, as they stood; who is new comes after the one before them. */
function inOldOrder(sectors: readonly (readonly number[])[], seeds: Place): number[][] {
  const turnOf = (nodes: readonly number[]): number => {
    const old = nodes.filter((node) => !Number.isNaN(seeds.x[node] ?? Number.NaN));
    const sum = (column: Float32Array) =>
      old.reduce((all, node) => {
        const length = Math.hypot(seeds.x[node] ?? 0, seeds.y[node] ?? 0) || 1;
        return all + (column[node] ?? 0) / length;
      }, 0);
    if (old.length === 0) return Number.NaN;
    const turn = Math.PI / 2 - Math.atan2(sum(seeds.y), sum(seeds.x));
    return turn < 0 ? turn + 2 * Math.PI : turn;
  };
  let last = 0;
  const turned = sectors.map((nodes) => {
    const turn = turnOf(nodes);
    last = Number.isNaN(turn) ? last : turn;
    return { nodes, turn: last };
  });
  return turned.sort((a, b) => a.turn - b.turn).map(({ nodes }) => inOldRow(nodes, seeds));
}

/** People of a sector row by row, by the angle they stood at; seen from the sector, so that none is cut in two at the top. */
function inOldRow(nodes: readonly number[], seeds: Place): number[] {
  const known = nodes.filter((node) => !Number.isNaN(seeds.x[node] ?? Number.NaN));
  const middle = Math.atan2(
    known.reduce((sum, node) => sum + (seeds.y[node] ?? 0), 0),
    known.reduce((sum, node) => sum + (seeds.x[node] ?? 0), 0),
  );
  const off = (node: number): number => {
    const turn = middle - Math.atan2(seeds.y[node] ?? 0, seeds.x[node] ?? 0);
    return Math.atan2(Math.sin(turn), Math.cos(turn));
  };
  const rest = nodes.filter((node) => Number.isNaN(seeds.x[node] ?? Number.NaN));
  const row = (node: number): number => Math.round((2 * Math.hypot(seeds.x[node] ?? 0, seeds.y[node] ?? 0)) / SPACING);
  return [...known.sort((a, b) => row(a) - row(b) || off(a) - off(b) || a - b), ...rest];
}

function widthOf(sector: readonly number[]): number {
  return Math.max(1.6, Math.sqrt(sector.length) * 1.5);
}

function placeSector(
  scene: Scene,
  nodes: readonly number[],
  at: number,
  angle: number,
  radius: number,
  place: Place,
): void {
  let distance = radius;
  for (const ring of [1, 2, 3]) {
    const here = nodes.filter((node) => ringOf(scene, node) === ring);
    let from = 0;
    while (from < here.length) {
      const room = Math.max(1, Math.floor((distance * angle) / SPACING));
      const row = here.slice(from, from + room);
      row.forEach((node, i) => {
        const turn = at - (angle * (i + 0.5)) / row.length;
        place.x[node] = Math.cos(turn) * distance;
        place.y[node] = Math.sin(turn) * distance;
      });
      from += row.length;
      distance += SPACING;
    }
    distance = Math.max(distance, radius + ring * SPACING * 1.6);
  }
}

/** Companies and targets stand outside the people of their sector. */
function ringOf(scene: Scene, node: number): number {
  const shape = scene.shape[node];
  if (shape === 'company' || shape === 'target') return 3;
  return Math.min(2, Math.max(1, scene.ring[node] ?? 2));
}
