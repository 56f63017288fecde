import { NEVER } from './cost.ts';
import type { Network } from './network.ts';

/** `floor` of somebody nobody leads to. */
export const NO_FLOOR = 255;
/** A floor is the cost without its low 16 bits: it counts sixteenths of a factor e. */
export const FLOOR_BITS = 16;

/**
 * The ways of exactly two ties, me - friend - person, whose least certain tie is one standing. Four numbers
 * a person, the best two by (cost, friend), so that one friend may be left out; NEVER, 0 where there is none:
 *
 *     cells | cost, friend, next cost, next friend | …     16 bytes a person
 *     floor | cost >> 16 | …                               1 byte a person: a lower bound, read first
 *
 * For a million people `cells` misses the cache at nearly every read; `floor` stays inside it.
 */
export class TwoTies {
  cells: Int32Array = new Int32Array(0);
  floor: Uint8Array = new Uint8Array(0);
  /** The smallest cost in the table. */
  least = NEVER;
  #touched: Int32Array = new Int32Array(0);
  #count = 0;

  /** Empties the table and makes room for `people`. Only what was touched is undone. */
  clear(people: number): void {
    this.least = NEVER;
    if (this.floor.length < people) {
      this.cells = new Int32Array(people * 4).fill(NEVER);
      this.floor = new Uint8Array(people).fill(NO_FLOOR);
      this.#touched = new Int32Array(people);
    } else if (this.#count > people >> 3) {
      this.cells.fill(NEVER);
      this.floor.fill(NO_FLOOR);
    } else {
      for (const person of this.#touched.subarray(0, this.#count)) {
        this.cells[person * 4] = NEVER;
        this.cells[person * 4 + 2] = NEVER;
        this.floor[person] = NO_FLOOR;
      }
    }
    this.#count = 0;
  }

  /**
   * Enters the ways over `friend`, to whom my own tie costs `mine`, by her ties of standing `low` to `high`.
   */
  enter(network: Network, friend: number, mine: number, low: number, high: number): void {
    const { targets, weights } = network;
    const { cells, floor } = this;
    const touched = this.#touched;
    let count = this.#count;
    let least = this.least;
    const end = network.ends[friend] as number;
    for (let at = network.starts[friend] as number; at < end; at++) {
      const weight = weights[at] as number;
      if ((weight & 3) < low || (weight & 3) > high) continue;
      const cost = mine + (weight >> 2);
      const person = targets[at] as number;
      const cell = person * 4;
      const best = cells[cell] as number;
      if (cost < best || (cost === best && friend < (cells[cell + 1] as number))) {
        if (best === NEVER) touched[count++] = person;
        cells[cell + 2] = best;
        cells[cell + 3] = cells[cell + 1] as number;
        cells[cell] = cost;
        cells[cell + 1] = friend;
        floor[person] = Math.min(cost >> FLOOR_BITS, NO_FLOOR - 1);
        if (cost < least) least = cost;
        continue;
      }
      const next = cells[cell + 2] as number;
      if (cost < next || (cost === next && friend < (cells[cell + 3] as number))) {
        cells[cell + 2] = cost;
        cells[cell + 3] = friend;
      }
    }
    this.#count = count;
    this.least = least;
  }
}
