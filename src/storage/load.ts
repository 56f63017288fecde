import { z } from 'zod';
import type { Change } from '#model/change.ts';
import { filled } from '#model/change.ts';
import type { Id } from '#model/ids.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { isRecord } from '#model/same.ts';
import { type Entry, emptyWorkspace, type Workspace } from '#model/workspace.ts';
import type { Database, Shelved } from './database.ts';
import { type Fault, faultOf } from './faults.ts';
import { labelled } from './shelf.ts';
import type { Vault } from './vault.ts';

/** Checks records with their schemas, off the page for many; the ones it refuses are left out. */
export type Validate = (records: readonly unknown[]) => Promise<{ entries: Entry[]; refused: number }>;

export interface Loaded {
  readonly workspace: Workspace;
  /** Records this version could not read. They are kept in the attic. */
  readonly refused: number;
}

const stored = z.looseObject({ id: z.string() });
const logged = z.object({
  what: z.string(),
  put: z.array(stored),
  remove: z.array(z.string()),
  goesOn: z.literal(true).optional(),
});

/** The workspace as it is stored: its snapshot with the log on top. */
export async function load(database: Database, id: string, validate: Validate): Promise<Result<Loaded, Fault>> {
  const vault = database.vault();
  const read = await database.transact(
    ['shelf', 'chunks', 'log'],
    async (tx) => {
      const row = await tx.objectStore('shelf').get(id);
      if (!row) return fail(faultOf('gone'));
      const [chunks, log] = [tx.objectStore('chunks'), tx.objectStore('log')];
      const stored: Stored[] = [];
      // One by one: each is unpacked in a task of its own, and the page stays awake.
      for (const key of await chunks.getAllKeys(IDBKeyRange.bound([id, row.snapshot], [id, row.snapshot, []])))
        stored.push(['chunks', key, await chunks.get(key)]);
      return ok({ row, chunks: stored, log: await logOf(log, IDBKeyRange.bound([id], [id, []])) });
    },
    vault,
  );
  if (!read.ok) return read;
  const item = await labelled(vault, read.value.row);
  const chunks = await unsealed(vault, read.value.chunks);
  const log = await unsealed(vault, read.value.log);
  if (!item.ok) return item;
  if (!chunks.ok) return chunks;
  if (!log.ok) return log;
  const records = folded(chunks.value as (readonly unknown[])[], log.value);
  const { entries, refused } = await validate([...records.values()]);
  if (refused > 0) await keepRefused(database, id, records, entries);
  return ok({ workspace: workspaceOf(item.value, entries), refused });
}

type Stored = readonly [store: string, key: IDBValidKey, value: unknown];

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

/** Every record as it stands after the log, by id; what is not even a record keeps a made-up id. */
function folded(chunks: readonly (readonly unknown[])[], log: readonly unknown[]): Map<string, unknown> {
  const records = new Map<string, unknown>();
  // A bare look at the id: a schema for each of 300,000 would hold the page up; `validate` checks them all.
  for (const chunk of chunks)
    for (const record of chunk)
      records.set(
        isRecord(record) && typeof record['id'] === 'string' ? record['id'] : `unread ${records.size}`,
        record,
      );
  for (const value of log) {
    const change = logged.safeParse(value);
    if (!change.success) {
      records.set(`unread ${records.size}`, value);
      continue;
    }
    for (const gone of change.data.remove) records.delete(gone);
    for (const record of change.data.put) records.set(record.id, record);
  }
  return records;
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
  records: ReadonlyMap<string, unknown>,
  entries: readonly Entry[],
): Promise<void> {
  const vault = database.vault();
  const read = new Set<string>(entries.map((entry) => entry.id));
  const kept: [[string, string], unknown][] = [];
  for (const [key, record] of records)
    if (!read.has(key)) kept.push([[id, key], await vault.seal('attic', [id, key], record)]);
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
