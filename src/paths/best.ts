/**
 * The k best ways found so far, best first, in one flat array:
 *
 *     | cost | steps | friend | … | target |   SLOT numbers a way, unused places 0
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
  /** Cost of the k-th best way, or the given ceiling while there are fewer than k. */
  cutoff = 0;
  size = 0;
  #k = 0;
  #ceiling = 0;
  #slots = new Int32Array(64 * SLOT);

  clear(k: number, ceiling: number): void {
    this.#k = k;
    this.#ceiling = ceiling;
    this.size = 0;
    this.cutoff = k > 0 ? ceiling : -1;
    if (this.#slots.length < (k + 1) * SLOT) this.#slots = new Int32Array((k + 1) * SLOT);
  }

  /**
   * Offers the way me, p1, …, p`steps`. Returns false when it is strictly later than the k best; true when
   * it is among them now, also when it was there before (the same people are the same way).
   */
  offer(cost: number, steps: number, p1: number, p2: number, p3: number, p4: number): boolean {
    if (cost > this.cutoff) return false;
    const slots = this.#slots;
    let at = this.size;
    while (at > 0) {
      const by = compare(slots, (at - 1) * SLOT, cost, steps, p1, p2, p3, p4);
      if (by === 0) return true;
      if (by < 0) break;
      at--;
    }
    if (at === this.#k) return false;
    slots.copyWithin((at + 1) * SLOT, at * SLOT, this.size * SLOT);
    const slot = at * SLOT;
    slots[slot] = cost;
    slots[slot + 1] = steps;
    slots[slot + PEOPLE] = p1;
    slots[slot + 3] = p2;
    slots[slot + 4] = p3;
    slots[slot + 5] = p4;
    if (this.size < this.#k) this.size++;
    this.cutoff = this.size < this.#k ? this.#ceiling : (slots[(this.#k - 1) * SLOT] as number);
    return true;
  }

  take(standing: number): Found[] {
    const found: Found[] = [];
    for (let slot = 0; slot < this.size * SLOT; slot += SLOT) {
      const steps = this.#slots[slot + 1] as number;
      const people = Array.from(this.#slots.subarray(slot + PEOPLE, slot + PEOPLE + steps));
      found.push({ people, cost: this.#slots[slot] as number, standing });
    }
    return found;
  }
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
