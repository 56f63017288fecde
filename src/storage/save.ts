import type { Change } from '#model/change.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { entriesOf, sizeOf, type Workspace } from '#model/workspace.ts';
import type { Database, Row, Transaction } from './database.ts';
import { type Fault, faultOf } from './faults.ts';
import type { Vault } from './vault.ts';

/** Records in one stored value: one value per record would take seconds for 30,000 people, one for all would hold the page up. */
const CHUNK = 500;
/** A log with more records than this, and than a quarter of the snapshot, becomes a new snapshot. */
const LONG_LOG = 500;

/** `behind`: another tab stored something since; catch up, carry over, save again. Nothing was written. */
export interface Saved {
  readonly is: 'saved' | 'behind';
}

/** What one save writes: the changes since `from`, and the workspace they lead to. */
export interface Save {
  readonly from: number;
  readonly changes: readonly Change[];
  readonly after: Workspace;
  /** Write the whole state and drop the log: nothing of what was removed stays behind. */
  readonly whole: boolean;
}

/**
 * Stores changes, if and only if the store is not beyond `from`. The comparison and the write are one
 * transaction: of two tabs that save at once, one is `behind`, and no edit is overwritten.
 */
export async function save(
  database: Database,
  id: string,
  { from, changes, after, whole }: Save,
  now: number,
): Promise<Result<Saved, Fault>> {
  const vault = database.vault();
  const weight = weightOf(changes);
  const due = whole || weight > longest(sizeOf(after));
  // A large workspace takes its time: it is packed once it is known to be due, and then needs no log.
  let snapshot = due ? await pack(vault, after) : null;
  const log = due ? [] : await sealedLog(vault, id, from, changes);
  const write = (): Promise<Result<Saved | null, Fault>> =>
    database.transact<Saved | null>(
      ['shelf', 'chunks', 'log', 'attic'],
      async (tx) => {
        const item = await tx.objectStore('shelf').get(id);
        if (!item) return fail(await missing(tx));
        if (item.revision > from) return ok({ is: 'behind' });
        // Cleared, and put back by a tab that had missed something: this one knows more.
        if (item.revision < from && !snapshot) return ok(null);
        if (snapshot) {
          const { row, chunks } = snapshot;
          await forget(tx, id, new Set<string>(changes.flatMap(({ remove }) => remove)));
          await writeSnapshot(tx, { row: { ...row, name: item.name }, chunks }, now);
        } else {
          if (item.logged + weight > longest(item.records)) return ok(null);
          await writeLog(tx, item, log, { typed: after.typed, logged: item.logged + weight });
        }
        return ok({ is: 'saved' });
      },
      vault,
    );
  let written = await write();
  if (written.ok && written.value === null) {
    snapshot = await pack(vault, after);
    written = await write();
  }
  return written.ok ? ok(written.value ?? { is: 'behind' }) : written;
}

/** Removed records go from the attic too. It is nearly always empty: asked once, not once a record. */
async function forget(tx: Transaction, id: string, gone: ReadonlySet<string>): Promise<void> {
  const attic = tx.objectStore('attic');
  const kept = gone.size === 0 ? [] : await attic.getAllKeys(IDBKeyRange.bound([id], [id, []]));
  for (const key of kept) if (gone.has(key[1])) await attic.delete(key);
}

/** Why a workspace is not on the shelf: an empty shelf was cleared, for every tab keeps one there. */
async function missing(tx: Transaction): Promise<Fault> {
  return faultOf((await tx.objectStore('shelf').count()) === 0 ? 'cleared' : 'gone');
}

/** What the log may weigh behind a snapshot of that many records. */
function longest(records: number): number {
  return Math.max(LONG_LOG, records / 4);
}

function weightOf(changes: readonly Change[]): number {
  return changes.reduce((sum, { put, remove }) => sum + put.length + remove.length + 1, 0);
}

type Sealed = readonly [key: [string, number], value: unknown];

async function sealedLog(vault: Vault, id: string, from: number, changes: readonly Change[]): Promise<Sealed[]> {
  const log: Sealed[] = [];
  for (const [index, change] of changes.entries()) {
    const key: [string, number] = [id, from + index + 1];
    log.push([key, await vault.seal('log', key, change)]);
  }
  return log;
}

async function writeLog(
  tx: Transaction,
  item: Row,
  changes: readonly Sealed[],
  { typed, logged }: Pick<Row, 'logged'> & Pick<Workspace, 'typed'>,
): Promise<void> {
  const log = tx.objectStore('log');
  const row = { ...item, revision: item.revision + changes.length, typed, logged };
  await Promise.all([...changes.map(([key, change]) => log.put(change, key)), tx.objectStore('shelf').put(row)]);
}

/** A whole workspace as it will lie in the store. */
export interface Packed {
  readonly row: Omit<Row, 'opened' | 'backupFile'>;
  readonly chunks: readonly unknown[];
}

export async function pack(vault: Vault, workspace: Workspace): Promise<Packed> {
  const { id, name, sample, revision, typed } = workspace;
  const entries = entriesOf(workspace);
  const chunks: unknown[] = [];
  for (let at = 0; at * CHUNK < entries.length; at++)
    chunks.push(await vault.seal('chunks', [id, revision, at], entries.slice(at * CHUNK, (at + 1) * CHUNK)));
  const sealed = await vault.seal('shelf', id, name);
  const row = { id, name: sealed, sample, revision, typed, snapshot: revision, records: entries.length, logged: 0 };
  return { row, chunks };
}

/** All records under a new snapshot number; the one before and the log go in the same transaction. */
export async function writeSnapshot(tx: Transaction, { row, chunks }: Packed, now: number): Promise<Row> {
  const { id, revision } = row;
  const { backupFile = null } = (await tx.objectStore('shelf').get(id)) ?? {};
  const item: Row = { ...row, opened: now, backupFile };
  const store = tx.objectStore('chunks');
  const all = IDBKeyRange.bound([id], [id, []]);
  await store.delete(all);
  await tx.objectStore('log').delete(all);
  await tx.objectStore('shelf').put(item);
  // One by one: each is packed in a task of its own, and the page stays awake.
  for (const [at, chunk] of chunks.entries()) await store.put(chunk, [id, revision, at]);
  return item;
}
