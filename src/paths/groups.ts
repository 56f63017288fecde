import type { Backwards } from './backwards.ts';
import type { BestWays } from './best.ts';
import { FLOOR_BITS, INTERMEDIARY, NEVER, NO_FLOOR } from './cost.ts';
import { isPerson } from './query.ts';
import type { Reached } from './reached.ts';
import type { Tables } from './tables.ts';

/** What `of` says of somebody who is in several groups, or in one of a high number. */
const SEVERAL = 0xffff;

/** Groups of targets (the people of each company), also by person. */
export interface Roots {
  readonly members: readonly (readonly number[])[];
  /** 0: in none; g + 1: in group g; SEVERAL: in those of `several`. Two bytes a person stay in the cache. */
  readonly of: Uint16Array;
  readonly several: ReadonlyMap<number, readonly number[]>;
}

/** For any number of searches in a network of `people`. */
export function rootsOf(groups: readonly (readonly number[])[], people: number): Roots {
  const of = new Uint16Array(people);
  const several = new Map<number, number[]>();
  groups.forEach((members, g) => {
    for (const person of members) {
      if (!isPerson(person, people)) continue;
      const before = of[person] as number;
      if (before === 0 && g + 1 < SEVERAL) {
        of[person] = g + 1;
        continue;
      }
      const list = several.get(person) ?? (before === 0 ? [] : [before - 1]);
      if (list.at(-1) === g) continue;
      of[person] = SEVERAL;
      several.set(person, list);
      list.push(g);
    }
  });
  return { members: groups, of, several };
}

/** Three ties are pushed on as far as the cut-off of this share of the groups … */
const MOST = 0.97;
/** … first over whomever two ties reach for so much more than the nearest, then for twice that, and so on. */
const NEAREST = INTERMEDIARY / 8;

/**
 * Considers all ways of up to `ties` ties to every group, each with its own board of k best. Not group after
 * group, where every row would be a cache miss, but along the tables and rows as they lie in memory:
 *
 *     two ties     each person's best, where it is not too late for the group
 *     three ties   from each v near enough to me, to whomever she knows:  me - u - v - person
 *
 * The second goes as far as the cut-offs of most groups, which two ties and the nearest v make tight. The few
 * groups left above that are small, and asked member by member.
 */
export class Groups {
  readonly #search: Backwards;
  readonly #tables: Tables;
  readonly #best: BestWays;
  readonly #reached: Reached;

  constructor(search: Backwards, tables: Tables, best: BestWays, reached: Reached) {
    this.#search = search;
    this.#tables = tables;
    this.#best = best;
    this.#reached = reached;
  }

  consider(roots: Roots, pass: number, ties: number, out: Uint8Array): void {
    this.#considerContacts(roots, out);
    if (ties < 2) return;
    this.#reached.gather(pass);
    this.#considerTwo(roots, out);
    if (ties < 3) return;
    const least = this.#tables.leastTwo[pass] as number;
    const limit = this.#considerThree(roots, pass, least, out);
    this.#considerMembers(roots, 3, limit, least, out);
    if (ties >= 4) this.#considerMembers(roots, 4, -1, least + INTERMEDIARY, out);
  }

  #considerContacts(roots: Roots, out: Uint8Array): void {
    const { starts, ends, ties } = this.#tables.network;
    for (let at = starts[0] as number; at < (ends[0] as number); at += 2) {
      const friend = ties[at + 1] as number;
      if (out[friend] === 0) this.#root(roots, friend, 1, 0);
    }
  }

  #considerTwo(roots: Roots, out: Uint8Array): void {
    const reached = this.#reached;
    for (let i = 0; i < reached.count; i++) {
      const person = reached.people[i] as number;
      const cost = reached.exact(i);
      if (cost < NEVER && out[person] === 0) this.#root(roots, person, 2, cost);
    }
  }

  /** All ways of three ties that cost at most what is returned: the cut-off of most groups. */
  #considerThree(roots: Roots, pass: number, least: number, out: Uint8Array): number {
    let from = -1;
    for (let until = least + NEAREST; ; until = least + (until - least) * 2) {
      const limit = this.#best.cutoffOfMost(MOST);
      this.#considerOver(from, Math.min(until, limit - INTERMEDIARY), roots, pass, limit, out);
      if (until >= limit - INTERMEDIARY) return limit;
      from = until;
    }
  }

  /** Those of at most `limit`, over each v whom two ties reach for more than `from` and at most `until`. */
  #considerOver(from: number, until: number, roots: Roots, pass: number, limit: number, out: Uint8Array): void {
    const { starts, ends, ties } = this.#tables.network;
    const reached = this.#reached;
    for (let i = 0; i < reached.count; i++) {
      const any = reached.any[i] as number;
      if (any <= from || any > until) continue;
      const v = reached.people[i] as number;
      if (out[v] === 1) continue;
      const exact = reached.exact(i);
      for (let at = starts[v] as number, end = ends[v] as number; at < end; at += 2) {
        const weight = ties[at] as number;
        const third = weight >> 2;
        if (third + any > limit) break;
        const standing = weight & 3;
        if (standing > pass) continue;
        const person = ties[at + 1] as number;
        const group = roots.of[person] as number;
        const bound = third + (standing === pass ? any : exact);
        if (group === 0 || (group < SEVERAL && bound > this.#best.cutoffOf(group - 1)) || out[person] === 1) continue;
        const settled = standing === pass ? 1 : 0;
        if (group < SEVERAL) this.#over(v, person, third, settled, group - 1);
        else for (const each of roots.several.get(person) ?? []) this.#over(v, person, third, settled, each);
      }
    }
  }

  /** Ways of three ties or four to the groups with a cut-off above `limit`; all but the last tie cost `least`. */
  #considerMembers(roots: Roots, ties: number, limit: number, least: number, out: Uint8Array): void {
    const { people, cheapest } = this.#tables.network;
    roots.members.forEach((members, group) => {
      this.#best.select(group);
      if (this.#best.cutoff <= limit) return;
      for (const person of members) {
        if (!isPerson(person, people) || out[person] === 1) continue;
        const floor = cheapest[person] as number;
        if (floor < NO_FLOOR && (floor << FLOOR_BITS) + least <= this.#best.cutoff) this.#search.root(person, ties);
      }
    });
  }

  #over(v: number, person: number, third: number, settled: number, group: number): void {
    this.#best.select(group);
    this.#search.consider(v, person, 0, 0, third, 2, settled);
  }

  #root(roots: Roots, person: number, ties: number, bound: number): void {
    const group = roots.of[person] as number;
    if (group === 0) return;
    if (group < SEVERAL) this.#rootOf(person, ties, bound, group - 1);
    else for (const each of roots.several.get(person) ?? []) this.#rootOf(person, ties, bound, each);
  }

  #rootOf(person: number, ties: number, bound: number, group: number): void {
    if (bound > this.#best.cutoffOf(group)) return;
    this.#best.select(group);
    this.#search.root(person, ties);
  }
}
