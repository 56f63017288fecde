import { FLOOR_BITS, NEVER } from './cost.ts';
import type { Tables } from './tables.ts';

/** The best way to each node: its least certain step and its cost; `cost` is NEVER where there is none. */
export interface Reach {
  readonly standing: Uint8Array;
  readonly cost: Int32Array;
}

/**
 * The best way to everybody within `maxTies` (1 to 3) ties: the most certain, then the cheapest. One and two
 * ties stand in the tables. The third is pulled from each person's side, cheapest tie first, and given up as
 * soon as that tie and the cheapest two ties there are come too late: most people need a few looks.
 * The cheapest walk is a way: leaving out a loop makes it neither dearer nor less certain.
 */
export function everybodyWithin(tables: Tables, maxTies: number): Reach {
  const { people, count } = tables.network;
  tables.enterAll();
  const reach = { standing: new Uint8Array(people), cost: new Int32Array(people).fill(NEVER) };
  for (let pass = 0; pass < 3; pass++) {
    if (count[pass] === 0) continue;
    const cost = pass === 0 ? reach.cost : new Int32Array(people).fill(NEVER);
    enterOne(tables, pass, cost);
    if (maxTies >= 2) enterMore(tables, pass, maxTies >= 3 ? (tables.leastTwo[pass] as number) : NEVER, cost);
    if (pass > 0) keepNew(reach, cost, pass);
  }
  for (const person of tables.leftOutList) reach.cost[person] = NEVER;
  return reach;
}

function enterOne(tables: Tables, pass: number, cost: Int32Array): void {
  const { starts, ends, ties } = tables.network;
  for (let at = starts[0] as number; at < (ends[0] as number); at += 2) {
    const friend = ties[at + 1] as number;
    const mine = tables.direct[friend] as number;
    if ((mine & 3) === pass) cost[friend] = mine >> 2;
  }
}

/**
 * Lowers `cost` where two ties or three, the least certain of standing `pass`, are cheaper. `least` is the
 * cheapest beginning of three. The inner loop takes no branch on what it reads at random.
 */
function enterMore(tables: Tables, pass: number, least: number, cost: Int32Array): void {
  const { starts, ends, ties, cheapest } = tables.network;
  const exact = costsOfTwo(tables, pass, pass);
  const any = pass === 0 ? exact : costsOfTwo(tables, 0, pass);
  for (let person = 1; person < cost.length; person++) {
    let best = Math.min(cost[person] as number, exact[person] as number);
    if (((cheapest[person] as number) << FLOOR_BITS) + least < best) {
      for (let at = starts[person] as number, end = ends[person] as number; at < end; at += 2) {
        const weight = ties[at] as number;
        const third = weight >> 2;
        if (third + least >= best) break;
        const standing = weight & 3;
        if (standing > pass) continue;
        // With a tie of this standing the other two may be any; with a more certain one they must have it.
        const two = (standing === pass ? any : exact)[ties[at + 1] as number] as number;
        const more = third + two - best;
        best += more & (more >> 31);
      }
    }
    cost[person] = best;
  }
}

/** What the best two ties to each person of standing `low` to `high` cost. */
function costsOfTwo(tables: Tables, low: number, high: number): Int32Array {
  const costs = new Int32Array(tables.network.people).fill(NEVER);
  for (const { cost } of tables.two.slice(low, high + 1)) {
    for (let person = 0; person < cost.length; person++) {
      const one = cost[person] as number;
      if (one !== 0 && one < (costs[person] as number)) costs[person] = one;
    }
  }
  return costs;
}

/** Whoever had no more certain way has that of standing `pass`. */
function keepNew(reach: Reach, cost: Int32Array, pass: number): void {
  for (let person = 1; person < cost.length; person++) {
    if (reach.cost[person] !== NEVER || cost[person] === NEVER) continue;
    reach.cost[person] = cost[person] as number;
    reach.standing[person] = pass;
  }
}
