import { FLOOR_BITS, NEVER, NO_FLOOR } from './cost.ts';
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
 * soon as that tie and the cheapest two ties there are come too late: most people need a few looks.
 * The cheapest walk is a way: leaving out a loop makes it neither dearer nor less certain.
 */
export function everybodyWithin(tables: Tables, maxTies: number): Reach {
  const { people, count } = tables.network;
  const reach = { standing: new Uint8Array(people), cost: new Int32Array(people).fill(NEVER) };
  for (let pass = 0; pass < 3; pass++) {
    if (count[pass] === 0) continue;
    const cost = pass === 0 ? reach.cost : new Int32Array(people).fill(NEVER);
    enterOne(tables, pass, cost);
    if (maxTies >= 2) enterTwo(tables, pass, cost);
    if (maxTies >= 3) pullThree(tables, pass, cost);
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

function enterTwo(tables: Tables, pass: number, cost: Int32Array): void {
  const table = tables.two[pass] as TwoTies;
  for (let person = 1; person < cost.length; person++) {
    const two = table.cost[person] as number;
    if (two < (cost[person] as number)) cost[person] = two;
  }
}

/** Lowers `cost` where three ties, the least certain of standing `pass`, are cheaper. */
function pullThree(tables: Tables, pass: number, cost: Int32Array): void {
  const { starts, ends, ties, cheapest } = tables.network;
  const { leftOut } = tables;
  const least = tables.leastOfTwo(0, pass);
  const { cost: exactCost, floor: exactFloor } = tables.two[pass] as TwoTies;
  const { cost: anyCost, floor: anyFloor } = pass === 0 ? (tables.two[0] as TwoTies) : lowest(tables, pass);
  for (let person = 1; person < cost.length; person++) {
    let best = cost[person] as number;
    if (((cheapest[person] as number) << FLOOR_BITS) + least >= best) continue;
    const end = ends[person] as number;
    for (let at = starts[person] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      const first = weight >> 2;
      if (first + least >= best) break;
      const standing = weight & 3;
      const v = ties[at + 1] as number;
      // With a tie of this standing the other two may be any; with a more certain one they must have it.
      const floor = (standing === pass ? anyFloor : exactFloor)[v] as number;
      if (floor === NO_FLOOR || first + (floor << FLOOR_BITS) >= best || standing > pass || leftOut[v] === 1) continue;
      const sum = first + ((standing === pass ? anyCost : exactCost)[v] as number);
      if (sum < best) best = sum;
    }
    cost[person] = best;
  }
}

/** The cheapest ways of two ties of standing 0 to `pass`, in one table. */
function lowest(tables: Tables, pass: number): Pick<TwoTies, 'cost' | 'floor'> {
  const cost = (tables.two[pass] as TwoTies).cost.slice();
  const floor = (tables.two[pass] as TwoTies).floor.slice();
  for (const other of tables.two.slice(0, pass)) {
    for (let person = 0; person < other.cost.length; person++) {
      if ((other.cost[person] as number) >= (cost[person] as number)) continue;
      cost[person] = other.cost[person] as number;
      floor[person] = other.floor[person] as number;
    }
  }
  return { cost, floor };
}

/** Whoever had no more certain way has that of standing `pass`. */
function keepNew(reach: Reach, cost: Int32Array, pass: number): void {
  for (let person = 1; person < cost.length; person++) {
    if (reach.cost[person] !== NEVER || cost[person] === NEVER) continue;
    reach.cost[person] = cost[person] as number;
    reach.standing[person] = pass;
  }
}
