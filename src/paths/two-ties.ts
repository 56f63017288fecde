import { NEVER } from './cost.ts';
import type { Network } from './network.ts';

/** Numbers a person in `cells`; the fourth keeps a person in one line of the cache. */
const CELL = 4;
const FRIEND = 1;
const SECOND = 2;

/**
 * The ways of exactly two ties, me - friend - person, whose least certain tie is one standing: for each
 * person the best by (cost, friend), and what the best over another friend costs. A bit says who is entered,
 * so emptying the table is emptying the bits, and most who are not are told by these alone.
 *
 *     entered | a bit a person
 *     cells   | cost, friend, second, – | …      cost    NEVER: nobody leads there
 *                                                second  NEVER: no other friend is entered
 */
export class TwoTies {
  entered: Int32Array = new Int32Array(0);
  /** The smallest cost entered. */
  least = NEVER;
  #cells: Int32Array = new Int32Array(0);

  /** False while there is no room for anybody: no tie of this standing occurs. */
  get open(): boolean {
    return this.#cells.length > 0;
  }

  /** Empties the table and makes room for `people`. */
  clear(people: number): void {
    this.least = NEVER;
    if (this.#cells.length < people * CELL) {
      this.#cells = new Int32Array(people * CELL);
      this.entered = new Int32Array((people >> 5) + 1);
    } else this.entered.fill(0);
  }

  /** 0: nothing is entered. */
  cost(person: number): number {
    return this.#has(person) ? (this.#cells[person * CELL] as number) : 0;
  }

  /** Of somebody entered. */
  friend(person: number): number {
    return this.#cells[person * CELL + FRIEND] as number;
  }

  /** Of somebody entered. */
  second(person: number): number {
    return this.#cells[person * CELL + SECOND] as number;
  }

  /** Enters the best way to one person, nothing being known of others. */
  set(person: number, cost: number, friend: number): void {
    (this.entered[person >> 5] as number) |= 1 << (person & 31);
    this.#cells[person * CELL] = cost;
    this.#cells[person * CELL + FRIEND] = friend;
    this.#cells[person * CELL + SECOND] = NEVER;
  }

  /** Enters the ways over `via`, to whom my own tie costs `mine`, by her ties of standing `low` to `high`. */
  enter(network: Network, via: number, mine: number, low: number, high: number): void {
    const { ties } = network;
    const { entered } = this;
    const cells = this.#cells;
    let least = this.least;
    const end = network.ends[via] as number;
    for (let at = network.starts[via] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      if ((weight & 3) < low || (weight & 3) > high) continue;
      const sum = mine + (weight >> 2);
      const person = ties[at + 1] as number;
      const cell = person * CELL;
      const bits = entered[person >> 5] as number;
      const bit = 1 << (person & 31);
      if ((bits & bit) === 0) {
        entered[person >> 5] = bits | bit;
        cells[cell + SECOND] = NEVER;
      } else {
        const best = cells[cell] as number;
        const isLater = sum > best || (sum === best && via > (cells[cell + FRIEND] as number));
        const other = isLater ? sum : best;
        if (other < (cells[cell + SECOND] as number)) cells[cell + SECOND] = other;
        if (isLater) continue;
      }
      cells[cell] = sum;
      cells[cell + FRIEND] = via;
      if (sum < least) least = sum;
    }
    this.least = least;
  }

  #has(person: number): boolean {
    return (((this.entered[person >> 5] as number) >> (person & 31)) & 1) === 1;
  }
}
