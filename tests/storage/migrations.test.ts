import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { profileOf } from '#model/person.ts';
import { createDatabase, STORE_VERSION } from '#storage/database.ts';
import { load } from '#storage/load.ts';
import { setLock } from '#storage/lock.ts';
import { listShelf } from '#storage/shelf.ts';
import { everything, type KeptStore, putStore, validate } from './any-store.ts';

const released = (version: number): KeptStore =>
  JSON.parse(readFileSync(`data/expected/store-${version}.json`, 'utf8')) as KeptStore;
const RELEASED = Array.from({ length: STORE_VERSION - 1 }, (_, at) => at + 1);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function names(database = createDatabase()): Promise<Record<string, string[]>> {
  const shelf = await listShelf(database);
  if (!shelf.ok) throw new Error(shelf.error.message);
  const found: Record<string, string[]> = {};
  for (const { id, name } of shelf.value) {
    const loaded = await load(database, id, validate);
    if (!loaded.ok) throw new Error(loaded.error.message);
    found[name] = [...loaded.value.workspace.people.values()].map((person) => profileOf(person).name).sort();
  }
  await database.close();
  return found;
}

test.each(RELEASED)('a store of version %d opens whole, as it is and locked', async (version) => {
  const store = released(version);
  await putStore(store);
  const before = await everything();
  const found = await names();
  expect(found).toEqual({
    'A client': ['Client Person'],
    'My search': ['Ana Sousa', 'Ana Sousa', 'Marta Silva', '__proto__ constructor', 'مريم الهاشمي'],
  });
  const after = await everything();
  for (const [name, rows] of before) expect(after.get(name), `${name} is as the release before left it`).toEqual(rows);

  const database = createDatabase();
  expect(await setLock(database, 'a long passphrase', 15)).toMatchObject({ ok: true });
  expect(await names(database)).toEqual(found);
});
