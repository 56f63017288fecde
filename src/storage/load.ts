import { z } from 'zod';
import type { Change } from '#model/change.ts';
import { apply } from '#model/change.ts';
import type { Id } from '#model/ids.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { isRecord } from '#model/same.ts';
import { type Entry, emptyWorkspace, type Workspace } from '#model/workspace.ts';
import type { Database, Shelved } from './database.ts';
import { type Fault, faultOf } from './faults.ts';

/** Checks records with their schemas, off the page for many; the ones it refuses are left out. */
export type Validate = (records: readonly unknown[]) => Promise<{ entries: Entry[]; refused: number }>;

export interface Loaded {
  readonly workspace: Workspace;
  /** Records this version could not read. They are kept in the attic. */
  readonly refused: number;
}

const stored = z.looseObject({ id: z.string() });
const logged = z.object({ what: z.string(), put: z.array(stored), remove: z.array(z.string()) });

/** The workspace as it is stored: its snapshot with the log on top. */
export async function load(database: Database, id: string, validate: Validate): Promise<Result<Loaded, Fault>> {
  const read = await database.transact(['shelf', 'chunks', 'log'], async (tx) => {
    const item = await tx.objectStore('shelf').get(id);
    if (!item) return fail(faultOf('gone'));
    const store = tx.objectStore('chunks');
    const chunks: (readonly unknown[])[] = [];
    // One by one: each is unpacked in a task of its own, and the page stays awake.
    for (const key of await store.getAllKeys(IDBKeyRange.bound([id, item.snapshot], [id, item.snapshot, []])))
      chunks.push((await store.get(key)) ?? []);
    return ok({ item, chunks, log: await tx.objectStore('log').getAll(IDBKeyRange.bound([id], [id, []])) });
  });
  if (!read.ok) return read;
  const { item, chunks, log } = read.value;
  const records = folded(chunks, log);
  const { entries, refused } = await validate([...records.values()]);
  if (refused > 0) await keepRefused(database, id, records, entries);
  return ok({ workspace: workspaceOf(item, entries), refused });
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
  item: Pick<Shelved, 'id' | 'name' | 'sample' | 'revision'>,
  entries: readonly Entry[],
): Workspace {
  const empty = emptyWorkspace(item.id, item.name, item.sample);
  return { ...apply(empty, { what: '', put: entries, remove: [] }).workspace, revision: item.revision };
}

async function keepRefused(
  database: Database,
  id: string,
  records: ReadonlyMap<string, unknown>,
  entries: readonly Entry[],
): Promise<void> {
  const read = new Set<string>(entries.map((entry) => entry.id));
  await database.transact(['attic'], async (tx) => {
    for (const [key, record] of records) if (!read.has(key)) await tx.objectStore('attic').put(record, [id, key]);
    return ok(null);
  });
}

/** What the store holds beyond a revision: the changes in order, or `whole` when the log no longer reaches back. */
export type News =
  | { readonly is: 'nothing' }
  | { readonly is: 'changes'; readonly changes: readonly Change[]; readonly item: Shelved }
  | { readonly is: 'whole' };

export async function newsSince(
  database: Database,
  id: string,
  revision: number,
  validate: Validate,
): Promise<Result<News, Fault>> {
  const read = await database.transact(['shelf', 'log'], async (tx) => {
    const item = await tx.objectStore('shelf').get(id);
    if (!item) return fail(faultOf('gone'));
    const log = await tx.objectStore('log').getAll(IDBKeyRange.bound([id, revision + 1], [id, []]));
    return ok({ item, log });
  });
  if (!read.ok) return read;
  const { item, log } = read.value;
  if (item.revision === revision) return ok({ is: 'nothing' });
  if (item.snapshot > revision) return ok({ is: 'whole' });
  const changes: Change[] = [];
  for (const value of log) {
    const parsed = logged.safeParse(value);
    if (!parsed.success) return ok({ is: 'whole' });
    const { entries, refused } = await validate(parsed.data.put);
    if (refused > 0) return ok({ is: 'whole' });
    changes.push({ what: parsed.data.what, put: entries, remove: parsed.data.remove as Id[] });
  }
  return ok({ is: 'changes', changes, item });
}
