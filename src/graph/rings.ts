import type { Place, Scene } from './drawing.ts';

const SPACING = 1.5;

/**
 * Hop rings for up to about 300 nodes: me in the middle, my contacts around, people known only through a
 * friend outside, one sector a company, its glyph and targets outermost. A ring with too many people for
 * its length becomes several. Deterministic.
 */
export function ringLayout(scene: Scene): Place {
  const count = scene.keys.length;
  const place: Place = { x: new Float32Array(count), y: new Float32Array(count) };
  const sectors = sectorsOf(scene);
  const total = sectors.reduce((sum, sector) => sum + widthOf(sector), 0);
  const radius = Math.max(5, (total * SPACING) / (2 * Math.PI) / 2.2);
  let at = Math.PI / 2;
  for (const sector of sectors) {
    const angle = (2 * Math.PI * widthOf(sector)) / total;
    placeSector(scene, sector, at, angle, radius, place);
    at -= angle;
  }
  return place;
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
