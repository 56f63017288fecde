import { NEVER } from './cost.ts';
import { costIn, type Network, standingIn } from './network.ts';

/** `direct` of somebody who is not my contact: its standing, 3, is looser than any. */
export const NO_TIE = 0x7fffffff;
/** `floor` of somebody nobody leads to. */
export const NO_FLOOR = 255;
/** A floor is the cost without its low 16 bits: a sixteenth of a factor e. */
export const FLOOR_BITS = 16;

/**
 * The ways of exactly two ties, me - friend - person, whose least certain tie is one standing. Four numbers
 * a person, the best two by (cost, friend), so that one friend may be left out:
 *
 *     cells | cost, friend, next cost, next friend | …      NEVER, 0 where there is none
 *     floor | one byte a person: a lower bound of cost in 1/16 of the memory, read first
 *
 * Under a million people `cells` is 16 MB and misses the cache at every read; `floor` stays inside it.
 */
export interface TwoTies {
  readonly cells: Int32Array;
  readonly floor: Uint8Array;
  /** The smallest cost in the table. */
  least: number;
  readonly touched: number[];
}

/**
 * What every search from me shares: my own ties, and the ways of two ties, with some people left out as
 * friends. One sweep over my friends' ties makes them; the next one undoes only what this one touched, so
 * nothing here costs a pass over all people but the first.
 */
export class Tables {
  readonly network: Network;
  /** The revision of the network these tables are for; -1 before the first. */
  revision = -1;
  /** Weight of my own tie to each person, or NO_TIE. */
  direct: Int32Array = new Int32Array(0);
  /** The cheapest own tie of each standing. */
  readonly leastDirect = [NEVER, NEVER, NEVER];
  /** One table a standing; a standing that does not occur has an empty one. */
  readonly two: TwoTies[] = [noTable(), noTable(), noTable()];
  /** 1: left out when the tables were made. */
  leftOut: Uint8Array = new Uint8Array(0);
  leftOutList: readonly number[] = [];
  #friends: number[] = [];

  constructor(network: Network) {
    this.network = network;
  }

  /** Makes the tables anew without `leftOut`. O(ties of my friends). */
  make(leftOut: readonly number[]): void {
    this.#undo();
    this.#fit();
    this.leftOutList = leftOut;
    for (const person of leftOut) this.leftOut[person] = 1;
    this.#sweep();
    this.revision = this.network.revision;
  }

  /** A lower bound, one byte fine, of the ways of two ties to a person of standing `low` to `high`. */
  floorOfTwo(person: number, low: number, high: number): number {
    let floor = NO_FLOOR;
    for (let standing = low; standing <= high; standing++) {
      const one = (this.two[standing] as TwoTies).floor[person];
      if (one !== undefined && one < floor) floor = one;
    }
    return floor === NO_FLOOR ? NEVER : floor << FLOOR_BITS;
  }

  /** The smallest cost of any way of two ties of standing `low` to `high`. */
  leastOfTwo(low: number, high: number): number {
    let least = NEVER;
    for (let standing = low; standing <= high; standing++) {
      least = Math.min(least, (this.two[standing] as TwoTies).least);
    }
    return least;
  }

  /** The cheapest tie of mine of standing `low` to `high`. */
  leastOfOne(low: number, high: number): number {
    let least = NEVER;
    for (let standing = low; standing <= high; standing++) {
      least = Math.min(least, this.leastDirect[standing] as number);
    }
    return least;
  }

  #sweep(): void {
    const { starts, ends, targets, weights } = this.network;
    for (let at = starts[0] as number; at < (ends[0] as number); at++) {
      const friend = targets[at] as number;
      if (this.leftOut[friend] === 1) continue;
      const mine = weights[at] as number;
      this.#friends.push(friend);
      this.direct[friend] = mine;
      const standing = standingIn(mine);
      this.leastDirect[standing] = Math.min(this.leastDirect[standing] as number, costIn(mine));
      for (let tie = starts[friend] as number, end = ends[friend] as number; tie < end; tie++) {
        const weight = weights[tie] as number;
        const table = this.two[Math.max(standing, standingIn(weight))] as TwoTies;
        enter(table, targets[tie] as number, costIn(mine) + costIn(weight), friend);
      }
    }
  }

  /** Room for everybody, also for those who came since; a standing that does not occur gets none. */
  #fit(): void {
    const { people, count } = this.network;
    if (this.direct.length < people) {
      this.direct = new Int32Array(people).fill(NO_TIE);
      this.leftOut = new Uint8Array(people);
    }
    for (let standing = 0; standing < 3; standing++) {
      const has = (this.two[standing] as TwoTies).floor.length;
      if ((count[standing] as number) > 0 && has < people) this.two[standing] = emptyTable(people);
    }
  }

  #undo(): void {
    for (const friend of this.#friends) this.direct[friend] = NO_TIE;
    for (const person of this.leftOutList) this.leftOut[person] = 0;
    for (const table of this.two) {
      for (const person of table.touched) {
        table.cells[person * 4] = NEVER;
        table.cells[person * 4 + 2] = NEVER;
        table.floor[person] = NO_FLOOR;
      }
      table.touched.length = 0;
      table.least = NEVER;
    }
    this.leastDirect.fill(NEVER);
    this.#friends = [];
  }
}

function noTable(): TwoTies {
  return { cells: new Int32Array(0), floor: new Uint8Array(0), least: NEVER, touched: [] };
}

function emptyTable(people: number): TwoTies {
  const cells = new Int32Array(people * 4).fill(NEVER);
  return { cells, floor: new Uint8Array(people).fill(NO_FLOOR), least: NEVER, touched: [] };
}

function enter(table: TwoTies, person: number, cost: number, friend: number): void {
  const { cells } = table;
  const cell = person * 4;
  const best = cells[cell] as number;
  if (cost < best || (cost === best && friend < (cells[cell + 1] as number))) {
    if (best === NEVER) table.touched.push(person);
    cells[cell + 2] = best;
    cells[cell + 3] = cells[cell + 1] as number;
    cells[cell] = cost;
    cells[cell + 1] = friend;
    table.floor[person] = floorOf(cost);
    if (cost < table.least) table.least = cost;
    return;
  }
  const next = cells[cell + 2] as number;
  if (cost < next || (cost === next && friend < (cells[cell + 3] as number))) {
    cells[cell + 2] = cost;
    cells[cell + 3] = friend;
  }
}

/** A lower bound of `cost` in one byte: `floorOf(cost) << FLOOR_BITS <= cost`. */
export function floorOf(cost: number): number {
  return Math.min(cost >> FLOOR_BITS, NO_FLOOR - 1);
}
