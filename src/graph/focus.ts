import type { Crowd, Place, Scene } from './drawing.ts';

const RING = 4;
const MOST = 50;

/**
 * The part of a scene within `depth` ties of one node, its hop numbers, in the scene's own order. I am
 * left out of the walk unless I am the centre: through me everybody is two ties from everybody.
 */
export function withinHops(scene: Scene, centre: number, depth: number): Map<number, number> {
  const neighbours = neighboursOf(scene);
  const hops = new Map([[centre, 0]]);
  let edge = [centre];
  for (let hop = 1; hop <= depth; hop++) {
    const next: number[] = [];
    for (const node of edge) {
      for (const other of neighbours.get(node) ?? []) {
        if (hops.has(other) || (other === 0 && centre !== 0)) continue;
        hops.set(other, hop);
        next.push(other);
      }
    }
    edge = next;
  }
  if (centre !== 0 && (neighbours.get(centre) ?? []).includes(0)) hops.set(0, 1);
  return hops;
}

/** Ties of the scene, and belonging to a company, both ways. */
export function neighboursOf(scene: Scene): Map<number, number[]> {
  const neighbours = new Map<number, number[]>();
  const join = (a: number, b: number) => {
    const list = neighbours.get(a);
    if (list) list.push(b);
    else neighbours.set(a, [b]);
  };
  for (const { a, b } of scene.edges) {
    join(a, b);
    join(b, a);
  }
  scene.home.forEach((home, node) => {
    if (home === -1 || home === node) return;
    join(node, home);
    join(home, node);
  });
  return neighbours;
}

/** Hop rings around a focus: every ring ordered by the angle of its nearest neighbour one ring in. */
export function focusLayout(scene: Scene, centre: number, hops: ReadonlyMap<number, number>): Place {
  const count = scene.keys.length;
  const place: Place = { x: new Float32Array(count), y: new Float32Array(count) };
  const neighbours = neighboursOf(scene);
  const angle = new Map<number, number>([[centre, Math.PI / 2]]);
  const depth = Math.max(0, ...hops.values());
  let radius = 0;
  for (let hop = 1; hop <= depth; hop++) {
    const here = [...hops].filter(([, at]) => at === hop).map(([node]) => node);
    const parent = (node: number) =>
      (neighbours.get(node) ?? []).find((other) => hops.get(other) === hop - 1) ?? centre;
    here.sort((a, b) => (angle.get(parent(b)) ?? 0) - (angle.get(parent(a)) ?? 0) || a - b);
    radius = Math.max(radius + RING, (here.length * 1.4) / (2 * Math.PI));
    here.forEach((node, i) => {
      const turn = Math.PI / 2 - (2 * Math.PI * i) / here.length;
      angle.set(node, turn);
      place.x[node] = Math.cos(turn) * radius;
      place.y[node] = Math.sin(turn) * radius;
    });
  }
  // Nobody around leads to me: I stand outside, not on the focus.
  if (centre !== 0 && !hops.has(0)) place.y[0] = -(radius + RING);
  return place;
}

/**
 * Which first neighbours of a focus stay when there are more than 50: the strongest, those who belong to a
 * company with the most of them, those who open a target, or all. The focus itself always stays.
 */
export function thinned(
  scene: Scene,
  hops: ReadonlyMap<number, number>,
  crowd: Crowd,
): { hops: Map<number, number>; left: number } {
  const first = [...hops].filter(([node, hop]) => hop === 1 && node !== 0).map(([node]) => node);
  if (first.length <= MOST || crowd === 'all') return { hops: new Map(hops), left: 0 };
  const opens = (node: number) => scene.opens[node] ?? 0;
  const standing = (node: number) => scene.standing[node] ?? 3;
  const there = new Map<number, number>();
  for (const node of first) there.set(scene.home[node] ?? -1, (there.get(scene.home[node] ?? -1) ?? 0) + 1);
  const mates = (node: number) =>
    crowd === 'company' && scene.home[node] !== -1 ? (there.get(scene.home[node] ?? -1) ?? 0) : 0;
  const rank = (a: number, b: number) =>
    mates(b) - mates(a) ||
    opens(b) - opens(a) ||
    standing(a) - standing(b) ||
    (scene.band[a] ?? 9) - (scene.band[b] ?? 9) ||
    a - b;
  const wanted =
    crowd === 'target' ? first.filter((node) => opens(node) > 0 || scene.shape[node] === 'manager') : first;
  const stay = new Set(wanted.sort(rank).slice(0, MOST));
  const gone = new Set(first.filter((node) => !stay.has(node)));
  return { hops: new Map([...hops].filter(([node]) => !gone.has(node))), left: gone.size };
}
