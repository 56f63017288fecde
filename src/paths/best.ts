/**
 * The k best ways found so far to each of several groups of targets, one board a group:
 *
 *     board 0                                    board 1
 *     | cost | steps | friend | … | target | … k times |  | …        SLOT numbers a way, best first
 *
 * The order is total: cost, number of steps, then the people's numbers from my friend on. So the answer
 * does not depend on when a way was found, and only what is strictly later than the k-th may be dropped.
 */
const SLOT = 6;
const PEOPLE = 2;

export interface Found {
  /** The nodes after me; the target is last. */
  readonly people: number[];
  /** Integer cost (cost.ts), lower is warmer. */
  readonly cost: number;
  /** The least certain step: 0 confirmed, 1 listed, 2 inferred. */
  readonly standing: number;
}

export class BestWays {
  /** Of the board at hand: the cost of its k-th best way, or the ceiling while it has fewer. */
  cutoff = 0;
  /** The board at hand. */
  board = 0;
  #k = 0;
  #boards = 0;
  #slots: Int32Array = new Int32Array(0);
  #sizes: Int32Array = new Int32Array(0);
  #cutoffs: Int32Array = new Int32Array(0);

  /** Empties `boards` boards for the `k` best ways (1 or more) of at most the cost `ceiling`. */
  clear(boards: number, k: number, ceiling: number): void {
    this.#k = k;
    this.#boards = boards;
    if (this.#slots.length < boards * k * SLOT) this.#slots = new Int32Array(boards * k * SLOT);
    if (this.#sizes.length < boards) {
      this.#sizes = new Int32Array(boards);
      this.#cutoffs = new Int32Array(boards);
    }
    this.#sizes.fill(0, 0, boards);
    this.#cutoffs.fill(ceiling, 0, boards);
    this.select(0);
  }

  select(board: number): void {
    this.board = board;
    this.cutoff = this.#cutoffs[board] as number;
  }

  cutoffOf(board: number): number {
    return this.#cutoffs[board] as number;
  }

  /** A cost that is at least the cutoff of this share of the boards. */
  cutoffOfMost(share: number): number {
    const sorted = this.#cutoffs.slice(0, this.#boards).sort();
    return sorted[Math.floor(this.#boards * share)] ?? -1;
  }

  /**
   * Offers the way me, p1, …, p`steps` to the board at hand. Returns false when it is strictly later than the
   * k best; true when it is among them now, also when it was before (the same people are the same way).
   */
  offer(cost: number, steps: number, p1: number, p2: number, p3: number, p4: number): boolean {
    if (cost > this.cutoff) return false;
    const slots = this.#slots;
    const size = this.#sizes[this.board] as number;
    const first = this.board * this.#k * SLOT;
    let slot = first + size * SLOT;
    while (slot > first) {
      const by = compare(slots, slot - SLOT, cost, steps, p1, p2, p3, p4);
      if (by === 0) return true;
      if (by < 0) break;
      slot -= SLOT;
    }
    const last = first + (this.#k - 1) * SLOT;
    if (slot > last) return false;
    // By hand: for so few numbers `copyWithin` takes longer than the search for their place.
    const end = size < this.#k ? first + size * SLOT : last;
    for (let at = end + SLOT - 1; at >= slot + SLOT; at--) slots[at] = slots[at - SLOT] as number;
    slots[slot] = cost;
    slots[slot + 1] = steps;
    slots[slot + PEOPLE] = p1;
    slots[slot + 3] = p2;
    slots[slot + 4] = p3;
    slots[slot + 5] = p4;
    if (size < this.#k) this.#sizes[this.board] = size + 1;
    if (size + 1 >= this.#k) {
      this.cutoff = slots[last] as number;
      this.#cutoffs[this.board] = this.cutoff;
    }
    return true;
  }

  /** The ways on the board at hand, best first. */
  take(standing: number): Found[] {
    const found: Found[] = [];
    const first = this.board * this.#k * SLOT;
    const end = first + (this.#sizes[this.board] as number) * SLOT;
    for (let slot = first; slot < end; slot += SLOT) {
      found.push({ people: peopleIn(this.#slots, slot), cost: this.#slots[slot] as number, standing });
    }
    return found;
  }
}

/** Written out, as a list that grows takes room for seventeen. */
function peopleIn(slots: Int32Array, slot: number): number[] {
  const steps = slots[slot + 1] as number;
  const p1 = slots[slot + PEOPLE] as number;
  const p2 = slots[slot + 3] as number;
  const p3 = slots[slot + 4] as number;
  if (steps === 1) return [p1];
  if (steps === 2) return [p1, p2];
  if (steps === 3) return [p1, p2, p3];
  return [p1, p2, p3, slots[slot + 5] as number];
}

/** Below 0: the way in `slot` is earlier; 0: the same way. */
function compare(
  slots: Int32Array,
  slot: number,
  cost: number,
  steps: number,
  p1: number,
  p2: number,
  p3: number,
  p4: number,
): number {
  return (
    (slots[slot] as number) - cost ||
    (slots[slot + 1] as number) - steps ||
    (slots[slot + 2] as number) - p1 ||
    (slots[slot + 3] as number) - p2 ||
    (slots[slot + 4] as number) - p3 ||
    (slots[slot + 5] as number) - p4
  );
}
