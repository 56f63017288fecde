import type { BestWays } from './best.ts';
import { Branches } from './branches.ts';
import { INTERMEDIARY, NEVER } from './cost.ts';
import type { BestFriend } from './friends.ts';
import type { Tables } from './tables.ts';
import type { BestPair } from './thirds.ts';

/**
 * One pass of the search: the k best ways whose least certain tie is exactly `pass`, from the target
 * backwards, best first (PATHS.md, "The method").
 *
 *     me ──(tables: exact, shared)── person ── after1 ── after2      a branch: all ways with this end
 *
 * For every branch the best way in it is known at once, a real one (no person twice, nobody left out), and
 * is offered to the k best before the branch is looked into. Two things follow. The cutoff is tight from
 * the start. And a branch whose best way was refused holds nothing at all: every other way in it is strictly
 * later in the total order. So the search looks into at most about k branches, however large the network,
 * and where the tables know what the second best costs, only into those that hold another of the k best.
 *
 * Ways of 1, 2, 3 and 4 ties are searched as branches with exactly so many ties to go (`rest`).
 */
export class Backwards {
  readonly #tables: Tables;
  readonly #friends: BestFriend;
  readonly #pairs: BestPair;
  readonly #best: BestWays;
  readonly #branches = new Branches();
  #pass = 0;
  #out: Uint8Array = new Uint8Array(0);
  /** The cheapest own tie, and the cheapest two ties, to anybody in this pass. */
  #leastOne = NEVER;
  #leastTwo = NEVER;

  constructor(tables: Tables, friends: BestFriend, pairs: BestPair, best: BestWays) {
    this.#tables = tables;
    this.#friends = friends;
    this.#pairs = pairs;
    this.#best = best;
  }

  /** Starts a pass. `out` marks whom this query leaves out. */
  start(pass: number, out: Uint8Array): void {
    this.#pass = pass;
    this.#out = out;
    this.#branches.clear();
    this.#leastOne = this.#tables.leastOne[pass] as number;
    this.#leastTwo = this.#tables.leastTwo[pass] as number;
  }

  /** Considers all ways to `target` of exactly `ties` (1 to 4) ties, for the board at hand. */
  root(target: number, ties: number): void {
    const settled = this.#pass === 0 ? 1 : 0;
    if (ties === 1) this.#considerOne(target, 0, 0, 0, 0, settled);
    else if (ties === 3) this.#expandThree(target, 0, 0, settled);
    else if (ties === 4) this.#expandFour(target, settled);
    else if (this.#tables.costOfTwo(target, settled === 1 ? 0 : this.#pass, this.#pass) <= this.#best.cutoff) {
      this.#considerTwo(target, 0, 0, 0, settled);
    }
  }

  /** Looks into the branches that may still hold one of the k best. */
  finish(): void {
    const branches = this.#branches;
    while (branches.take()) {
      const { person, after1, after2, cost, settled } = branches;
      this.#best.select(branches.board);
      if (branches.bound > this.#best.cutoff) continue;
      if (branches.rest === 2) this.#expandTwo(person, after1, after2, cost, settled);
      else this.#expandThree(person, after1, cost, settled);
    }
  }

  /** True when `rest` ties more cannot bring a way of cost so far `cost` among the k best. */
  isTooLate(cost: number, rest: number): boolean {
    return cost + this.#leastOne + (rest - 1) * INTERMEDIARY > this.#best.cutoff;
  }

  /** Offers the best way of a branch with `rest` (1 to 3) ties to go; queues the branch if it was taken. */
  consider(
    person: number,
    after1: number,
    after2: number,
    after3: number,
    cost: number,
    rest: number,
    settled: number,
  ): void {
    if (rest === 3) this.#considerThree(person, after1, cost, settled);
    else if (rest === 2) this.#considerTwo(person, after1, after2, cost, settled);
    else this.#considerOne(person, after1, after2, after3, cost, settled);
  }

  #considerOne(person: number, after1: number, after2: number, after3: number, cost: number, settled: number): void {
    const mine = this.#tables.direct[person] as number;
    if ((mine & 3) > this.#pass || (settled === 0 && (mine & 3) < this.#pass)) return;
    const steps = 1 + between(after1, after2) + (after3 > 0 ? 1 : 0);
    this.#best.offer(cost + (mine >> 2), steps, person, after1, after2, after3);
  }

  #considerTwo(person: number, after1: number, after2: number, cost: number, settled: number): void {
    const friends = this.#friends;
    const low = settled === 1 ? 0 : this.#pass;
    friends.find(person, low, this.#pass, after1, after2, this.#out);
    const steps = 2 + between(after1, after2);
    if (!this.#best.offer(cost + friends.cost, steps, friends.friend, person, after1, after2)) return;
    const others = cost + this.#tables.secondOfTwo(person, low, this.#pass);
    if (others > this.#best.cutoff) return;
    this.#branches.push(others, person, after1, after2, cost, 2, settled, this.#best.board);
  }

  #considerThree(person: number, after1: number, cost: number, settled: number): void {
    const pairs = this.#pairs;
    pairs.find(person, settled === 1 ? 0 : this.#pass, this.#pass, after1, this.#out);
    const bound = cost + pairs.cost;
    const steps = 3 + between(after1, 0);
    if (!this.#best.offer(bound, steps, pairs.u, pairs.v, person, after1)) return;
    this.#branches.push(bound, person, after1, 0, cost, 3, settled, this.#best.board);
  }

  /** All ways me - u - person: the last step is closed by my own tie to u. */
  #expandTwo(person: number, after1: number, after2: number, cost: number, settled: number): void {
    const { starts, ends, ties } = this.#tables.network;
    const { direct, contacts } = this.#tables;
    const pass = this.#pass;
    const steps = 2 + between(after1, after2);
    let at = starts[person] as number;
    for (const end = ends[person] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      const sum = cost + (weight >> 2);
      // Cheapest ties first: from here on even my warmest friend would be too late.
      if (sum + this.#leastOne > this.#best.cutoff) break;
      const u = ties[at + 1] as number;
      if ((((contacts[u >> 5] as number) >> (u & 31)) & 1) === 0) continue;
      const mine = direct[u] as number;
      if ((mine & 3) > pass || (weight & 3) > pass) continue;
      if (settled === 0 && (mine & 3) < pass && (weight & 3) < pass) continue;
      if (u === after1 || u === after2 || this.#out[u] === 1) continue;
      this.#best.offer(sum + (mine >> 2), steps, u, person, after1, after2);
    }
    this.#tables.looked += (at - (starts[person] as number)) >> 1;
  }

  /** All ways me - u - v - person, as one branch for each v. */
  #expandThree(person: number, after1: number, cost: number, settled: number): void {
    const { starts, ends, ties } = this.#tables.network;
    const pass = this.#pass;
    let at = starts[person] as number;
    for (const end = ends[person] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      const sum = cost + (weight >> 2);
      if (sum + this.#leastTwo > this.#best.cutoff) break;
      if ((weight & 3) > pass) continue;
      const v = ties[at + 1] as number;
      const now = settled === 1 || (weight & 3) === pass ? 1 : 0;
      const two = this.#tables.costOfTwo(v, now === 1 ? 0 : pass, pass);
      if (sum + two > this.#best.cutoff || v === after1 || this.#out[v] === 1) continue;
      this.#considerTwo(v, person, after1, sum, now);
    }
    this.#tables.looked += (at - (starts[person] as number)) >> 1;
  }

  /** All ways me - u - v - w - target, as one branch for each w. */
  #expandFour(target: number, settled: number): void {
    const { starts, ends, ties } = this.#tables.network;
    const pass = this.#pass;
    const least = this.#leastTwo + INTERMEDIARY;
    let at = starts[target] as number;
    for (const end = ends[target] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      const sum = weight >> 2;
      if (sum + least > this.#best.cutoff) break;
      const w = ties[at + 1] as number;
      if ((weight & 3) > pass || this.#out[w] === 1) continue;
      this.#considerThree(w, target, sum, settled === 1 || (weight & 3) === pass ? 1 : 0);
    }
    this.#tables.looked += (at - (starts[target] as number)) >> 1;
  }
}

function between(after1: number, after2: number): number {
  return (after1 > 0 ? 1 : 0) + (after2 > 0 ? 1 : 0);
}
