import { NEVER } from './cost.ts';
import type { BestFriend } from './friends.ts';
import type { Tables } from './tables.ts';

/** Not asked for yet. */
const UNKNOWN = 0;

/**
 * The best way of exactly three ties to a person, me - u - v - person, by (cost, u, v), pulled from the
 * person's side only when asked for:
 *
 *     me ── u ── v ─?─ person        min over the person's ties v of (person - v) + two ties to v
 *
 * With the tables' own people left out the answer is remembered (`cells`: cost, u, v per person and
 * standing); when that way meets the rest of the query's way or somebody else who is left out, it is
 * computed again for this query alone.
 */
export class BestPair {
  cost = NEVER;
  u = 0;
  v = 0;
  readonly #tables: Tables;
  readonly #friends: BestFriend;
  readonly #memory = [new Int32Array(0), new Int32Array(0), new Int32Array(0)];
  readonly #touched: number[][] = [[], [], []];

  constructor(tables: Tables, friends: BestFriend) {
    this.#tables = tables;
    this.#friends = friends;
  }

  /** To be called when the tables are made anew. */
  forget(): void {
    for (let standing = 0; standing < 3; standing++) {
      const touched = this.#touched[standing] as number[];
      const cells = this.#memory[standing] as Int32Array;
      for (const person of touched) cells[person * 3] = UNKNOWN;
      touched.length = 0;
    }
  }

  /** Finds the best pair but x and those marked in `out`; `cost` is NEVER when there is none. */
  find(person: number, low: number, high: number, x: number, out: Uint8Array): void {
    let cost = NEVER;
    let u = 0;
    let v = 0;
    for (let standing = low; standing <= high; standing++) {
      const cells = this.#remembered(person, standing);
      const cell = person * 3;
      const by = (cells[cell] as number) - cost || (cells[cell + 1] as number) - u || (cells[cell + 2] as number) - v;
      if (by >= 0) continue;
      cost = cells[cell] as number;
      u = cells[cell + 1] as number;
      v = cells[cell + 2] as number;
    }
    this.cost = cost;
    this.u = u;
    this.v = v;
    const meets = u === x || v === x || out[u] === 1 || out[v] === 1;
    if (cost < NEVER && meets) this.#pull(person, low, high, x, out);
  }

  #remembered(person: number, standing: number): Int32Array {
    const { network, leftOut } = this.#tables;
    if ((this.#memory[standing] as Int32Array).length < network.people * 3) {
      this.#memory[standing] = new Int32Array(network.people * 3);
      (this.#touched[standing] as number[]).length = 0;
    }
    const cells = this.#memory[standing] as Int32Array;
    if (cells[person * 3] !== UNKNOWN) return cells;
    this.#pull(person, standing, standing, 0, leftOut);
    cells[person * 3] = this.cost;
    cells[person * 3 + 1] = this.u;
    cells[person * 3 + 2] = this.v;
    (this.#touched[standing] as number[]).push(person);
    return cells;
  }

  #pull(person: number, low: number, high: number, x: number, out: Uint8Array): void {
    const friends = this.#friends;
    const { starts, ends, ties } = this.#tables.network;
    const least = this.#tables.leastTwo[high] as number;
    this.cost = NEVER;
    let at = starts[person] as number;
    for (const end = ends[person] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      const cost = weight >> 2;
      // Ties come cheapest first: after this one even the cheapest two ties are too late.
      if (cost + least > this.cost) break;
      const standing = weight & 3;
      if (standing > high) continue;
      const from = standing >= low ? 0 : low;
      const v = ties[at + 1] as number;
      if (cost + this.#tables.costOfTwo(v, from, high) > this.cost || v === x || out[v] === 1) continue;
      friends.find(v, from, high, person, x, out);
      const by = cost + friends.cost - this.cost || friends.friend - this.u || v - this.v;
      if (friends.cost === NEVER || by >= 0) continue;
      this.cost = cost + friends.cost;
      this.u = friends.friend;
      this.v = v;
    }
    this.#tables.looked += (at - (starts[person] as number)) >> 1;
  }
}
