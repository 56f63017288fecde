import { costOf, floorOf, INTERMEDIARY, NEVER } from './cost.ts';
import { createRowTools, settleRow } from './rows.ts';

/**
 * Ties as columns, one entry a tie, in any order. Node 0 is me: a tie with a = 0 is my own, directed step
 * (me asks b); every other tie is symmetric. `standing` is the index in STANDINGS (0 confirmed, 1 listed,
 * 2 inferred), `p` a strength in (0, 1].
 */
export interface TieColumns {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly p: Float64Array | Float32Array;
  readonly standing: Uint8Array;
}

/** Ties that were not taken, by reason. Ties to oneself and towards me are ignored, not refused. */
export interface Refused {
  readonly person: number;
  readonly strength: number;
  readonly standing: number;
}

/**
 * Compact adjacency. The ties of person v lie in `targets` and `weights` from `starts[v]` to `ends[v]`,
 * cheapest first, equal costs by the other's number:
 *
 *     starts  | v         | v + 1 |        weight = cost * 4 + standing
 *     targets | 7 | 2 | 9 | 0 ...          cost of my own tie:  costOf(p)
 *     weights | . | . | . | ...            of any other:        costOf(p) + INTERMEDIARY
 *
 * A tie between two others always comes after an intermediary, so its cost carries the intermediary's, and
 * a way costs the plain sum of its ties. The standing sits in the two low bits (PATHS.md has a byte of its
 * own for it): 16 bytes a tie and 9 a person, and one read less. From `used` on the arrays are free:
 * a row that has outgrown its place moves there (update.ts).
 */
export interface Network {
  people: number;
  /** Rises with every update; tables are for one revision only. */
  revision: number;
  starts: Int32Array;
  ends: Int32Array;
  targets: Int32Array;
  weights: Int32Array;
  used: number;
  /** The floor of each person's cheapest tie, so that many a row need not be looked at. */
  cheapest: Uint8Array;
  /** How many ties of each standing there are, counted once a direction. */
  readonly count: Int32Array;
  readonly refused: Refused;
}

/** The weight of a tie: see Network. */
export function weightOf(a: number, p: number, standing: number): number {
  return (costOf(p) + (a === 0 ? 0 : INTERMEDIARY)) * 4 + standing;
}

export const costIn = (weight: number): number => weight >> 2;
export const standingIn = (weight: number): number => weight & 3;

/** Of two ties of one pair the more certain one stands, then the stronger (WARMTH.md §3). */
export function isBetter(weight: number, than: number): boolean {
  const by = standingIn(weight) - standingIn(than);
  return by < 0 || (by === 0 && weight < than);
}

/** The weight of the tie from a to b, or -1. O(ties of a). */
export function weightBetween(network: Network, a: number, b: number): number {
  const { starts, ends, targets, weights } = network;
  for (let at = starts[a] as number, end = ends[a] as number; at < end; at++) {
    if (targets[at] === b) return weights[at] as number;
  }
  return -1;
}

type Reason = keyof Refused;

/** Why a tie cannot be taken; null when it can. */
export function refusal(people: number, a: number, b: number, p: number, standing: number): Reason | null {
  if (!(a >= 0 && a < people && b >= 0 && b < people)) return 'person';
  if (!(p > 0 && p <= 1)) return 'strength';
  return standing <= 2 ? null : 'standing';
}

/** A build leaves 1/32 free, so that the first small changes need no new arrays. */
const SPARE = 5;

/**
 * Builds the adjacency of `people` nodes by counting: one pass counts the ties of each person, a second
 * puts them in place; then each row is rid of repeated pairs and sorted. O(ties) but for the sort in a row.
 */
export function buildNetwork(people: number, ties: TieColumns): Network {
  const refused = { person: 0, strength: 0, standing: 0 };
  const usable = countTies(people, ties, refused);
  const starts = usable.starts;
  const ends = starts.slice();
  const targets = new Int32Array(usable.total);
  const weights = new Int32Array(usable.total);
  for (let i = 0; i < ties.a.length; i++) {
    const a = ties.a[i] as number;
    const b = ties.b[i] as number;
    const p = ties.p[i] as number;
    const standing = ties.standing[i] as number;
    if (a === b || b === 0 || refusal(people, a, b, p, standing) !== null) continue;
    const weight = weightOf(a, p, standing);
    const at = (ends[a] as number)++;
    targets[at] = b;
    weights[at] = weight;
    if (a === 0) continue;
    const back = (ends[b] as number)++;
    targets[back] = a;
    weights[back] = weight;
  }
  const count = new Int32Array(3);
  const tools = createRowTools(people);
  const cheapest = new Uint8Array(people);
  let used = 0;
  for (let v = 0; v < people; v++) {
    const start = starts[v] as number;
    const end = settleRow(tools, targets, weights, start, ends[v] as number, isBetter);
    for (let at = start; at < end; at++) (count[standingIn(weights[at] as number)] as number)++;
    if (used < start) {
      targets.copyWithin(used, start, end);
      weights.copyWithin(used, start, end);
    }
    starts[v] = used;
    used += end - start;
    ends[v] = used;
    cheapest[v] = floorOf(end > start ? costIn(weights[starts[v] as number] as number) : NEVER);
  }
  const room = used + (used >> SPARE);
  return {
    people,
    revision: 0,
    starts,
    ends,
    targets: resized(targets, used, room),
    weights: resized(weights, used, room),
    used,
    cheapest,
    count,
    refused,
  };
}

/** The first `used` entries, in an array of `room`. */
export function resized(from: Int32Array, used: number, room: number): Int32Array {
  const to = new Int32Array(room);
  to.set(from.subarray(0, used));
  return to;
}

function countTies(people: number, ties: TieColumns, refused: Record<Reason, number>) {
  const starts = new Int32Array(people);
  let total = 0;
  for (let i = 0; i < ties.a.length; i++) {
    const a = ties.a[i] as number;
    const b = ties.b[i] as number;
    const reason = refusal(people, a, b, ties.p[i] as number, ties.standing[i] as number);
    if (reason !== null) refused[reason]++;
    if (reason !== null || a === b || b === 0) continue;
    (starts[a] as number)++;
    total++;
    if (a === 0) continue;
    (starts[b] as number)++;
    total++;
  }
  for (let v = 0, sum = 0; v < people; v++) {
    const ties = starts[v] as number;
    starts[v] = sum;
    sum += ties;
  }
  return { starts, total };
}
