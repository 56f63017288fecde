import { expect } from 'vitest';
import type { TieColumns } from '#paths/network.ts';
import type { Found, Query } from '#paths/warmest.ts';

/** A tie as the tests write it: from, to, strength, standing. */
export type TieRow = readonly [a: number, b: number, p: number, standing: number];

export function columns(rows: readonly TieRow[]): TieColumns {
  return {
    a: Int32Array.from(rows, (row) => row[0]),
    b: Int32Array.from(rows, (row) => row[1]),
    p: Float64Array.from(rows, (row) => row[2]),
    standing: Uint8Array.from(rows, (row) => row[3]),
  };
}

const cost = (p: number) => Math.round(2 ** 20 * -Math.log(Math.max(p, 1e-9)));

/** `ties.get(a).get(b)`: the best tie of each pair that may be walked from a to b. */
export type Ties = Map<number, Map<number, { cost: number; standing: number }>>;

export function bestTies(rows: readonly TieRow[]): Ties {
  const ties: Ties = new Map();
  const put = (a: number, b: number, p: number, standing: number) => {
    const row = ties.get(a) ?? new Map();
    ties.set(a, row);
    const old = row.get(b);
    const now = { cost: cost(p), standing };
    if (!old || now.standing < old.standing || (now.standing === old.standing && now.cost < old.cost)) row.set(b, now);
  };
  for (const [a, b, p, standing] of rows) {
    if (a === b || b === 0) continue;
    put(a, b, p, standing);
    if (a !== 0) put(b, a, p, standing);
  }
  return ties;
}

/** PATHS.md's total order: cost, number of steps, then the people from my friend on. */
export function inOrder(x: Found, y: Found): number {
  if (x.cost !== y.cost) return x.cost - y.cost;
  if (x.people.length !== y.people.length) return x.people.length - y.people.length;
  const at = x.people.findIndex((person, i) => person !== y.people[i]);
  return at < 0 ? 0 : (x.people[at] ?? 0) - (y.people[at] ?? 0);
}

const BETWEEN = cost(0.52);

/** Every simple way, walked forwards from me, then sorted: what `warmest` must equal. */
export function everyWay(ties: Ties, query: Query): Found[][] {
  const lists: Found[][] = [[], [], []];
  const people: number[] = [];
  const walk = (from: number, before: number, loosest: number) => {
    for (const [next, tie] of ties.get(from) ?? []) {
      if (next === 0 || people.includes(next) || query.without.includes(next)) continue;
      people.push(next);
      const sum = before + tie.cost;
      const standing = Math.max(loosest, tie.standing);
      const passed = query.through.every((person) => person !== next && people.includes(person));
      if (passed && query.to.includes(next)) lists[standing]?.push({ people: [...people], cost: sum, standing });
      if (people.length <= query.maxIntermediaries) walk(next, sum + BETWEEN, standing);
      people.pop();
    }
  };
  walk(0, 0, 0);
  return lists.map((list) => list.sort(inOrder).slice(0, query.k));
}

/** `toEqual`, asked only for the difference: of tens of thousands of answers it would take most of the time. */
export function expectSame(found: unknown, expected: unknown, what?: string): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found, what).toEqual(expected);
}
