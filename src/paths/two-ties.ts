import { floorOf, NEVER, NO_FLOOR } from './cost.ts';
import type { Network } from './network.ts';

/**
 * The ways of exactly two ties, me - friend - person, whose least certain tie is one standing: for each
 * person the best by (cost, friend), and a lower bound of its cost in one byte, to be read first. For a
 * million people `cost` misses the cache at nearly every read; `floor` stays inside it.
 *
 *     cost   | NEVER where nobody leads |     floor  | floorOf(cost) |
 *     friend | …                        |
 */
export class TwoTies {
  cost: Int32Array = new Int32Array(0);
  friend: Int32Array = new Int32Array(0);
  floor: Uint8Array = new Uint8Array(0);
  /** The smallest cost in the table. */
  least = NEVER;
  #touched: Int32Array = new Int32Array(0);
  #count = 0;

  /** Empties the table and makes room for `people`. Only what was touched is undone. */
  clear(people: number): void {
    this.least = NEVER;
    if (this.floor.length < people) {
      this.cost = new Int32Array(people).fill(NEVER);
      this.friend = new Int32Array(people);
      this.floor = new Uint8Array(people).fill(NO_FLOOR);
      this.#touched = new Int32Array(people);
    } else if (this.#count > people >> 3) {
      this.cost.fill(NEVER);
      this.floor.fill(NO_FLOOR);
    } else {
      for (let i = 0; i < this.#count; i++) {
        const person = this.#touched[i] as number;
        this.cost[person] = NEVER;
        this.floor[person] = NO_FLOOR;
      }
    }
    this.#count = 0;
  }

  /**
   * Enters the ways over `via`, to whom my own tie costs `mine`, by her ties of standing `low` to `high`.
   */
  enter(network: Network, via: number, mine: number, low: number, high: number): void {
    const { ties } = network;
    const { cost, friend } = this;
    const touched = this.#touched;
    let count = this.#count;
    const end = network.ends[via] as number;
    for (let at = network.starts[via] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      const sum = mine + (weight >> 2);
      const person = ties[at + 1] as number;
      const best = cost[person] as number;
      if (sum > best || (weight & 3) < low || (weight & 3) > high) continue;
      if (sum === best && via > (friend[person] as number)) continue;
      if (best === NEVER) touched[count++] = person;
      cost[person] = sum;
      friend[person] = via;
    }
    this.#count = count;
  }

  /** To be called when all ways are entered: sets the floors. */
  settle(): void {
    const { cost, floor } = this;
    const touched = this.#touched;
    let least = NEVER;
    for (let i = 0; i < this.#count; i++) {
      const person = touched[i] as number;
      const sum = cost[person] as number;
      floor[person] = floorOf(sum);
      if (sum < least) least = sum;
    }
    this.least = least;
  }
}
