import { FLOOR_BITS, INTERMEDIARY, NEVER, NO_FLOOR } from './cost.ts';
import { costIn, type Network, standingIn } from './network.ts';
import { TwoTies } from './two-ties.ts';

/** `direct` of somebody who is not my contact: its standing, 3, is looser than any. */
export const NO_TIE = 0x7fffffff;

/**
 * What every search from me shares: my own ties, and the ways of two ties, with some people left out as
 * friends. One sweep over my friends' ties makes them; the next one undoes only what this one touched, so
 * after the first nothing here costs a pass over all people.
 */
export class Tables {
  readonly network: Network;
  /** The revision of the network these tables are for; -1 before the first. */
  revision = -1;
  /** Weight of my own tie to each person, or NO_TIE. */
  direct: Int32Array = new Int32Array(0);
  /** A bit for each person: my contact. Asked before `direct`, which is 32 times as large. */
  contacts: Int32Array = new Int32Array(0);
  /** The cheapest own tie of each standing. */
  readonly leastDirect = [NEVER, NEVER, NEVER];
  /** One table a standing; that of a standing which does not occur stays empty. */
  readonly two: readonly TwoTies[] = [new TwoTies(), new TwoTies(), new TwoTies()];
  /** 1: left out when the tables were made. */
  leftOut: Uint8Array = new Uint8Array(0);
  leftOutList: readonly number[] = [];
  /** Ties looked at by all queries so far: what they cost, for the benchmark. */
  looked = 0;
  #friends: number[] = [];

  constructor(network: Network) {
    this.network = network;
  }

  /** Makes the tables anew without `leftOut`. O(ties of my friends). */
  make(leftOut: readonly number[]): void {
    this.#clear();
    this.leftOutList = leftOut;
    for (const person of leftOut) this.leftOut[person] = 1;
    this.#sweep();
    this.revision = this.network.revision;
  }

  /** A lower bound, one byte fine, of the ways of two ties to a person of standing `low` to `high`. */
  floorOfTwo(person: number, low: number, high: number): number {
    let floor = NO_FLOOR;
    for (let standing = low; standing <= high; standing++) {
      const one = (this.two[standing] as TwoTies).floor[person];
      if (one !== undefined && one < floor) floor = one;
    }
    return floor === NO_FLOOR ? NEVER : floor << FLOOR_BITS;
  }

  /** The smallest cost of any way of two ties of standing `low` to `high`. */
  leastOfTwo(low: number, high: number): number {
    let least = NEVER;
    for (let standing = low; standing <= high; standing++) {
      least = Math.min(least, (this.two[standing] as TwoTies).least);
    }
    return least;
  }

  /** The cheapest tie of mine of standing `low` to `high`. */
  leastOfOne(low: number, high: number): number {
    let least = NEVER;
    for (let standing = low; standing <= high; standing++) {
      least = Math.min(least, this.leastDirect[standing] as number);
    }
    return least;
  }

  /** A lower bound of any way of up to three ties to a person; 0 for me. */
  atLeast(person: number): number {
    if (person === 0) return 0;
    const mine = this.direct[person] as number;
    let least = Math.min(mine === NO_TIE ? NEVER : costIn(mine), this.leastOfTwo(0, 2) + INTERMEDIARY);
    for (const { cost } of this.two) least = Math.min(least, cost[person] ?? NEVER);
    return least;
  }

  #sweep(): void {
    const { starts, ends, ties, count } = this.network;
    for (let at = starts[0] as number; at < (ends[0] as number); at += 2) {
      const weight = ties[at] as number;
      const friend = ties[at + 1] as number;
      if (this.leftOut[friend] === 1) continue;
      this.#friends.push(friend);
      const mine = standingIn(weight);
      this.direct[friend] = weight;
      (this.contacts[friend >> 5] as number) |= 1 << (friend & 31);
      this.leastDirect[mine] = Math.min(this.leastDirect[mine] as number, costIn(weight));
      for (let standing = mine; standing < 3; standing++) {
        if (count[standing] === 0) continue;
        const low = standing === mine ? 0 : standing;
        (this.two[standing] as TwoTies).enter(this.network, friend, costIn(weight), low, standing);
      }
    }
    for (const table of this.two) table.settle();
  }

  /** Undoes what stands, and makes room for everybody, also for those who came since. */
  #clear(): void {
    const { people, count } = this.network;
    for (const friend of this.#friends) {
      this.direct[friend] = NO_TIE;
      this.contacts[friend >> 5] = 0;
    }
    this.#friends = [];
    for (const person of this.leftOutList) this.leftOut[person] = 0;
    this.leastDirect.fill(NEVER);
    if (this.direct.length < people) {
      this.direct = new Int32Array(people).fill(NO_TIE);
      this.leftOut = new Uint8Array(people);
      this.contacts = new Int32Array((people >> 5) + 1);
    }
    this.two.forEach((table, standing) => {
      if (table.floor.length > 0 || (count[standing] as number) > 0) table.clear(people);
    });
  }
}
