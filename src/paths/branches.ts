const FIELDS = 8;

/**
 * Branches still to be looked into, in a flat queue. A branch is the part of a way next to the target,
 * `person - after1 - after2`, with `rest` ties still to go to me. No way in it but the one that was offered
 * when it was found costs less than `bound`:
 *
 *     me ── ? ── person ── after1 ── after2        rest = 2; after1, after2 are 0 where the way has ended
 *     queue | bound, person, after1, after2, cost so far, rest, settled, board | …
 *
 * First in, first out: no heap is needed, as at most k branches have a best way among the k best.
 */
export class Branches {
  bound = 0;
  person = 0;
  after1 = 0;
  after2 = 0;
  cost = 0;
  rest = 0;
  /** 1: the branch already holds a tie of the standing that is searched for. */
  settled = 0;
  /** Whose k best ways it competes with: a place in BestWays. */
  board = 0;
  #first = 0;
  #end = 0;
  #queue: Int32Array = new Int32Array(256 * FIELDS);

  clear(): void {
    this.#first = 0;
    this.#end = 0;
  }

  push(
    bound: number,
    person: number,
    after1: number,
    after2: number,
    cost: number,
    rest: number,
    settled: number,
    board: number,
  ): void {
    if (this.#end === this.#queue.length) this.#grow();
    const queue = this.#queue;
    const at = this.#end;
    queue[at] = bound;
    queue[at + 1] = person;
    queue[at + 2] = after1;
    queue[at + 3] = after2;
    queue[at + 4] = cost;
    queue[at + 5] = rest;
    queue[at + 6] = settled;
    queue[at + 7] = board;
    this.#end = at + FIELDS;
  }

  /** Takes the oldest branch off, into the fields; false when there is none. */
  take(): boolean {
    if (this.#first === this.#end) return false;
    const queue = this.#queue;
    const at = this.#first;
    this.bound = queue[at] as number;
    this.person = queue[at + 1] as number;
    this.after1 = queue[at + 2] as number;
    this.after2 = queue[at + 3] as number;
    this.cost = queue[at + 4] as number;
    this.rest = queue[at + 5] as number;
    this.settled = queue[at + 6] as number;
    this.board = queue[at + 7] as number;
    this.#first = at + FIELDS;
    return true;
  }

  #grow(): void {
    const queue = new Int32Array(this.#queue.length * 2);
    queue.set(this.#queue);
    this.#queue = queue;
  }
}
