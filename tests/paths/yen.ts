import type { Found } from '#paths/warmest.ts';
import { inOrder, type Ties } from './oracle.ts';

const BETWEEN = Math.round(2 ** 20 * -Math.log(0.52));
const FAR = 2 ** 50;

interface Arc {
  readonly to: number;
  readonly cost: number;
}

/**
 * Yen's k shortest simple paths (1971) with Lawler's rule and spurs by layers of ties: an algorithm of
 * another family than the app's, forwards from me, no tables. Every spur is the first way of its set in the
 * total order, so the ways come out in that order, equal costs included.
 */
export function* yen(ties: Ties, people: number, target: number, most: number): Generator<Omit<Found, 'standing'>> {
  const arcs = arcsOf(ties, people);
  const found: number[][] = [];
  const candidates: Omit<Found, 'standing'>[] = [];
  const seen = new Set<string>();
  const offer = (root: readonly number[], banned: ReadonlySet<number>) => {
    const spur = firstWay(arcs, root, banned, target, most);
    if (spur === null || seen.has(spur.people.join())) return;
    seen.add(spur.people.join());
    candidates.push(spur);
  };
  offer([0], new Set());
  for (;;) {
    candidates.sort((x, y) => inOrder({ ...x, standing: 0 }, { ...y, standing: 0 }));
    const way = candidates.shift();
    if (way === undefined) return;
    yield way;
    found.push(way.people);
    for (let at = 0; at < way.people.length; at++) {
      const root = [0, ...way.people.slice(0, at)];
      const taken = found.filter((other) => root.slice(1).every((person, i) => other[i] === person));
      offer(root, new Set(taken.map((other) => other[at] ?? -1)));
    }
  }
}

/** The first way, in the total order, that starts with `root` and does not go on to `banned`. */
function firstWay(
  arcs: readonly (readonly Arc[])[],
  root: readonly number[],
  banned: ReadonlySet<number>,
  target: number,
  most: number,
): Omit<Found, 'standing'> | null {
  const start = root.at(-1) ?? 0;
  const rest = most - (root.length - 1);
  // layers[h]: for each v the cheapest walk of exactly h ties from v to the target that keeps off the root.
  const layers: Map<number, number>[] = [new Map([[target, 0]])];
  const next = (h: number, v: number) =>
    (arcs[v] ?? [])
      .filter(({ to }) => !root.includes(to) && !(v === start && banned.has(to)))
      .map(({ to, cost }) => ({ to, sum: cost + (layers[h - 1]?.get(to) ?? FAR) }));
  let best = { cost: FAR, ties: 0 };
  for (let h = 1; h <= rest; h++) {
    const cost = Math.min(FAR, ...next(h, start).map(({ sum }) => sum));
    if (cost < best.cost) best = { cost, ties: h };
    if (h < rest) layers.push(layerBefore(arcs, layers[h - 1] ?? new Map(), root, target));
  }
  if (best.cost === FAR) return null;
  const people = root.slice(1);
  let here = start;
  for (let h = best.ties, left = best.cost; h > 0; h--) {
    const steps = next(h, here).filter(({ sum }) => sum === left);
    const to = Math.min(...steps.map((step) => step.to));
    left = layers[h - 1]?.get(to) ?? FAR;
    people.push(to);
    here = to;
  }
  const rootCost = root.slice(1).reduce((sum, to, i) => sum + costBetween(arcs, root[i] ?? 0, to), 0);
  return { people, cost: rootCost + best.cost };
}

function layerBefore(
  arcs: readonly (readonly Arc[])[],
  layer: ReadonlyMap<number, number>,
  root: readonly number[],
  target: number,
): Map<number, number> {
  const before = new Map<number, number>();
  for (const [v, sum] of layer) {
    for (const { to, cost } of arcs[v] ?? []) {
      if (to === target || root.includes(to)) continue;
      before.set(to, Math.min(before.get(to) ?? FAR, cost + sum));
    }
  }
  return before;
}

function costBetween(arcs: readonly (readonly Arc[])[], from: number, to: number): number {
  return arcs[from]?.find((arc) => arc.to === to)?.cost ?? FAR;
}

/** Ties as arcs, whoever stands between paid for by the tie that leads on. */
function arcsOf(ties: Ties, people: number): Arc[][] {
  return Array.from({ length: people }, (_, from) =>
    [...(ties.get(from) ?? [])].map(([to, { cost }]) => ({ to, cost: cost + (from === 0 ? 0 : BETWEEN) })),
  );
}
