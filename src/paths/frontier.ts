const FIELDS = 6;

/**
 * Branches still to be looked into, cheapest bound first: a binary heap of places in a flat arena. A branch
 * is the part of a way next to the target, `person - after1 - after2`, with `rest` ties still to go to me:
 *
 *     me ── ? ── person ── after1 ── after2        rest = 2; after1, after2 are 0 where the way has ended
 *     arena | person, after1, after2, cost so far, rest, loosest |
 */
export class Frontier {
  size = 0;
  person = 0;
  after1 = 0;
  after2 = 0;
  cost = 0;
  rest = 0;
  /** 1: the branch already holds a tie of the standing that is searched for. */
  settled = 0;
  #used = 0;
  #arena: Int32Array = new Int32Array(256 * FIELDS);
  #bounds: Int32Array = new Int32Array(256);
  #places: Int32Array = new Int32Array(256);

  clear(): void {
    this.size = 0;
    this.#used = 0;
  }

  /** The smallest bound; only when `size` > 0. */
  get least(): number {
    return this.#bounds[0] as number;
  }

  push(
    bound: number,
    person: number,
    after1: number,
    after2: number,
    cost: number,
    rest: number,
    settled: number,
  ): void {
    if (this.#used === this.#bounds.length) this.#grow();
    const place = this.#used++;
    const arena = this.#arena;
    const at = place * FIELDS;
    arena[at] = person;
    arena[at + 1] = after1;
    arena[at + 2] = after2;
    arena[at + 3] = cost;
    arena[at + 4] = rest;
    arena[at + 5] = settled;
    this.#rise(this.size++, bound, place);
  }

  /** Takes the branch with the smallest bound off, into the fields. */
  pop(): void {
    const at = (this.#places[0] as number) * FIELDS;
    const arena = this.#arena;
    this.person = arena[at] as number;
    this.after1 = arena[at + 1] as number;
    this.after2 = arena[at + 2] as number;
    this.cost = arena[at + 3] as number;
    this.rest = arena[at + 4] as number;
    this.settled = arena[at + 5] as number;
    this.size--;
    if (this.size > 0) this.#sink(this.#bounds[this.size] as number, this.#places[this.size] as number);
  }

  #rise(from: number, bound: number, place: number): void {
    const bounds = this.#bounds;
    const places = this.#places;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((bounds[parent] as number) <= bound) break;
      bounds[at] = bounds[parent] as number;
      places[at] = places[parent] as number;
      at = parent;
    }
    bounds[at] = bound;
    places[at] = place;
  }

  #sink(bound: number, place: number): void {
    const bounds = this.#bounds;
    const places = this.#places;
    let at = 0;
    for (let child = 1; child < this.size; child = at * 2 + 1) {
      if (child + 1 < this.size && (bounds[child + 1] as number) < (bounds[child] as number)) child++;
      if ((bounds[child] as number) >= bound) break;
      bounds[at] = bounds[child] as number;
      places[at] = places[child] as number;
      at = child;
    }
    bounds[at] = bound;
    places[at] = place;
  }

  #grow(): void {
    const grown = (from: Int32Array): Int32Array => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.#arena = grown(this.#arena);
    this.#bounds = grown(this.#bounds);
    this.#places = grown(this.#places);
  }
}
