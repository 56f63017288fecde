import { NEVER } from './cost.ts';
import { ReadAhead } from './read-ahead.ts';
import type { Tables } from './tables.ts';
import type { TwoTies } from './two-ties.ts';

/**
 * Whom two ties reach in a pass, by number (so that rows are met as they lie in memory), far fewer than all
 * people in a large network; and what the best two ties cost, with a least certain one
 *
 *     any      of the pass's standing or a more certain one
 *     exact    of the pass's standing; NEVER when there is none
 *
 * Asks for tables that are complete.
 */
export class Reached {
  people: Int32Array = new Int32Array(0);
  any: Int32Array = new Int32Array(0);
  count = 0;
  /** For reading their rows, one after the other. */
  readonly ahead = new ReadAhead();
  readonly #tables: Tables;
  #pass = 0;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  gather(pass: number): void {
    this.#pass = pass;
    this.count = 0;
    if (this.people.length < this.#tables.network.people) {
      this.people = new Int32Array(this.#tables.network.people);
      this.any = new Int32Array(this.#tables.network.people);
    }
    const tables = this.#tables.two.slice(0, pass + 1).filter(({ open }) => open);
    const [first] = tables;
    if (first === undefined) return;
    for (let word = 0; word < first.entered.length; word++) {
      let bits = 0;
      for (const { entered } of tables) bits |= entered[word] as number;
      for (; bits !== 0; bits &= bits - 1) this.#take(tables, (word << 5) + 31 - Math.clz32(bits & -bits));
    }
  }

  #take(tables: readonly TwoTies[], person: number): void {
    let least = NEVER;
    for (const table of tables) {
      const cost = table.cost(person);
      if (cost !== 0 && cost < least) least = cost;
    }
    if (least === NEVER) return;
    this.people[this.count] = person;
    this.any[this.count++] = least;
  }

  exact(place: number): number {
    if (this.#pass === 0) return this.any[place] as number;
    return (this.#tables.two[this.#pass] as TwoTies).cost(this.people[place] as number) || NEVER;
  }
}
