import { newId } from '#model/ids.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Workspace } from '#model/workspace.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import type { Database, Row, Shelved } from './database.ts';
import { type Fault, faultOf } from './faults.ts';
import { pack, writeSnapshot } from './save.ts';
import type { Vault } from './vault.ts';

export const FIRST_NAME = 'My search';

/** A fresh id for a workspace: random, so that a deleted one is never mistaken for a new one. */
export function newWorkspaceId(): string {
  return newId('file').slice(5);
}

/** Every workspace on this computer, the last open one first. */
export async function listShelf(database: Database): Promise<Result<Shelved[], Fault>> {
  const vault = database.vault();
  const read = await database.transact(['shelf'], async (tx) => ok(await tx.objectStore('shelf').getAll()), vault);
  if (!read.ok) return read;
  const shelf: Shelved[] = [];
  for (const row of read.value.sort((a, b) => b.opened - a.opened)) {
    const item = await labelled(vault, row);
    if (!item.ok) return item;
    shelf.push(item.value);
  }
  return ok(shelf);
}

/** The workspace that was open last; an empty one is put on the shelf when there is none (both of two tabs get it). */
export async function openLast(database: Database, now: number): Promise<Result<Shelved, Fault>> {
  const vault = database.vault();
  const fresh = await pack(vault, emptyWorkspace(newWorkspaceId(), FIRST_NAME));
  const row = await database.transact(
    ['shelf', 'chunks', 'log'],
    async (tx) => {
      const shelf = await tx.objectStore('shelf').getAll();
      const [last] = shelf.sort((a, b) => b.opened - a.opened);
      return ok(last ?? (await writeSnapshot(tx, fresh, now)));
    },
    vault,
  );
  return row.ok ? labelled(vault, row.value) : row;
}

/** Puts a whole workspace on the shelf, and opens it. */
export async function shelve(database: Database, workspace: Workspace, now: number): Promise<Result<null, Fault>> {
  const vault = database.vault();
  const packed = await pack(vault, workspace);
  return database.transact(
    ['shelf', 'chunks', 'log'],
    async (tx) => {
      await writeSnapshot(tx, packed, now);
      return ok(null);
    },
    vault,
  );
}

type Label = Partial<Pick<Shelved, 'name' | 'opened' | 'backupFile'>>;

/**
 * Changes what is not part of the workspace's records: its name, when it was open, where its backups go. A locked
 * store keeps no file: the browser cannot encrypt what names it.
 */
export async function relabel(database: Database, id: string, edit: Label): Promise<Result<Shelved, Fault>> {
  const vault = database.vault();
  const { name, opened, backupFile } = edit;
  const changed: Partial<Row> = {
    ...(name !== undefined && { name: await vault.seal('shelf', id, name) }),
    ...(opened !== undefined && { opened }),
    ...(backupFile !== undefined && vault.id === null && { backupFile }),
  };
  const row = await database.transact(
    ['shelf'],
    async (tx): Promise<Result<Row, Fault>> => {
      const item = await tx.objectStore('shelf').get(id);
      if (!item) return fail(faultOf('gone'));
      const next = { ...item, ...changed };
      await tx.objectStore('shelf').put(next);
      return ok(next);
    },
    vault,
  );
  return row.ok ? labelled(vault, row.value) : row;
}

/** The row with its name readable. */
export async function labelled(vault: Vault, row: Row): Promise<Result<Shelved, Fault>> {
  const name = await vault.unseal('shelf', row.id, row.name);
  return name.ok ? ok({ ...row, name: String(name.value) }) : name;
}

/** Where the backups of a workspace go; null where none was chosen. */
export async function backupFileOf(database: Database, id: string): Promise<FileSystemFileHandle | null> {
  const item = await database.transact(['shelf'], async (tx) => ok(await tx.objectStore('shelf').get(id)));
  return (item.ok && item.value?.backupFile) || null;
}

/** Removes one workspace with its snapshot, log and attic. */
export function unshelve(database: Database, id: string): Promise<Result<null, Fault>> {
  return database.transact(['shelf', 'chunks', 'log', 'attic'], async (tx) => {
    await Promise.all([
      tx.objectStore('shelf').delete(id),
      tx.objectStore('chunks').delete(IDBKeyRange.bound([id], [id, []])),
      tx.objectStore('log').delete(IDBKeyRange.bound([id], [id, []])),
      tx.objectStore('attic').delete(IDBKeyRange.bound([id], [id, []])),
    ]);
    return ok(null);
  });
}
