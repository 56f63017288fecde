import { NEVER } from './cost.ts';
import type { Network } from './network.ts';

/**
 * The ways of exactly two ties, me - friend - person, whose least certain tie is one standing: for each
 * person the best by (cost, friend), and what the best over another friend costs.
 *
 *     cost   | 0: nothing is entered; NEVER: nobody leads there
 *     friend | …
 *     second | 0: no other friend is entered
 */
export class TwoTies {
  cost: Int32Array = new Int32Array(0);
  friend: Int32Array = new Int32Array(0);
  second: Int32Array = new Int32Array(0);
  /** The smallest cost entered. */
  least = NEVER;
  #touched: Int32Array = new Int32Array(0);
  #count = 0;

  /** Empties the table and makes room for `people`. Only what was touched is undone. */
  clear(people: number): void {
    this.least = NEVER;
    if (this.cost.length < people) {
      this.cost = new Int32Array(people);
      this.friend = new Int32Array(people);
      this.second = new Int32Array(people);
      this.#touched = new Int32Array(people);
    } else if (this.#count > people >> 3) {
      this.cost.fill(0);
      this.second.fill(0);
    } else {
      for (let i = 0; i < this.#count; i++) {
        this.cost[this.#touched[i] as number] = 0;
        this.second[this.#touched[i] as number] = 0;
      }
    }
    this.#count = 0;
  }

  /** Enters the best way to one person, nothing being known of others. */
  set(person: number, cost: number, friend: number): void {
    if (this.cost[person] === 0) this.#touched[this.#count++] = person;
    this.cost[person] = cost;
    this.friend[person] = friend;
  }

  /** Enters the ways over `via`, to whom my own tie costs `mine`, by her ties of standing `low` to `high`. */
  enter(network: Network, via: number, mine: number, low: number, high: number): void {
    const { ties } = network;
    const { cost, friend, second } = this;
    const touched = this.#touched;
    let count = this.#count;
    let least = this.least;
    const end = network.ends[via] as number;
    for (let at = network.starts[via] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      if ((weight & 3) < low || (weight & 3) > high) continue;
      const sum = mine + (weight >> 2);
      const person = ties[at + 1] as number;
      const best = cost[person] as number;
      if (best === 0) {
        touched[count++] = person;
      } else {
        const isLater = sum > best || (sum === best && via > (friend[person] as number));
        const other = isLater ? sum : best;
        const known = second[person] as number;
        if (known === 0 || other < known) second[person] = other;
        if (isLater) continue;
      }
      cost[person] = sum;
      friend[person] = via;
      if (sum < least) least = sum;
    }
    this.#count = count;
    this.least = least;
  }
}
