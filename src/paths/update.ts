import { floorOf, NEVER, NO_FLOOR } from './cost.ts';
import {
  costIn,
  isBetter,
  type Network,
  placeOf,
  type Refused,
  refusal,
  standingIn,
  type TieColumns,
  weightOf,
} from './network.ts';
import { sortRow } from './rows.ts';

/** A new array leaves an eighth free. */
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
    network.cheapest[person] = floorOf(none ? NEVER : costIn(network.ties[start] as number));
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
    const at = placeOf(network, person, other);
    const old = at < 0 ? GONE : (network.ties[at] as number);
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
  for (let at = starts[person] as number; at < (ends[person] as number); at += 2) {
    const weight = network.ties[at] as number;
    row.set(network.ties[at + 1] as number, weight);
    (count[standingIn(weight)] as number)--;
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
    network.ties[at] = weight;
    network.ties[at + 1] = other;
    at += 2;
  }
  ends[person] = at;
  sortRow(tools, network.ties, starts[person] as number, at);
}

function remove({ ties, ends, count }: Network, person: number, at: number): void {
  const end = ends[person] as number;
  (count[standingIn(ties[at] as number)] as number)--;
  ties.copyWithin(at, at + 2, end);
  ends[person] = end - 2;
}

/** Inserts a tie where it belongs; there must be room behind the row. */
function insert({ ties, starts, ends, count }: Network, person: number, other: number, weight: number): void {
  const end = ends[person] as number;
  let at = starts[person] as number;
  while (at < end && isBefore(ties[at] as number, ties[at + 1] as number, weight, other)) at += 2;
  ties.copyWithin(at + 2, at, end);
  ties[at] = weight;
  ties[at + 1] = other;
  ends[person] = end + 2;
  (count[standingIn(weight)] as number)++;
}

function isBefore(weight: number, person: number, than: number, other: number): boolean {
  return weight < than || (weight === than && person < other);
}

/** Moves a row to the tail, with room for `more` ties behind it. */
function moveToTail(network: Network, person: number, more: number): void {
  const size = (network.ends[person] as number) - (network.starts[person] as number);
  if (network.used + size + more * 2 > network.ties.length) makeRoom(network, size + more * 2);
  const place = network.used;
  const start = network.starts[person] as number;
  network.ties.copyWithin(place, start, start + size);
  network.starts[person] = place;
  network.ends[person] = place + size;
  network.used += size + more * 2;
}

/** A new array with room for `size` numbers more, and an eighth to spare; closed up once a fifth lies waste. */
function makeRoom(network: Network, size: number): void {
  const live = 2 * ((network.count[0] as number) + (network.count[1] as number) + (network.count[2] as number));
  const waste = network.used - live > live >> 2;
  // Rows that are being changed are not counted by now: twice the size is room for them too.
  const needed = (waste ? live : network.used) + size * 2;
  const ties = new Int32Array(needed + (needed >> SPARE));
  if (waste) closeUp(network, ties);
  else ties.set(network.ties.subarray(0, network.used));
  network.ties = ties;
}

/** Copies all rows side by side into `ties`. */
function closeUp(network: Network, ties: Int32Array): void {
  const { starts, ends, people } = network;
  let used = 0;
  for (let v = 0; v < people; v++) {
    const from = starts[v] as number;
    const end = ends[v] as number;
    starts[v] = used;
    for (let at = from; at < end; at++) ties[used++] = network.ties[at] as number;
    ends[v] = used;
  }
  network.used = used;
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
