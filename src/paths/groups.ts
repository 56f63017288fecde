import type { Backwards } from './backwards.ts';
import type { BestWays } from './best.ts';
import { FLOOR_BITS, INTERMEDIARY, NEVER, NO_FLOOR } from './cost.ts';
import { isPerson } from './query.ts';
import type { Tables } from './tables.ts';

/** Groups of targets by person: the groups of a person are a list that starts at `first[person]`; -1 ends it. */
export interface Roots {
  readonly groups: number;
  readonly first: Int32Array;
  readonly group: Int32Array;
  readonly next: Int32Array;
}

export function rootsOf(groups: readonly (readonly number[])[], people: number): Roots {
  const size = groups.reduce((sum, group) => sum + group.length, 0);
  const first = new Int32Array(people).fill(-1);
  const group = new Int32Array(size);
  const next = new Int32Array(size);
  let at = 0;
  groups.forEach((members, g) => {
    for (const person of members) {
      if (!isPerson(person, people)) continue;
      group[at] = g;
      next[at] = first[person] as number;
      first[person] = at++;
    }
  });
  return { groups: groups.length, first, group, next };
}

/**
 * Considers all ways of up to `ties` ties to every group, each with its own board of k best. Not group after
 * group but person after person, in the order in which the network lies in memory: one walk along the
 * tables and rows for all companies together, where group by group every row would be a cache miss.
 */
export class Groups {
  readonly #search: Backwards;
  readonly #tables: Tables;
  readonly #best: BestWays;

  constructor(search: Backwards, tables: Tables, best: BestWays) {
    this.#search = search;
    this.#tables = tables;
    this.#best = best;
  }

  consider(roots: Roots, pass: number, ties: number, out: Uint8Array): void {
    this.#considerContacts(roots, out);
    if (ties >= 2) this.#considerTwo(roots, pass, out);
    if (ties >= 3) this.#considerMore(roots, pass, 3, out);
    if (ties >= 4) this.#considerMore(roots, pass, 4, out);
  }

  #considerContacts(roots: Roots, out: Uint8Array): void {
    const { starts, ends, ties } = this.#tables.network;
    for (let at = starts[0] as number; at < (ends[0] as number); at += 2) {
      const friend = ties[at + 1] as number;
      if (out[friend] === 0) this.#root(roots, friend, 1, 0);
    }
  }

  #considerTwo(roots: Roots, pass: number, out: Uint8Array): void {
    const { people } = this.#tables.network;
    for (let person = 1; person < people; person++) {
      if (roots.first[person] === -1 || out[person] === 1) continue;
      const bound = this.#tables.floorOfTwo(person, pass, pass);
      if (bound < NEVER) this.#root(roots, person, 2, bound);
    }
  }

  /** Three ties or four: a person's cheapest tie and the cheapest ways of two ties there are bound them. */
  #considerMore(roots: Roots, pass: number, ties: number, out: Uint8Array): void {
    const { people, cheapest } = this.#tables.network;
    const least = this.#tables.leastOfTwo(0, pass) + (ties - 3) * INTERMEDIARY;
    for (let person = 1; person < people; person++) {
      const floor = cheapest[person] as number;
      if (roots.first[person] === -1 || floor === NO_FLOOR || out[person] === 1) continue;
      this.#root(roots, person, ties, (floor << FLOOR_BITS) + least);
    }
  }

  #root(roots: Roots, person: number, ties: number, bound: number): void {
    for (let at = roots.first[person] as number; at >= 0; at = roots.next[at] as number) {
      this.#best.select(roots.group[at] as number);
      if (bound <= this.#best.cutoff) this.#search.root(person, ties);
    }
  }
}
