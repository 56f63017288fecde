import { FLOOR_BITS, NEVER } from './cost.ts';
import { tiesCount } from './network.ts';
import type { Reached } from './reached.ts';
import type { Tables } from './tables.ts';

/** The best way to each node: its least certain step and its cost; `cost` is NEVER where there is none. */
export interface Reach {
  readonly standing: Uint8Array;
  readonly cost: Int32Array;
}

/** Where whomever two ties reach have more than this share of all ties, the third is pulled. */
const DENSE = 1 / 2;

/**
 * The best way to everybody within `maxTies` (1 to 3) ties: the most certain, then the cheapest. One and two
 * ties stand in the tables. The third is looked for from the side that costs less (direction-optimizing
 * search, Beamer, Asanovic & Patterson, SC 2012):
 *
 *     pushed   me ═ ═ v ── ?     from whomever two ties reach to all she knows; few rows in a sparse network
 *     pulled   me ═ ═ ? ── p     from each person's side, cheapest tie first, given up as soon as that tie
 *                                and the cheapest two ties there are come too late; a few looks in a dense one
 *
 * The cheapest walk is a way: leaving out a loop makes it neither dearer nor less certain.
 */
export function everybodyWithin(tables: Tables, reached: Reached, maxTies: number): Reach {
  const { people, count } = tables.network;
  tables.enterAll();
  const reach = { standing: new Uint8Array(people), cost: new Int32Array(people).fill(NEVER) };
  for (let pass = 0; pass < 3; pass++) {
    if (count[pass] === 0) continue;
    const cost = pass === 0 ? reach.cost : new Int32Array(people).fill(NEVER);
    enterOne(tables, pass, cost);
    if (maxTies >= 2) reached.gather(pass);
    if (maxTies >= 2) enterTwo(reached, cost);
    if (maxTies >= 3) (isDense(tables, reached) ? pull : push)(tables, reached, pass, cost);
    if (pass > 0) keepNew(reach, cost, pass);
  }
  for (const person of tables.leftOutList) reach.cost[person] = NEVER;
  return reach;
}

function enterOne({ network, direct }: Tables, pass: number, cost: Int32Array): void {
  const { starts, ends, ties } = network;
  for (let at = starts[0] as number; at < (ends[0] as number); at += 2) {
    const friend = ties[at + 1] as number;
    const mine = direct[friend] as number;
    if ((mine & 3) === pass) cost[friend] = mine >> 2;
  }
}

function enterTwo(reached: Reached, cost: Int32Array): void {
  for (let i = 0; i < reached.count; i++) {
    const person = reached.people[i] as number;
    const exact = reached.exact(i);
    if (exact < (cost[person] as number)) cost[person] = exact;
  }
}

function isDense({ network }: Tables, reached: Reached): boolean {
  let ties = 0;
  for (let i = 0; i < reached.count; i++) ties += tiesCount(network, reached.people[i] as number);
  return ties > DENSE * network.count.reduce((sum, each) => sum + each);
}

/** Here and in `pull` the inner loop takes no branch on what it reads at random. */
function push({ network }: Tables, reached: Reached, pass: number, cost: Int32Array): void {
  const { starts, ends, ties } = network;
  for (let i = 0; i < reached.count; i++) {
    const v = reached.people[i] as number;
    const any = reached.any[i] as number;
    const exact = reached.exact(i);
    const start = starts[v] as number;
    reached.ahead.reach(ties, start);
    for (let at = start, end = ends[v] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      const standing = weight & 3;
      if (standing > pass) continue;
      const person = ties[at + 1] as number;
      const best = cost[person] as number;
      // After a tie of this standing the other two may be any; after a more certain one they must have it.
      const more = (standing === pass ? any : exact) + (weight >> 2) - best;
      cost[person] = best + (more & (more >> 31));
    }
  }
}

function pull(tables: Tables, reached: Reached, pass: number, cost: Int32Array): void {
  const { starts, ends, ties, cheapest } = tables.network;
  const least = tables.leastTwo[pass] as number;
  const any = new Int32Array(cost.length).fill(NEVER);
  const exact = pass === 0 ? any : any.slice();
  for (let i = 0; i < reached.count; i++) {
    any[reached.people[i] as number] = reached.any[i] as number;
    exact[reached.people[i] as number] = reached.exact(i);
  }
  for (let person = 1; person < cost.length; person++) {
    let best = cost[person] as number;
    if (((cheapest[person] as number) << FLOOR_BITS) + least >= best) continue;
    for (let at = starts[person] as number, end = ends[person] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      const third = weight >> 2;
      if (third + least >= best) break;
      const standing = weight & 3;
      if (standing > pass) continue;
      const more = third + ((standing === pass ? any : exact)[ties[at + 1] as number] as number) - best;
      best += more & (more >> 31);
    }
    cost[person] = best;
  }
}

/** Whoever had no more certain way has that of standing `pass`. */
function keepNew(reach: Reach, cost: Int32Array, pass: number): void {
  for (let person = 1; person < cost.length; person++) {
    if (reach.cost[person] !== NEVER || cost[person] === NEVER) continue;
    reach.cost[person] = cost[person] as number;
    reach.standing[person] = pass;
  }
}
