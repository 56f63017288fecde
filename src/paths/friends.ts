import { NEVER } from './cost.ts';
import type { Tables } from './tables.ts';
import type { TwoTies } from './two-ties.ts';

/**
 * The best friend in front of a person: min over friends u of (me - u) + (u - person), by (cost, number).
 * It reads the tables; only when the friend there is left out of this query or already on the way does it
 * look through the person's ties.
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
    this.cost = NEVER;
    for (let standing = low; standing <= high; standing++) {
      const table = this.#tables.two[standing] as TwoTies;
      const cost = table.cost[person] ?? NEVER;
      if (cost > this.cost || cost === NEVER) continue;
      this.#take(cost, table.friend[person] as number);
    }
    if (this.cost < NEVER && !this.#free(this.friend)) this.#look(person, low, high);
  }

  #free(friend: number): boolean {
    return friend !== this.#x && friend !== this.#y && this.#out[friend] === 0;
  }

  #take(cost: number, friend: number): void {
    if (cost > this.cost || (cost === this.cost && friend > this.friend)) return;
    this.cost = cost;
    this.friend = friend;
  }

  #look(person: number, low: number, high: number): void {
    const { network, direct } = this.#tables;
    const { starts, ends, ties } = network;
    const least = this.#tables.leastOfOne(0, high);
    this.cost = NEVER;
    let at = starts[person] as number;
    for (const end = ends[person] as number; at < end; at += 2) {
      const weight = ties[at] as number;
      // Ties come cheapest first; after this one even the cheapest friend is too late.
      if ((weight >> 2) + least > this.cost) break;
      const friend = ties[at + 1] as number;
      const mine = direct[friend] as number;
      const standing = Math.max(weight & 3, mine & 3);
      if (standing < low || standing > high || !this.#free(friend)) continue;
      this.#take((weight >> 2) + (mine >> 2), friend);
    }
    this.#tables.looked += (at - (starts[person] as number)) >> 1;
  }
}
