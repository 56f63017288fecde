import { newId } from '#model/ids.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Workspace } from '#model/workspace.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import type { Database, Shelved } from './database.ts';
import { type Fault, faultOf } from './faults.ts';
import { writeSnapshot } from './save.ts';

export const FIRST_NAME = 'My search';

/** A fresh id for a workspace: random, so that a deleted one is never mistaken for a new one. */
export function newWorkspaceId(): string {
  return newId('file').slice(5);
}

/** Every workspace on this computer, the last open one first. */
export function listShelf(database: Database): Promise<Result<Shelved[], Fault>> {
  return database.transact(['shelf'], async (tx) => {
    const shelf = await tx.objectStore('shelf').getAll();
    return ok(shelf.sort((a, b) => b.opened - a.opened));
  });
}

/** The workspace that was open last; an empty one is put on the shelf when there is none (both of two tabs get it). */
export function openLast(database: Database, now: number): Promise<Result<Shelved, Fault>> {
  return database.transact(['shelf', 'chunks', 'log'], async (tx) => {
    const shelf = await tx.objectStore('shelf').getAll();
    const [last] = shelf.sort((a, b) => b.opened - a.opened);
    if (last) return ok(last);
    return ok(await writeSnapshot(tx, emptyWorkspace(newWorkspaceId(), FIRST_NAME), now));
  });
}

/** Puts a whole workspace on the shelf, and opens it. */
export function shelve(database: Database, workspace: Workspace, now: number): Promise<Result<Shelved, Fault>> {
  return database.transact(['shelf', 'chunks', 'log'], async (tx) => ok(await writeSnapshot(tx, workspace, now)));
}

/** Changes what is not part of the workspace's records: its name, when it was open, where its backups go. */
export function relabel(
  database: Database,
  id: string,
  edit: Partial<Pick<Shelved, 'name' | 'opened' | 'backupFile'>>,
): Promise<Result<Shelved, Fault>> {
  return database.transact(['shelf'], async (tx) => {
    const item = await tx.objectStore('shelf').get(id);
    if (!item) return fail(faultOf('gone'));
    const next = { ...item, ...edit };
    await tx.objectStore('shelf').put(next);
    return ok(next);
  });
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
