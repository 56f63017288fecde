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
 * Compact adjacency. The row of person v, her ties, lies in `ties` from `starts[v]` to `ends[v]`, two numbers
 * a tie, cheapest first, equal costs by the other's number:
 *
 *     starts  v          v + 1           weight = cost * 4 + standing
 *             |          |               cost of my own tie:  costOf(p)
 *     ties    | w t w t w t | w t …      of any other:        costOf(p) + INTERMEDIARY
 *
 * A tie between two others always comes after an intermediary, so its cost carries the intermediary's, and
 * a way costs the plain sum of its ties. PATHS.md has a column for each of target, cost and standing; weight
 * and target side by side are one cache miss a row where there were three, and 16 bytes a tie (and 9 a person).
 * From `used` on `ties` is free: a row that has outgrown its place moves there (update.ts).
 */
export interface Network {
  people: number;
  /** Rises with every update; tables are for one revision only. */
  revision: number;
  starts: Int32Array;
  ends: Int32Array;
  ties: Int32Array;
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
  const at = placeOf(network, a, b);
  return at < 0 ? -1 : (network.ties[at] as number);
}

/** Where the tie from a to b lies in `ties`, or -1. O(ties of a). */
export function placeOf({ starts, ends, ties }: Network, a: number, b: number): number {
  for (let at = starts[a] as number, end = ends[a] as number; at < end; at += 2) {
    if (ties[at + 1] === b) return at;
  }
  return -1;
}

/** How many ties a person has; for me my own. */
export function tiesCount({ starts, ends }: Network, person: number): number {
  return ((ends[person] as number) - (starts[person] as number)) / 2;
}

/** Calls `use` for each tie of a person, the cheapest first. For me these are my own, directed ties. */
export function forEachTie(
  { starts, ends, ties }: Network,
  person: number,
  use: (other: number, weight: number) => void,
): void {
  for (let at = starts[person] as number, end = ends[person] as number; at < end; at += 2) {
    use(ties[at + 1] as number, ties[at] as number);
  }
}

type Reason = keyof Refused;

/** Why a tie cannot be taken; null when it can. */
export function refusal(people: number, a: number, b: number, p: number, standing: number): Reason | null {
  if (!(a >= 0 && a < people && b >= 0 && b < people)) return 'person';
  if (!(p > 0 && p <= 1)) return 'strength';
  return standing <= 2 ? null : 'standing';
}

/** A build leaves 1/64 free, so that the first small changes need no new array. */
const SPARE = 6;

/**
 * Builds the adjacency of `people` nodes by counting: one pass counts the ties of each person, a second
 * puts them in place; then each row is rid of repeated pairs and sorted. O(ties) but for the sort in a row.
 */
export function buildNetwork(people: number, columns: TieColumns): Network {
  const refused = { person: 0, strength: 0, standing: 0 };
  const { starts, total } = countTies(people, columns, refused);
  const ends = starts.slice();
  const ties = new Int32Array(total * 2);
  for (let i = 0; i < columns.a.length; i++) {
    const a = columns.a[i] as number;
    const b = columns.b[i] as number;
    const p = columns.p[i] as number;
    const standing = columns.standing[i] as number;
    if (a === b || b === 0 || refusal(people, a, b, p, standing) !== null) continue;
    const weight = weightOf(a, p, standing);
    enter(ties, ends, a, b, weight);
    if (a !== 0) enter(ties, ends, b, a, weight);
  }
  const count = new Int32Array(3);
  const cheapest = new Uint8Array(people);
  const tools = createRowTools(people);
  let used = 0;
  for (let v = 0; v < people; v++) {
    const start = starts[v] as number;
    const end = settleRow(tools, ties, start, ends[v] as number, isBetter);
    for (let at = start; at < end; at += 2) (count[standingIn(ties[at] as number)] as number)++;
    if (used < start) ties.copyWithin(used, start, end);
    starts[v] = used;
    used += end - start;
    ends[v] = used;
    cheapest[v] = floorOf(end > start ? costIn(ties[starts[v] as number] as number) : NEVER);
  }
  const settled = resized(ties, used, used + (used >> SPARE));
  return { people, revision: 0, starts, ends, ties: settled, used, cheapest, count, refused };
}

function enter(ties: Int32Array, ends: Int32Array, from: number, to: number, weight: number): void {
  const at = ends[from] as number;
  ties[at] = weight;
  ties[at + 1] = to;
  ends[from] = at + 2;
}

/** The first `used` numbers, in an array of `room`. */
export function resized(from: Int32Array, used: number, room: number): Int32Array {
  if (from.length >= room && from.length - room < room >> SPARE) return from;
  const to = new Int32Array(room);
  to.set(from.subarray(0, used));
  return to;
}

/** Counts the ties of each person, and where her row starts. */
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
    starts[v] = sum * 2;
    sum += ties;
  }
  return { starts, total };
}
