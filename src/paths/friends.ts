import { NEVER } from './cost.ts';
import type { Tables } from './tables.ts';
import type { TwoTies } from './two-ties.ts';

/**
 * The best friend in front of a person: min over friends u of (me - u) + (u - person), by (cost, number).
 * It reads the tables, and enters there what nobody asked for yet; only when the friend there is left out of
 * this query or already on the way does it look through the person's ties for this query alone.
 *
 * `low` to `high` are the standings the two ties together may have as their least certain one.
 */
export class BestFriend {
  cost = NEVER;
  friend = 0;
  readonly #tables: Tables;
  #x = 0;
  #y = 0;
  #out: Uint8Array = new Uint8Array(0);

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** Finds the best friend but x, y and those marked in `out`; `cost` is NEVER when there is none. */
  find(person: number, low: number, high: number, x: number, y: number, out: Uint8Array): void {
    this.#x = x;
    this.#y = y;
    this.#out = out;
    let cost = NEVER;
    let friend = 0;
    for (let standing = low; standing <= high; standing++) {
      const table = this.#tables.two[standing] as TwoTies;
      if (!table.open) continue;
      if (!this.#tables.complete && table.cost(person) === 0) this.#enter(person, standing);
      const one = table.cost(person);
      if (one === 0 || one > cost || one === NEVER) continue;
      const by = table.friend(person);
      if (one === cost && by > friend) continue;
      cost = one;
      friend = by;
    }
    this.cost = cost;
    this.friend = friend;
    if (cost < NEVER && !this.#free(friend)) this.#tables.looked += this.#look(person, low, high);
  }

  /** Enters a person's best way of two ties, with nobody left out but the tables' own people. */
  #enter(person: number, standing: number): void {
    const [x, y, out] = [this.#x, this.#y, this.#out];
    this.#x = 0;
    this.#y = 0;
    this.#out = this.#tables.leftOut;
    const looked = this.#look(person, standing, standing);
    (this.#tables.two[standing] as TwoTies).set(person, this.cost, this.friend);
    this.#x = x;
    this.#y = y;
    this.#out = out;
    this.#tables.spend(looked);
  }

  #free(friend: number): boolean {
    return friend !== this.#x && friend !== this.#y && this.#out[friend] === 0;
  }

  #take(cost: number, friend: number): void {
    if (cost > this.cost || (cost === this.cost && friend > this.friend)) return;
    this.cost = cost;
    this.friend = friend;
  }

  /** Looks through the person's ties; returns at how many. */
  #look(person: number, low: number, high: number): number {
    const { network, direct, contacts } = this.#tables;
    const { starts, ends, ties } = network;
    const least = this.#tables.leastOne[high] as number;
    this.cost = NEVER;
    let at = starts[person] as number;
    for (const end = ends[person] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      // Ties come cheapest first; after this one even the cheapest friend is too late.
      if ((weight >> 2) + least > this.cost) break;
      const friend = ties[at + 1] as number;
      if ((((contacts[friend >> 5] as number) >> (friend & 31)) & 1) === 0) continue;
      const mine = direct[friend] as number;
      const standing = Math.max(weight & 3, mine & 3);
      if (standing < low || standing > high || !this.#free(friend)) continue;
      this.#take((weight >> 2) + (mine >> 2), friend);
    }
    return (at - (starts[person] as number)) >> 1;
  }
}
