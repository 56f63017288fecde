import { type IDBPDatabase, openDB } from 'idb';
import type { Entry } from '#model/workspace.ts';
import { entrySchema } from '#model/workspace.ts';
import { decode } from '#storage/canonical.ts';
import { DATABASE } from '#storage/database.ts';
import type { Validate } from '#storage/load.ts';

export const validate: Validate = async (records) => {
  const entries: Entry[] = records.flatMap((record) => entrySchema.safeParse(record).data ?? []);
  return { entries, refused: records.length - entries.length };
};

/** A store as a release left it: every value with its key, typed arrays as in a backup. */
export interface KeptStore {
  readonly version: number;
  readonly stores: Readonly<Record<string, readonly (readonly [key: unknown, value: unknown])[]>>;
}

/** Puts a store of an older release into the browser's place. `shelf` carries its key inside. */
export async function putStore({ version, stores }: KeptStore): Promise<void> {
  const db = await openDB(DATABASE, version, {
    upgrade: (fresh) => {
      for (const name of Object.keys(stores))
        fresh.createObjectStore(name, name === 'shelf' ? { keyPath: 'id' } : undefined);
    },
  });
  for (const [name, rows] of Object.entries(stores))
    for (const [key, value] of rows) {
      if (name === 'shelf') await db.put(name, decode(value));
      else await db.put(name, decode(value), key as IDBValidKey);
    }
  db.close();
}

/** Every value and key that lies in the store, as a program on this computer would read them. */
export async function everything(): Promise<Map<string, (readonly [key: IDBValidKey, value: unknown])[]>> {
  const db: IDBPDatabase = await openDB(DATABASE);
  const all = new Map<string, (readonly [IDBValidKey, unknown])[]>();
  for (const name of db.objectStoreNames) {
    const keys = await db.getAllKeys(name);
    all.set(name, await Promise.all(keys.map(async (key) => [key, await db.get(name, key)] as const)));
  }
  db.close();
  return all;
}

/** The same as one text, bytes read as Latin letters: what a search for a name would find. */
export async function rawText(): Promise<string> {
  return JSON.stringify([...(await everything())], (_, value: unknown) =>
    value instanceof Uint8Array ? String.fromCharCode(...value) : value,
  );
}
