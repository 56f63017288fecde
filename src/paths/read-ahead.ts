/** Numbers in one line of the cache. */
const LINE = 16;
/** How many numbers are fetched at once: 64 KB, well within the cache. */
const STRETCH = 16_384;

/**
 * Rows that lie apart in a large array are each waited for. Where many of them are read from front to back,
 * fetching a whole stretch first, one number a line, takes a fraction of that: memory gives neighbours fast.
 */
export class ReadAhead {
  #until = 0;
  /** Of what was read, so that reading it counts as of use and is not left out. */
  mixed = 0;

  /** To be told before the row from `start` is read. */
  reach(numbers: Int32Array, start: number): void {
    if (start < this.#until && start >= this.#until - STRETCH) return;
    this.#until = Math.min(start + STRETCH, numbers.length);
    let mixed = 0;
    for (let at = start; at < this.#until; at += LINE) mixed ^= numbers[at] as number;
    this.mixed ^= mixed;
  }
}
