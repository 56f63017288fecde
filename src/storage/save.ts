import type { Change } from '#model/change.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { entriesOf, type Workspace } from '#model/workspace.ts';
import type { Database, Shelved, Transaction } from './database.ts';
import { type Fault, faultOf } from './faults.ts';

/** Records in one stored value: one value per record would take seconds for 30,000 people. */
const CHUNK = 2_000;
/** A log with more records than this, and than a quarter of the snapshot, becomes a new snapshot. */
const LONG_LOG = 500;

/** `behind`: another tab stored something since; catch up, carry over, save again. Nothing was written. */
export type Saved = { readonly is: 'saved'; readonly item: Shelved } | { readonly is: 'behind' };

/** What one save writes: the changes since `from`, and the workspace they lead to. */
export interface Save {
  readonly from: number;
  readonly changes: readonly Change[];
  readonly after: Workspace;
  /** Write the whole state and drop the log: nothing of what was removed stays behind. */
  readonly whole: boolean;
}

/**
 * Stores changes, if and only if the store is exactly at `from`. The comparison and the write are one
 * transaction: of two tabs that save at once, one is `behind`, and no edit is overwritten.
 */
export function save(
  database: Database,
  id: string,
  { from, changes, after, whole }: Save,
  now: number,
): Promise<Result<Saved, Fault>> {
  return database.transact(['shelf', 'chunks', 'log', 'attic'], async (tx): Promise<Result<Saved, Fault>> => {
    const item = await tx.objectStore('shelf').get(id);
    if (!item) return fail(faultOf('gone'));
    if (item.revision !== from) return ok({ is: 'behind' });
    const weight = changes.reduce((sum, change) => sum + change.put.length + change.remove.length + 1, item.logged);
    if (whole || weight > Math.max(LONG_LOG, item.records / 4)) {
      const named = { ...after, name: item.name, sample: item.sample };
      for (const gone of changes.flatMap(({ remove }) => remove)) await tx.objectStore('attic').delete([id, gone]);
      return ok({ is: 'saved', item: await writeSnapshot(tx, named, now) });
    }
    return ok({ is: 'saved', item: await writeLog(tx, item, changes, weight) });
  });
}

async function writeLog(tx: Transaction, item: Shelved, changes: readonly Change[], weight: number): Promise<Shelved> {
  const next = { ...item, revision: item.revision + changes.length, logged: weight };
  const log = tx.objectStore('log');
  for (const [index, change] of changes.entries()) await log.put(change, [item.id, item.revision + index + 1]);
  await tx.objectStore('shelf').put(next);
  return next;
}

/** All records under a new snapshot number; the one before and the log go in the same transaction. */
export async function writeSnapshot(tx: Transaction, workspace: Workspace, now: number): Promise<Shelved> {
  const { id, name, sample, revision } = workspace;
  const entries = entriesOf(workspace);
  const { backupFile = null } = (await tx.objectStore('shelf').get(id)) ?? {};
  const item: Shelved = {
    id,
    name,
    sample,
    revision,
    snapshot: revision,
    records: entries.length,
    logged: 0,
    opened: now,
    backupFile,
  };
  const chunks = tx.objectStore('chunks');
  const all = IDBKeyRange.bound([id], [id, []]);
  await chunks.delete(all);
  await tx.objectStore('log').delete(all);
  await tx.objectStore('shelf').put(item);
  // One by one: each is packed in a task of its own, and the page stays awake.
  for (let at = 0; at * CHUNK < entries.length; at++)
    await chunks.put(entries.slice(at * CHUNK, (at + 1) * CHUNK), [id, revision, at]);
  return item;
}
