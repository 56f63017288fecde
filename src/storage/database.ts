import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { fail, ok, type Result } from '#model/result.ts';
import type { WrappedKey } from '#seal/data-key.ts';
import { type Fault, faultFrom, faultOf } from './faults.ts';
import { OPEN, type Vault } from './vault.ts';

/**
 *     shelf    id                          what there is and how far it is stored
 *     chunks   [id, snapshot, index]       the records of one snapshot, some thousand in one value
 *     log      [id, revision]              the changes since that snapshot, one value each
 *     attic    [id, record id]             records that this version could not read: kept, never shown
 *     lock     "app"                       the wrapped key, while the app has a passphrase
 *
 * One database for all workspaces: creating, switching and deleting are single transactions. While there is a
 * lock, every name, chunk, log and attic value is encrypted; ids, revisions and counts stand as they are.
 */
interface Schema extends DBSchema {
  shelf: { key: string; value: Row };
  chunks: { key: [string, number, number]; value: unknown };
  log: { key: [string, number]; value: unknown };
  attic: { key: [string, string]; value: unknown };
  lock: { key: string; value: LockRow };
}

/** The key behind the passphrase, and after how many idle minutes the app locks itself (0: never). */
export interface LockRow extends WrappedKey {
  readonly idle: number;
}

/** What is known of a workspace without opening it; its name as the vault sealed it. */
export interface Row {
  readonly id: string;
  readonly name: unknown;
  readonly sample: boolean;
  /** How far the store is: snapshot and log together. */
  readonly revision: number;
  /** `Workspace.typed`; a release that did not count it left none. */
  readonly typed?: number;
  /** Revision of the snapshot; its records are in the chunks with this number. */
  readonly snapshot: number;
  readonly records: number;
  /** Records in the log: decides when a new snapshot is due. */
  readonly logged: number;
  /** When it was last open, milliseconds. */
  readonly opened: number;
  /** The file that backups are written to again and again, where the browser can (File System Access). */
  readonly backupFile?: FileSystemFileHandle | null;
}

export type Shelved = Row & { readonly name: string };

type Stores = readonly StoreNames<Schema>[];
export type Transaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/** One connection, reopened when the browser dropped it. */
export interface Database {
  /**
   * Runs `work` in one transaction and answers after it completed: an `ok` is on disk. `work` must only
   * await requests of its transaction. When it answers a fault or throws, nothing of it is stored. Refused as
   * `locked` when the store is not under the key of `by`, the vault that sealed what is written.
   */
  transact<T>(
    stores: Stores,
    work: (tx: Transaction) => Promise<Result<T, Fault>>,
    by?: Vault | 'any',
  ): Promise<Result<T, Fault>>;
  /** The key in use; a store that is locked and not opened yet has none. */
  vault(): Vault;
  /** From now on values are read and written by this one. */
  trust(vault: Vault): void;
  /** Removes the database with all workspaces; this connection makes no new one. */
  erase(): Promise<Result<null, Fault>>;
  close(): Promise<void>;
}

export const DATABASE = 'handcarry';
/** Of the layout above; what a backup holds has a number of its own. */
export const STORE_VERSION = 2;
export const LOCK = 'app';

/** `onLost` hears why another tab took the store away (a newer version, or everything deleted). */
export function createDatabase(onLost: (fault: Fault) => void = () => {}): Database {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  let lost: Fault | null = null;
  let trusted = OPEN;
  /** Rejects once an older version in another tab keeps the store from being opened; it may open all the same later. */
  let held: Promise<never> | null = null;

  const close = async (): Promise<void> => {
    const open = opening;
    opening = null;
    held = null;
    await open?.then(
      (db) => db.close(),
      () => {},
    );
  };
  const open = (): Promise<IDBPDatabase<Schema>> => {
    if (opening) return held ? Promise.race([opening, held]) : opening;
    let hold: (error: Error) => void = () => {};
    held = new Promise<never>((_, reject) => {
      hold = reject;
    });
    held.catch(() => {});
    opening = openDB<Schema>(DATABASE, STORE_VERSION, {
      upgrade: (db, from) => migrate(db, from),
      blocked: () => hold(new DOMException('another tab', 'BlockedError')),
      blocking: (_, version, event) => {
        (event.target as IDBDatabase).close();
        opening = null;
        lost = faultOf(version === null ? 'deleted' : 'newer');
        onLost(lost);
      },
      terminated: () => {
        opening = null;
      },
    });
    opening.then(
      () => {
        held = null;
      },
      () => {
        opening = null;
      },
    );
    return Promise.race([opening, held]);
  };
  const begin = async (stores: Stores): Promise<Transaction> => {
    const start = async (): Promise<Transaction> =>
      (await open()).transaction([...stores], 'readwrite', { durability: 'strict' });
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      opening = null;
      return await start();
    }
  };

  return {
    vault: () => trusted,
    trust: (vault) => {
      trusted = vault;
    },
    transact: async (stores, work, by = trusted) => {
      if (lost) return fail(lost);
      try {
        const tx = await begin([...stores, 'lock']);
        return await run(tx, async () => {
          if (by === 'any') return work(tx);
          // Asked for together with what `work` asks for, and answered before it: a page that ends has little time.
          const asked = tx.objectStore('lock').get(LOCK);
          const done = work(tx);
          done.catch(() => {});
          const lock = await asked;
          return (lock?.id ?? null) === by.id ? done : fail(faultOf('locked'));
        });
      } catch (error) {
        return fail(lost ?? faultFrom(error));
      }
    },
    erase: async () => {
      await close();
      const erased = await erase();
      if (erased.ok) lost = faultOf('deleted');
      return erased;
    },
    close,
  };
}

async function run<T>(
  tx: Transaction,
  work: (tx: Transaction) => Promise<Result<T, Fault>>,
): Promise<Result<T, Fault>> {
  const done = tx.done.then(
    () => null,
    (error: unknown) => error ?? new Error('aborted'),
  );
  const abort = (): void => {
    try {
      tx.abort();
    } catch {
      // Already over: `done` says how.
    }
  };
  try {
    const result = await work(tx);
    if (!result.ok) abort();
    const failed = await done;
    return result.ok && failed ? fail(faultFrom(failed)) : result;
  } catch (error) {
    abort();
    const failed = await done;
    return fail(faultFrom(failed instanceof DOMException && failed.name === 'QuotaExceededError' ? failed : error));
  }
}

/**
 * Numbered steps from each released schema to the next; each has a fixture store in the tests. A step only adds:
 * what the release before wrote stays as it is for one release more.
 */
function migrate(db: IDBPDatabase<Schema>, from: number): void {
  if (from < 1) {
    db.createObjectStore('shelf', { keyPath: 'id' });
    db.createObjectStore('chunks');
    db.createObjectStore('log');
    db.createObjectStore('attic');
  }
  if (from < 2) db.createObjectStore('lock');
}

/** A connection that another tab does not close answers `blocked`; the removal happens once it does. */
function erase(): Promise<Result<null, Fault>> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve(ok(null));
    request.onerror = () => resolve(fail(faultFrom(request.error)));
    request.onblocked = () => resolve(fail(faultOf('blocked')));
  });
}
