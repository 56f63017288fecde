import type { Backwards } from './backwards.ts';
import type { Network } from './network.ts';
import { isPerson } from './query.ts';

/** The ties of one person who must be on the way, to close a gap of one tie without a scan. */
interface Stop {
  readonly person: number;
  readonly ties: ReadonlyMap<number, number>;
}

/**
 * Ways that must lead through some people. Walks back from the target until all of them are on the way, and
 * hands the branch over: from there on it is a search like any other.
 *
 *     me ──(Backwards)── x ── … ── target         x: the last of `through` that was missing
 *
 * Where the missing people fill all places left, only they are tried.
 */
export class Through {
  readonly #network: Network;
  readonly #search: Backwards;
  readonly #stops: Stop[];
  #pass = 0;
  #out: Uint8Array = new Uint8Array(0);

  constructor(network: Network, search: Backwards, through: readonly number[]) {
    this.#network = network;
    this.#search = search;
    this.#stops = [...new Set(through)].map((person) => ({ person, ties: tiesOf(network, person) }));
  }

  root(target: number, ties: number, pass: number, out: Uint8Array): void {
    this.#pass = pass;
    this.#out = out;
    const missing = this.#stops.filter((stop) => stop.person !== target);
    // I am at the start, and people nobody knows of are nowhere.
    if (missing.some((stop) => !isPerson(stop.person, this.#network.people))) return;
    // The target is the end of a way, not between: a way through the target does not exist.
    if (missing.length < this.#stops.length) return;
    this.#walk([target], 0, ties, pass === 0 ? 1 : 0, missing);
  }

  /** `way` is the branch so far, nearest to me first; `rest` ties are still to go. */
  #walk(way: readonly number[], cost: number, rest: number, settled: number, missing: readonly Stop[]): void {
    const [person = 0, after1 = 0, after2 = 0, after3 = 0] = way;
    if (missing.length === 0) {
      this.#search.consider(person, after1, after2, after3, cost, rest, settled);
      return;
    }
    if (missing.length > rest - 1) return;
    if (missing.length === rest - 1) {
      for (const { person: next, ties } of missing) {
        const weight = ties.get(person);
        if (weight !== undefined) this.#step(next, weight, way, cost, rest, settled, missing);
      }
      return;
    }
    const last = missing.length === rest - 2;
    const { starts, ends, ties } = this.#network;
    for (let at = starts[person] as number; at < (ends[person] as number); at += 2) {
      const next = ties[at + 1] as number;
      const weight = ties[at] as number;
      if (this.#search.isTooLate(cost + (weight >> 2), rest - 1)) return;
      // The last free place: whoever takes it must know one of the missing, or be one.
      if (last && !missing.some((stop) => stop.person === next || stop.ties.has(next))) continue;
      this.#step(next, weight, way, cost, rest, settled, missing);
    }
  }

  #step(
    next: number,
    weight: number,
    way: readonly number[],
    cost: number,
    rest: number,
    settled: number,
    missing: readonly Stop[],
  ): void {
    if ((weight & 3) > this.#pass || this.#out[next] === 1 || way.includes(next)) return;
    const now = settled === 1 || (weight & 3) === this.#pass ? 1 : 0;
    const left = missing.filter((stop) => stop.person !== next);
    this.#walk([next, ...way], cost + (weight >> 2), rest - 1, now, left);
  }
}

function tiesOf(network: Network, person: number): ReadonlyMap<number, number> {
  const { starts, ends, ties } = network;
  const weights = new Map<number, number>();
  for (let at = starts[person] as number; at < (ends[person] as number); at += 2) {
    weights.set(ties[at + 1] as number, ties[at] as number);
  }
  return weights;
}
