import { z } from 'zod';
import { fail, ok, type Result } from '#model/result.ts';
import { newDataKey, openDataKey, rewrapDataKey } from '#seal/data-key.ts';
import { type Database, LOCK, type LockRow, type Row, type Transaction } from './database.ts';
import { type Fault, faultOf } from './faults.ts';
import { OPEN, type Vault, vaultOf } from './vault.ts';

/** Everything a person wrote lies in these. */
const HOLDING = ['chunks', 'log', 'attic'] as const;
const ALL = ['shelf', ...HOLDING] as const;
/** Another tab that saves all the time makes us begin again. */
const TRIES = 20;

/** The lock of the app as it stands; null while it has none. */
export async function readLock(database: Database): Promise<Result<LockRow | null, Fault>> {
  const read = await database.transact([], async (tx) => ok(await tx.objectStore('lock').get(LOCK)), 'any');
  if (!read.ok || read.value === undefined) return read.ok ? ok(null) : read;
  const row = lockSchema.safeParse(read.value);
  return row.success ? ok(row.data) : fail(faultOf('damaged'));
}

const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);
const lockSchema = z.object({
  id: z.string(),
  rounds: z.number(),
  salt: bytes,
  nonce: bytes,
  wrapped: bytes,
  idle: z.number(),
});

/** Gives the database the key; false when the passphrase is another one. Nothing is read before. */
export async function unlock(database: Database, passphrase: string): Promise<Result<boolean, Fault>> {
  const lock = await readLock(database);
  if (!lock.ok) return lock;
  if (!lock.value) {
    database.trust(OPEN);
    return ok(true);
  }
  const key = await openDataKey(lock.value, passphrase);
  if (key) database.trust(vaultOf(lock.value.id, key));
  return ok(key !== null);
}

/** Encrypts everything under a new key: in one transaction, so that it is all or nothing. */
export async function setLock(database: Database, passphrase: string, idle: number): Promise<Result<null, Fault>> {
  const { key, kept } = await newDataKey(passphrase);
  return rewrite(database, vaultOf(kept.id, key), { ...kept, idle });
}

/** Decrypts everything, likewise; false when the passphrase is another one. */
export async function removeLock(database: Database, passphrase: string): Promise<Result<boolean, Fault>> {
  const opened = await unlock(database, passphrase);
  if (!opened.ok || !opened.value) return opened;
  const done = await rewrite(database, OPEN, null);
  return done.ok ? ok(true) : done;
}

/** The key stays, wrapped anew: nothing else has to be rewritten. False when the passphrase before is another one. */
export async function changePassphrase(
  database: Database,
  before: string,
  after: string,
): Promise<Result<boolean, Fault>> {
  const lock = await readLock(database);
  if (!lock.ok) return lock;
  const kept = lock.value && (await rewrapDataKey(lock.value, before, after));
  if (!kept || !lock.value) return ok(false);
  const done = await putLock(database, { ...kept, idle: lock.value.idle });
  return done.ok ? ok(true) : done;
}

/** After how many idle minutes the app locks itself; 0: never. */
export async function setIdle(database: Database, idle: number): Promise<Result<null, Fault>> {
  const lock = await readLock(database);
  if (!lock.ok) return lock;
  return lock.value ? putLock(database, { ...lock.value, idle }) : fail(faultOf('locked'));
}

function putLock(database: Database, row: LockRow): Promise<Result<null, Fault>> {
  return database.transact([], async (tx) => {
    await tx.objectStore('lock').put(row, LOCK);
    return ok(null);
  });
}

/**
 * Everything is read, sealed anew outside of a transaction (the browser's encryption would end one), and written
 * in one transaction that first looks whether another tab stored something meanwhile; then it begins again. A
 * browser that is killed in between has the store as it was before, or as it is after.
 */
async function rewrite(database: Database, to: Vault, lock: LockRow | null): Promise<Result<null, Fault>> {
  const from = database.vault();
  for (let tries = 0; tries < TRIES; tries++) {
    const read = await database.transact([...ALL], readAll, from);
    if (!read.ok) return read;
    const { rows, values } = read.value;
    const moved = await resealed(from, to, rows, values);
    if (!moved.ok) return moved;
    const written = await database.transact(
      [...ALL],
      async (tx): Promise<Result<boolean, Fault>> => {
        if (markOf(await tx.objectStore('shelf').getAll()) !== markOf(rows)) return ok(false);
        for (const row of moved.value.rows) await tx.objectStore('shelf').put(row);
        for (const [store, key, value] of moved.value.values) await tx.objectStore(store).put(value, key as never);
        if (lock) await tx.objectStore('lock').put(lock, LOCK);
        else await tx.objectStore('lock').delete(LOCK);
        return ok(true);
      },
      from,
    );
    if (!written.ok) return written;
    if (!written.value) continue;
    database.trust(to);
    return ok(null);
  }
  return fail(faultOf('unknown'));
}

type Value = readonly [store: (typeof HOLDING)[number], key: IDBValidKey, value: unknown];

async function readAll(tx: Transaction): Promise<Result<{ rows: Row[]; values: Value[] }, Fault>> {
  const rows = await tx.objectStore('shelf').getAll();
  const values: Value[] = [];
  for (const name of HOLDING) {
    const store = tx.objectStore(name);
    for (const key of await store.getAllKeys()) values.push([name, key, await store.get(key as never)]);
  }
  return ok({ rows, values });
}

async function resealed(from: Vault, to: Vault, rows: readonly Row[], values: readonly Value[]) {
  const nextRows: Row[] = [];
  for (const row of rows) {
    const name = await from.unseal('shelf', row.id, row.name);
    if (!name.ok) return name;
    // What names the file of the backups cannot be encrypted; it is chosen again.
    nextRows.push({ ...row, name: await to.seal('shelf', row.id, name.value), backupFile: null });
  }
  const next: Value[] = [];
  for (const [store, key, value] of values) {
    const plain = await from.unseal(store, key, value);
    if (!plain.ok) return plain;
    next.push([store, key, await to.seal(store, key, plain.value)]);
  }
  return ok({ rows: nextRows, values: next });
}

/** Another one as soon as any tab stored, renamed or opened something. */
function markOf(rows: readonly Row[]): string {
  return JSON.stringify(rows.map(({ backupFile: _, ...row }) => row));
}
