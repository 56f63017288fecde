import type { Change } from '#model/change.ts';
import { filled } from '#model/change.ts';
import type { Id } from '#model/ids.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { nextTask } from '#model/turn.ts';
import { type Entry, emptyWorkspace, type Workspace } from '#model/workspace.ts';
import type { Database, Shelved } from './database.ts';
import { type Fault, faultOf } from './faults.ts';
import { idOf, LastWords, logged } from './last-words.ts';
import { labelled } from './shelf.ts';
import type { Vault } from './vault.ts';

/**
 * Checks records with their schemas, off the page for many; the ones it refuses are left out. Parts of what is opened
 * name the same `opening`: what they hold together need not travel again.
 */
export type Validate = (records: readonly unknown[], opening?: object) => Promise<Readable>;

interface Readable {
  readonly entries: Entry[];
  readonly refused: number;
}

export interface Loaded {
  readonly workspace: Workspace;
  /** Records this version could not read. They are kept in the attic. */
  readonly refused: number;
}

/**
 * The workspace as it is stored: its snapshot with the log on top. A chunk is on its way to the check while the next
 * one is read:
 *
 *     log ─▶ last word on each record it names        chunk ─▶ unsealed ─▶ records by the log ─▶ checked
 *                                                       next chunk ─▶ …
 */
export async function load(database: Database, id: string, validate: Validate): Promise<Result<Loaded, Fault>> {
  const vault = database.vault();
  const parts: Promise<Result<Part, Fault>>[] = [];
  const read = await database.transact(
    ['shelf', 'chunks', 'log'],
    async (tx) => {
      const row = await tx.objectStore('shelf').get(id);
      if (!row) return fail(faultOf('gone'));
      const chunks = tx.objectStore('chunks');
      const log = unsealed(vault, await logOf(tx.objectStore('log'), IDBKeyRange.bound([id], [id, []])));
      const words = log.then((values) => (values.ok ? ok(new LastWords(values.value)) : values));
      const keys = await chunks.getAllKeys(IDBKeyRange.bound([id, row.snapshot], [id, row.snapshot, []]));
      // A single chunk is checked where it is: nothing is won by sending it.
      const opening = keys.length > 1 ? {} : undefined;
      // One by one: each is unpacked in a task of its own, and the page stays awake.
      for (const key of keys) {
        const value: unknown = await chunks.get(key);
        const part = checked(vault, ['chunks', key, value], words, (records) => validate(records, opening));
        part.catch(() => {});
        parts.push(part);
      }
      return ok({ row, words, opening });
    },
    vault,
  );
  if (!read.ok) return read;
  const { row, words, opening } = read.value;
  const item = await labelled(vault, row);
  if (!item.ok) return item;
  const chunks = await Promise.all(parts);
  const log = await words;
  if (!log.ok) return log;
  const all: Part[] = [];
  for (const part of chunks) {
    if (!part.ok) return part;
    all.push(part.value);
  }
  const added = log.value.rest();
  if (added.length > 0) all.push({ records: added, ...(await validate(added, opening)) });
  const entries = all.flatMap((part) => part.entries);
  const refused = all.reduce((sum, part) => sum + part.refused, 0);
  if (refused > 0)
    await keepRefused(
      database,
      id,
      all.flatMap(({ records }) => records),
      entries,
    );
  return ok({ workspace: workspaceOf(item.value, entries), refused });
}

type Stored = readonly [store: string, key: IDBValidKey, value: unknown];

/** Records that were sent to the check together, and what came of it. */
interface Part extends Readable {
  readonly records: readonly unknown[];
}

/** One chunk: unsealed, with the log on top, and checked. */
async function checked(
  vault: Vault,
  [store, key, value]: Stored,
  log: Promise<Result<LastWords, Fault>>,
  check: (records: readonly unknown[]) => Promise<Readable>,
): Promise<Result<Part, Fault>> {
  const chunk = vault.id === null ? ok(value) : await vault.unseal(store, key, value);
  const words = await log;
  if (!chunk.ok) return chunk;
  if (!words.ok) return words;
  const records = words.value.over(Array.isArray(chunk.value) ? chunk.value : [chunk.value]);
  // What was read as one text is sent on in a task of its own.
  if (vault.id !== null) await nextTask();
  return ok({ records, ...(await check(records)) });
}

/** Two requests, whose answers stand in the same order. */
async function logOf(
  store: { getAllKeys(range: IDBKeyRange): Promise<IDBValidKey[]>; getAll(range: IDBKeyRange): Promise<unknown[]> },
  range: IDBKeyRange,
): Promise<Stored[]> {
  const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return keys.map((key, at) => ['log', key, values[at]]);
}

async function unsealed(vault: Vault, stored: readonly Stored[]): Promise<Result<unknown[], Fault>> {
  if (vault.id === null) return ok(stored.map(([, , value]) => value));
  const values: unknown[] = [];
  for (const [store, key, value] of stored) {
    const opened = await vault.unseal(store, key, value);
    if (!opened.ok) return opened;
    values.push(opened.value);
  }
  return ok(values);
}

export function workspaceOf(
  item: Pick<Shelved, 'id' | 'name' | 'sample' | 'revision' | 'typed'>,
  entries: readonly Entry[],
): Workspace {
  const empty = emptyWorkspace(item.id, item.name, item.sample);
  return { ...filled(empty, entries), revision: item.revision, typed: item.typed ?? 0 };
}

async function keepRefused(
  database: Database,
  id: string,
  records: readonly unknown[],
  entries: readonly Entry[],
): Promise<void> {
  const vault = database.vault();
  const read = new Set<string>(entries.map((entry) => entry.id));
  const kept: [[string, string], unknown][] = [];
  for (const [at, record] of records.entries()) {
    const key = idOf(record) ?? `unread ${at}`;
    if (!read.has(key)) kept.push([[id, key], await vault.seal('attic', [id, key], record)]);
  }
  await database.transact(
    ['attic'],
    async (tx) => {
      for (const [key, record] of kept) await tx.objectStore('attic').put(record, key);
      return ok(null);
    },
    vault,
  );
}

/** What the store holds beyond a revision: the changes in order, or `whole` when the log no longer reaches back. */
export type News =
  | { readonly is: 'nothing' }
  | { readonly is: 'changes'; readonly changes: readonly Change[] }
  | { readonly is: 'whole' };

export async function newsSince(
  database: Database,
  id: string,
  revision: number,
  validate: Validate,
): Promise<Result<News, Fault>> {
  const vault = database.vault();
  const read = await database.transact(
    ['shelf', 'log'],
    async (tx) => {
      const row = await tx.objectStore('shelf').get(id);
      if (!row) return fail(faultOf('gone'));
      const log = await logOf(tx.objectStore('log'), IDBKeyRange.bound([id, revision + 1], [id, []]));
      return ok({ row, log });
    },
    vault,
  );
  if (!read.ok) return read;
  const { row } = read.value;
  if (row.revision === revision) return ok({ is: 'nothing' });
  if (row.snapshot > revision) return ok({ is: 'whole' });
  const log = await unsealed(vault, read.value.log);
  if (!log.ok) return log;
  const changes: Change[] = [];
  for (const value of log.value) {
    const parsed = logged.safeParse(value);
    if (!parsed.success) return ok({ is: 'whole' });
    const { entries, refused } = await validate(parsed.data.put);
    if (refused > 0) return ok({ is: 'whole' });
    const { what, remove, goesOn } = parsed.data;
    changes.push({ what, put: entries, remove: remove as Id[], ...(goesOn && { goesOn }) });
  }
  return ok({ is: 'changes', changes });
}
