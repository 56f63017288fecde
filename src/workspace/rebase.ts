import { type Change, recordOf } from '#model/change.ts';
import { type Id, kindOf } from '#model/ids.ts';
import { isRecord, same } from '#model/same.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { withoutMissing } from './references.ts';

/**
 * A change and the records it was made from. Two tabs (or an undo and a later edit) may touch the same
 * record; with the base the edit can be carried over to what stands now, field by field:
 *
 *     base    { name: 'Ana', note: '' }
 *     mine    { name: 'Ana', note: 'met in Porto' }      my edit: note
 *     theirs  { name: 'Ana Sousa', note: '' }            stands now: name
 *     result  { name: 'Ana Sousa', note: 'met in Porto' }
 *
 * On the same field the later edit wins, and `Clash` says so. A removal wins over an edit: deleted people stay deleted.
 */
export interface Edit extends Change {
  readonly base: readonly Entry[];
}

export function editOf(change: Change, workspace: Workspace): Edit {
  const ids = [...change.put.map((record) => record.id), ...change.remove];
  const base = ids.map((id) => recordOf(workspace, id)).filter((record) => record !== undefined);
  return { ...change, base };
}

/** One field that both sides changed to different values; mine is kept. */
export interface Clash {
  readonly id: Entry['id'];
  readonly path: readonly string[];
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** The edit as it must read on a workspace that moved on. */
export function rebase(edit: Edit, onto: Workspace, clashed: (clash: Clash) => void = () => {}): Change {
  const base = new Map(edit.base.map((record) => [record.id, record]));
  const put: Entry[] = [];
  for (const mine of edit.put) {
    const before = base.get(mine.id);
    const theirs = recordOf(onto, mine.id);
    if (before && !theirs) continue;
    const { id } = mine;
    const note: Note = (path, kept, gone) => clashed({ id, path, mine: kept, theirs: gone });
    put.push(theirs ? (merged(before, mine, theirs, note) as Entry) : mine);
  }
  const coming = new Set(put.map((record) => record.id));
  const going = new Set<Entry['id']>(edit.remove);
  const there = (id: Entry['id']): boolean => coming.has(id) || (!going.has(id) && recordOf(onto, id) !== undefined);
  const whole = put.map((record) => withoutMissing(record, there)).filter((record) => record !== null);
  const left = [...going].some((id) => kindOf(id) === 'person') ? naming(onto, there) : [];
  const others = left.filter(({ record }) => !coming.has(record.id) && !going.has(record.id));
  return {
    what: edit.what,
    ...(edit.goesOn && { goesOn: edit.goesOn }),
    put: [...whole, ...others.flatMap(({ without }) => without ?? [])],
    remove: [...edit.remove, ...others.flatMap(({ record, without }) => (without ? [] : [record.id as Id]))],
  };
}

/** Records that name somebody who is not there, and what is left of each. */
function naming(workspace: Workspace, there: (id: Entry['id']) => boolean) {
  const { ties, targets, asks, questions } = workspace;
  const records: Entry[] = [...ties.values(), ...targets.values(), ...asks.values(), ...questions.values()];
  return records
    .map((record) => ({ record, without: withoutMissing(record, there) }))
    .filter(({ record, without }) => record !== without);
}

/** Hears of each place where both sides changed the same thing. */
type Note = (path: readonly string[], mine: unknown, theirs: unknown) => void;

/** Three-way merge: what I left alone is theirs, what they left alone is mine, both changed: mine. */
export function merged(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  note: Note = () => {},
  path: readonly string[] = [],
): unknown {
  if (same(mine, base) || same(mine, theirs)) return theirs;
  if (same(theirs, base)) return mine;
  if (Array.isArray(mine) && Array.isArray(theirs))
    return mergedLists(Array.isArray(base) ? base : [], mine, theirs, note, path);
  if (isRecord(mine) && isRecord(theirs)) return mergedRecords(isRecord(base) ? base : {}, mine, theirs, note, path);
  note(path, mine, theirs);
  return mine;
}

type Fields = Readonly<Record<string, unknown>>;

function mergedRecords(base: Fields, mine: Fields, theirs: Fields, note: Note, path: readonly string[]): Fields {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const fields: [string, unknown][] = [];
  for (const key of keys) {
    const value = merged(base[key], mine[key], theirs[key], note, [...path, key]);
    if (value !== undefined) fields.push([key, value]);
  }
  return Object.fromEntries(fields);
}

/** Lists are sets of items: theirs in their order, without what I took out, then what I added. */
function mergedLists(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
  note: Note,
  path: readonly string[],
): unknown[] {
  const before = new Map(base.map((item) => [identity(item), item]));
  const own = new Map(mine.map((item) => [identity(item), item]));
  const result: unknown[] = [];
  const seen = new Set<string>();
  for (const item of theirs) {
    const key = identity(item);
    seen.add(key);
    if (own.has(key)) result.push(merged(before.get(key), own.get(key), item, note, path));
    else if (!before.has(key)) result.push(item);
  }
  for (const item of mine) {
    const key = identity(item);
    if (!seen.has(key) && !before.has(key)) result.push(item);
  }
  return result;
}

/** What makes two list items the same one: the friend for checks, otherwise all of it, in whatever order its fields are. */
function identity(item: unknown): string {
  if (isRecord(item) && typeof item['friend'] === 'string') return item['friend'];
  return JSON.stringify(item, (_, value: unknown) => {
    if (value instanceof Uint32Array) return [...value];
    return isRecord(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
  });
}
