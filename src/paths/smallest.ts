/** The k smallest of the numbers offered to each of several groups, in order: k numbers a group. */
export class Smallest {
  #k = 0;
  #numbers: Int32Array = new Int32Array(0);

  /** Starts with `none` in every place. */
  clear(groups: number, k: number, none: number): void {
    this.#k = k;
    if (this.#numbers.length < groups * k) this.#numbers = new Int32Array(groups * k);
    this.#numbers.fill(none, 0, groups * k);
  }

  /** The k-th smallest, or `none` while there are fewer. */
  last(group: number): number {
    return this.#numbers[group * this.#k + this.#k - 1] as number;
  }

  offer(group: number, number: number): void {
    const numbers = this.#numbers;
    const first = group * this.#k;
    let at = first + this.#k - 1;
    if (number >= (numbers[at] as number)) return;
    for (; at > first && number < (numbers[at - 1] as number); at--) numbers[at] = numbers[at - 1] as number;
    numbers[at] = number;
  }
}
