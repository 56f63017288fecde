import { NEVER } from './cost.ts';
import type { Tables } from './tables.ts';
import type { TwoTies } from './two-ties.ts';

/** The best way to each node: its least certain step and its cost; `cost` is NEVER where there is none. */
export interface Reach {
  readonly standing: Uint8Array;
  readonly cost: Int32Array;
}

/**
 * The best way to everybody within `maxTies` (1 to 3) ties: the most certain, then the cheapest. One and two
 * ties stand in the tables. The third is pulled from each person's side, cheapest tie first, and given up as
 * soon as that tie and the cheapest two ties there are come too late: most people need one or two looks.
 * The cheapest walk is a way: leaving out a loop makes it neither dearer nor less certain.
 */
export function everybodyWithin(tables: Tables, maxTies: number): Reach {
  const { people } = tables.network;
  const standing = new Uint8Array(people);
  const cost = new Int32Array(people).fill(NEVER);
  for (let pass = 0; pass < 3; pass++) {
    if (tables.network.count[pass] === 0) continue;
    for (let person = 1; person < people; person++) {
      if (cost[person] !== NEVER || tables.leftOut[person] === 1) continue;
      const found = bestWithin(tables, person, pass, maxTies);
      if (found === NEVER) continue;
      cost[person] = found;
      standing[person] = pass;
    }
  }
  return { standing, cost };
}

/** The cheapest way to `person` whose least certain tie is exactly `pass`; NEVER when there is none. */
function bestWithin(tables: Tables, person: number, pass: number, maxTies: number): number {
  const mine = tables.direct[person] as number;
  let best = (mine & 3) === pass ? mine >> 2 : NEVER;
  if (maxTies < 2) return best;
  best = Math.min(best, twoTies(tables, person, pass, pass));
  if (maxTies < 3) return best;
  const { starts, ends, targets, weights } = tables.network;
  const least = tables.leastOfTwo(0, pass);
  for (let at = starts[person] as number, end = ends[person] as number; at < end; at++) {
    const weight = weights[at] as number;
    const cost = weight >> 2;
    if (cost + least >= best) break;
    if ((weight & 3) > pass) continue;
    const v = targets[at] as number;
    const low = (weight & 3) === pass ? 0 : pass;
    if (cost + tables.floorOfTwo(v, low, pass) >= best || tables.leftOut[v] === 1) continue;
    best = Math.min(best, cost + twoTies(tables, v, low, pass));
  }
  return best;
}

function twoTies(tables: Tables, person: number, low: number, high: number): number {
  let cost = NEVER;
  for (let standing = low; standing <= high; standing++) {
    const { cells } = tables.two[standing] as TwoTies;
    if (cells.length > 0) cost = Math.min(cost, cells[person * 4] as number);
  }
  return cost;
}
