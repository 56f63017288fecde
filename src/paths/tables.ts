import { FLOOR_BITS, NEVER, NO_FLOOR } from './cost.ts';
import { costIn, type Network, standingIn, tiesCount } from './network.ts';
import { TwoTies } from './two-ties.ts';

/** `direct` of somebody who is not my contact: its standing, 3, is looser than any. */
export const NO_TIE = 0x7fffffff;

/**
 * What every search from me shares: my own ties, and the ways of two ties, with some people left out as
 * friends. The ways of two ties are looked up person by person when first asked for (friends.ts), so that one
 * question after a change touches no more than it needs. Once these looks have cost what entering all of them
 * would, all are entered, in one sweep over my friends' ties. What is undone is only what was touched, and a bit a
 * person in each table of two ties.
 */
export class Tables {
  readonly network: Network;
  /** The revision of the network these tables are for; -1 before the first. */
  revision = -1;
  /** Weight of my own tie to each person, or NO_TIE. */
  direct: Int32Array = new Int32Array(0);
  /** A bit for each person: my contact. Asked before `direct`, which is 32 times as large. */
  contacts: Int32Array = new Int32Array(0);
  /** The cheapest own tie of standing 0 to each. */
  readonly leastOne = [NEVER, NEVER, NEVER];
  /** A lower bound of any two ties of standing 0 to each; the smallest cost itself once `complete`. */
  readonly leastTwo = [NEVER, NEVER, NEVER];
  /** One table a standing; that of a standing which does not occur stays empty. */
  readonly two: readonly TwoTies[] = [new TwoTies(), new TwoTies(), new TwoTies()];
  /** Whether all ways of two ties are entered. */
  complete = false;
  /** 1: left out when the tables were made. */
  leftOut: Uint8Array = new Uint8Array(0);
  leftOutList: readonly number[] = [];
  /** Ties looked at by all queries so far: what they cost, for the benchmark. */
  looked = 0;
  #friends: number[] = [];
  /** Ties that may still be looked at for single people before all ways are entered. */
  #allowance = 0;

  constructor(network: Network) {
    this.network = network;
  }

  /** Makes the tables anew without `leftOut`. O(my ties). */
  make(leftOut: readonly number[]): void {
    this.#clear();
    this.leftOutList = leftOut;
    for (const person of leftOut) this.leftOut[person] = 1;
    this.#enterOwn();
    this.revision = this.network.revision;
  }

  /** What the best two ties to a person of standing `low` to `high` cost; 0 while that was not looked up. */
  costOfTwo(person: number, low: number, high: number): number {
    let least = NEVER;
    for (let standing = low; standing <= high; standing++) {
      const table = this.two[standing] as TwoTies;
      if (!table.open) continue;
      const cost = table.cost(person);
      if (cost === 0 && !this.complete) return 0;
      if (cost > 0 && cost < least) least = cost;
    }
    return least;
  }

  /** A lower bound of all ways of two ties to a person but the best one. */
  secondOfTwo(person: number, low: number, high: number): number {
    if (!this.complete) return 0;
    let best = NEVER;
    let second = NEVER;
    for (let standing = low; standing <= high; standing++) {
      const table = this.two[standing] as TwoTies;
      const one = table.cost(person);
      if (one === 0) continue;
      second = Math.min(second, Math.max(one, best), table.second(person));
      best = Math.min(best, one);
    }
    return second;
  }

  /** To be told of ties looked at because not all ways of two ties are entered. */
  spend(ties: number): void {
    this.looked += ties;
    this.#allowance -= ties;
    if (this.#allowance < 0) this.enterAll();
  }

  /** Enters all ways of two ties. O(ties of my friends), once. */
  enterAll(): void {
    if (this.complete) return;
    const { network } = this;
    this.#clearTwo();
    for (const friend of this.#friends) {
      const weight = this.direct[friend] as number;
      const mine = standingIn(weight);
      for (let standing = mine; standing < 3; standing++) {
        if (network.count[standing] === 0) continue;
        const low = standing === mine ? 0 : standing;
        (this.two[standing] as TwoTies).enter(network, friend, costIn(weight), low, standing);
      }
    }
    let least = NEVER;
    this.two.forEach((table, standing) => {
      least = Math.min(least, table.least);
      this.leastTwo[standing] = least;
      if (table.open) for (const person of this.leftOutList) table.set(person, NEVER, 0);
    });
    this.complete = true;
  }

  #enterOwn(): void {
    const { starts, ends, ties, cheapest } = this.network;
    for (let at = starts[0] as number; at < (ends[0] as number); at += 2) {
      const weight = ties[at] as number;
      const friend = ties[at + 1] as number;
      if (this.leftOut[friend] === 1) continue;
      this.#friends.push(friend);
      this.direct[friend] = weight;
      (this.contacts[friend >> 5] as number) |= 1 << (friend & 31);
      const floor = cheapest[friend] as number;
      const least = floor === NO_FLOOR ? NEVER : costIn(weight) + (floor << FLOOR_BITS);
      for (let standing = standingIn(weight); standing < 3; standing++) {
        this.leastOne[standing] = Math.min(this.leastOne[standing] as number, costIn(weight));
        this.leastTwo[standing] = Math.min(this.leastTwo[standing] as number, least);
      }
      this.#allowance += tiesCount(this.network, friend);
    }
  }

  /** Undoes what stands, and makes room for everybody, also for those who came since. */
  #clear(): void {
    const { people } = this.network;
    for (const friend of this.#friends) {
      this.direct[friend] = NO_TIE;
      this.contacts[friend >> 5] = 0;
    }
    this.#friends = [];
    this.#allowance = 0;
    for (const person of this.leftOutList) this.leftOut[person] = 0;
    this.leastOne.fill(NEVER);
    this.leastTwo.fill(NEVER);
    if (this.direct.length < people) {
      this.direct = new Int32Array(people).fill(NO_TIE);
      this.leftOut = new Uint8Array(people);
      this.contacts = new Int32Array((people >> 5) + 1);
    }
    this.#clearTwo();
  }

  #clearTwo(): void {
    const { people, count } = this.network;
    this.complete = false;
    this.two.forEach((table, standing) => {
      if (table.open || (count[standing] as number) > 0) table.clear(people);
    });
  }
}
