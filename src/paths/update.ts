import { floorOf, NEVER, NO_FLOOR } from './cost.ts';
import {
  costIn,
  isBetter,
  type Network,
  type Refused,
  refusal,
  resized,
  standingIn,
  type TieColumns,
  weightOf,
} from './network.ts';
import { sortRow } from './rows.ts';

/** New arrays leave an eighth free. */
const SPARE = 3;

/**
 * Changes some ties of a network where they lie, in time of the rows they touch (a build looks at all), and
 * raises its revision. `add` lets the better tie of a pair stand, as a build does: an imported list. `set`
 * puts the given tie in the place of the pair's; with a strength of 0 the pair has none any more: an edit.
 * `people` may have grown: the new ones are numbered after the others.
 *
 * A row that gets shorter or keeps its length stays; one that grows moves to the free tail:
 *
 *     | row 0 | row 1 | row 2 |        |      →     | row 0 | ····· | row 2 | row 1 + |     |
 *                              used                                                   used
 */
export function updateTies(
  network: Network,
  ties: TieColumns,
  how: 'add' | 'set',
  people: number = network.people,
): Refused {
  growPeople(network, people);
  const refused = { person: 0, strength: 0, standing: 0 };
  const changes = new Map<number, Change[]>();
  for (let i = 0; i < ties.a.length; i++) {
    const a = ties.a[i] as number;
    const b = ties.b[i] as number;
    const p = ties.p[i] as number;
    const standing = ties.standing[i] as number;
    const gone = how === 'set' && p === 0;
    const reason = refusal(network.people, a, b, gone ? 1 : p, standing);
    if (reason !== null) refused[reason]++;
    if (reason !== null || a === b || b === 0) continue;
    const weight = gone ? GONE : weightOf(a, p, standing);
    put(changes, a, b, weight);
    if (a !== 0) put(changes, b, a, weight);
  }
  for (const [person, list] of changes) {
    changeRow(network, person, list, how);
    const start = network.starts[person] as number;
    const none = start === network.ends[person];
    network.cheapest[person] = floorOf(none ? NEVER : costIn(network.weights[start] as number));
  }
  network.revision++;
  return refused;
}

/** The weight of a tie that is no more. */
const GONE = -1;

interface Change {
  readonly other: number;
  readonly weight: number;
}

function put(changes: Map<number, Change[]>, person: number, other: number, weight: number): void {
  const list = changes.get(person);
  if (list === undefined) changes.set(person, [{ other, weight }]);
  else list.push({ other, weight });
}

/** With more changes than this a row is written anew; with fewer each is put in its place. */
const FEW = 8;

function changeRow(network: Network, person: number, changes: readonly Change[], how: 'add' | 'set'): void {
  if (changes.length > FEW) {
    rewriteRow(network, person, changes, how);
    return;
  }
  for (const { other, weight } of changes) {
    const at = find(network, person, other);
    const old = at < 0 ? GONE : (network.weights[at] as number);
    if (!isChange(old, weight, how)) continue;
    if (at >= 0) remove(network, person, at);
    if (weight === GONE) continue;
    if (at < 0) moveToTail(network, person, 1);
    insert(network, person, other, weight);
  }
}

function isChange(old: number, weight: number, how: 'add' | 'set'): boolean {
  return weight !== old && (how === 'set' || old === GONE || isBetter(weight, old));
}

const tools = { keys: new Float64Array(256) };

function rewriteRow(network: Network, person: number, changes: readonly Change[], how: 'add' | 'set'): void {
  const { starts, ends, count } = network;
  const row = new Map<number, number>();
  for (let at = starts[person] as number; at < (ends[person] as number); at++) {
    row.set(network.targets[at] as number, network.weights[at] as number);
    (count[standingIn(network.weights[at] as number)] as number)--;
  }
  const before = row.size;
  for (const { other, weight } of changes) {
    if (!isChange(row.get(other) ?? GONE, weight, how)) continue;
    if (weight === GONE) row.delete(other);
    else row.set(other, weight);
  }
  if (row.size > before) moveToTail(network, person, row.size - before);
  let at = starts[person] as number;
  for (const [other, weight] of row) {
    (count[standingIn(weight)] as number)++;
    network.targets[at] = other;
    network.weights[at++] = weight;
  }
  ends[person] = at;
  sortRow(tools, network.targets, network.weights, starts[person] as number, at);
}

function find(network: Network, person: number, other: number): number {
  const { targets } = network;
  const end = network.ends[person] as number;
  for (let at = network.starts[person] as number; at < end; at++) if (targets[at] === other) return at;
  return -1;
}

function remove(network: Network, person: number, at: number): void {
  const { targets, weights, count } = network;
  const end = (network.ends[person] as number)--;
  (count[standingIn(weights[at] as number)] as number)--;
  targets.copyWithin(at, at + 1, end);
  weights.copyWithin(at, at + 1, end);
}

/** Inserts a tie where it belongs; there must be room behind the row. */
function insert(network: Network, person: number, other: number, weight: number): void {
  const { targets, weights, count } = network;
  const end = (network.ends[person] as number)++;
  let at = network.starts[person] as number;
  while (at < end && isBefore(weights[at] as number, targets[at] as number, weight, other)) at++;
  targets.copyWithin(at + 1, at, end);
  weights.copyWithin(at + 1, at, end);
  targets[at] = other;
  weights[at] = weight;
  (count[standingIn(weight)] as number)++;
}

function isBefore(weight: number, person: number, than: number, other: number): boolean {
  return weight < than || (weight === than && person < other);
}

/** Moves a row to the tail, with room for `more` ties behind it. */
function moveToTail(network: Network, person: number, more: number): void {
  const size = (network.ends[person] as number) - (network.starts[person] as number);
  if (network.used + size + more > network.targets.length) makeRoom(network, size + more);
  const place = network.used;
  const start = network.starts[person] as number;
  network.targets.copyWithin(place, start, start + size);
  network.weights.copyWithin(place, start, start + size);
  network.starts[person] = place;
  network.ends[person] = place + size;
  network.used += size + more;
}

/** New arrays with room for `size` ties more, and an eighth to spare; closed up once a fifth lies waste. */
function makeRoom(network: Network, size: number): void {
  const live = (network.count[0] as number) + (network.count[1] as number) + (network.count[2] as number);
  const room = (ties: number) => ties + size + ((ties + size) >> SPARE);
  if (network.used < live + (live >> 2)) {
    network.targets = resized(network.targets, network.used, room(network.used));
    network.weights = resized(network.weights, network.used, room(network.used));
  } else closeUp(network, room(live));
}

/** Moves all rows into new arrays, side by side. */
function closeUp(network: Network, room: number): void {
  const { starts, ends, people } = network;
  const close = (from: Int32Array): Int32Array => {
    const to = new Int32Array(room);
    let at = 0;
    for (let v = 0; v < people; v++) {
      const end = ends[v] as number;
      for (let tie = starts[v] as number; tie < end; tie++) to[at++] = from[tie] as number;
    }
    return to;
  };
  network.targets = close(network.targets);
  network.weights = close(network.weights);
  let at = 0;
  for (let v = 0; v < people; v++) {
    const length = (ends[v] as number) - (starts[v] as number);
    starts[v] = at;
    at += length;
    ends[v] = at;
  }
  network.used = at;
}

function growPeople(network: Network, people: number): void {
  if (!(people > network.people)) return;
  const grown = (from: Int32Array): Int32Array => {
    const to = new Int32Array(people).fill(network.used);
    to.set(from);
    return to;
  };
  network.starts = grown(network.starts);
  network.ends = grown(network.ends);
  const cheapest = new Uint8Array(people).fill(NO_FLOOR);
  cheapest.set(network.cheapest);
  network.cheapest = cheapest;
  network.people = people;
}
