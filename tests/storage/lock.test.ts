import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { apply } from '#model/change.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { newDataKey } from '#seal/data-key.ts';
import { canonicalJson } from '#storage/canonical.ts';
import { createDatabase, DATABASE } from '#storage/database.ts';
import { load, newsSince } from '#storage/load.ts';
import { changePassphrase, readLock, removeLock, setIdle, setLock, unlock } from '#storage/lock.ts';
import { save } from '#storage/save.ts';
import { backupFileOf, listShelf, openLast, relabel, shelve } from '#storage/shelf.ts';
import { vaultOf } from '#storage/vault.ts';
import { everything, rawText, validate } from './any-store.ts';
import { anyWorkspace } from './any-workspace.ts';

const PASS = 'a long passphrase';
const LOCKED = { ok: false, error: { code: 'locked' } };
let database = createDatabase();

beforeEach(async () => {
  await database.close();
  globalThis.indexedDB = new IDBFactory();
  database = createDatabase();
});

async function loaded(id = 'w1', from = database): Promise<Workspace> {
  const result = await load(from, id, validate);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.workspace;
}

/** A workspace with a chunk, a log, an attic and a name of its own. */
async function filled(): Promise<Workspace> {
  const put = [personByHand('person:a', { name: 'Ana Sousa', note: 'met in Porto' })];
  const first = apply(emptyWorkspace('w1', 'Search of Jo'), { what: '', put, remove: [] }).workspace;
  await shelve(database, first, 1);
  await added(first, 'marta');
  const db = await openDB(DATABASE);
  await db.put('attic', { id: 'person:odd', secret: 'Odd One' }, ['w1', 'person:odd']);
  db.close();
  return loaded();
}

async function added(workspace: Workspace, name: string, whole = false, into = database): Promise<void> {
  const change = { what: `New ${name}`, put: [personByHand(`person:${name}`, { name })], remove: [] };
  const after = apply(workspace, change).workspace;
  const saved = await save(into, workspace.id, { from: workspace.revision, changes: [change], after, whole }, 1);
  expect(saved).toMatchObject({ ok: true, value: { is: 'saved' } });
}

describe('a locked store', () => {
  test('shows nothing of what is in it, and is the same once it is opened', async () => {
    const before = await filled();
    expect(await rawText()).toMatch(/Odd One.*Ana Sousa.*marta.*Search of Jo/s);
    expect(await setLock(database, PASS, 15)).toEqual({ ok: true, value: null });
    const raw = await rawText();
    for (const word of ['Ana', 'marta', 'Porto', 'Search of Jo', 'Odd', 'sightings', PASS])
      expect(raw).not.toContain(word);
    expect(canonicalJson(await loaded())).toBe(canonicalJson(before));

    await added(await loaded(), 'Log Entry');
    const news = await newsSince(database, 'w1', 2, validate);
    expect(news).toMatchObject({ value: { is: 'changes', changes: [{ what: 'New Log Entry' }] } });
    await added(await loaded(), 'Snapshot Entry', true);
    await relabel(database, 'w1', { name: 'Renamed' });
    expect(await rawText()).not.toMatch(/Entry|Renamed/);

    const other = createDatabase();
    expect(await listShelf(other)).toMatchObject(LOCKED);
    expect(await openLast(other, 1)).toMatchObject(LOCKED);
    expect(await load(other, 'w1', validate)).toMatchObject(LOCKED);
    expect(await unlock(other, PASS)).toEqual({ ok: true, value: true });
    expect(await listShelf(other)).toMatchObject({ ok: true, value: [{ name: 'Renamed' }] });
    expect([...(await loaded('w1', other)).people.keys()].sort()).toEqual(
      ['person:a', 'person:Log Entry', 'person:marta', 'person:Snapshot Entry'].sort(),
    );
    await other.close();
  });

  test('is not touched by a wrong passphrase', async () => {
    await filled();
    await setLock(database, PASS, 15);
    const before = await everything();
    const other = createDatabase();
    expect(await unlock(other, 'another passphrase')).toEqual({ ok: true, value: false });
    expect(await removeLock(other, 'another passphrase')).toEqual({ ok: true, value: false });
    expect(await changePassphrase(other, 'another passphrase', 'x')).toEqual({ ok: true, value: false });
    expect(await listShelf(other)).toMatchObject(LOCKED);
    expect(await everything()).toEqual(before);
    await other.close();
  });

  test('takes another passphrase without a word rewritten, and none again', async () => {
    const before = await filled();
    await setLock(database, PASS, 15);
    const chunks = (await everything()).get('chunks');
    expect(await changePassphrase(database, PASS, 'quite another')).toEqual({ ok: true, value: true });
    expect(await setIdle(database, 60)).toEqual({ ok: true, value: null });
    expect((await everything()).get('chunks')).toEqual(chunks);
    expect(await readLock(database)).toMatchObject({ value: { idle: 60 } });
    const other = createDatabase();
    expect(await unlock(other, PASS)).toEqual({ ok: true, value: false });
    expect(await removeLock(other, 'quite another')).toEqual({ ok: true, value: true });
    expect(canonicalJson(await loaded('w1', other))).toBe(canonicalJson(before));
    expect((await everything()).get('attic')).toEqual([
      [['w1', 'person:odd'], { id: 'person:odd', secret: 'Odd One' }],
    ]);
    expect(await listShelf(database), 'this tab still has the key').toMatchObject(LOCKED);
    await other.close();
  });

  test('refuses what was changed or moved from one place to another', async () => {
    const first = await filled();
    await setLock(database, PASS, 0);
    await added(first, 'more');
    const db = await openDB(DATABASE);
    const [one, two] = await db.getAllKeys('log');
    await db.put('log', await db.get('log', one ?? ''), two ?? '');
    db.close();
    const before = await everything();
    expect(await load(database, 'w1', validate)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await everything()).toEqual(before);
  });

  test('keeps no file to save backups to: its name could not be encrypted', async () => {
    await filled();
    const file = { name: 'Search of Jo.handcarry' } as FileSystemFileHandle;
    await relabel(database, 'w1', { backupFile: file });
    expect(await backupFileOf(database, 'w1')).toEqual(file);
    await setLock(database, PASS, 0);
    await relabel(database, 'w1', { backupFile: file });
    expect(await backupFileOf(database, 'w1')).toBeNull();
    expect(await rawText()).not.toContain('Search of Jo');
  });
});

test('every byte of random workspaces comes back from under a lock', async () => {
  const { key, kept } = await newDataKey(PASS);
  await fc.assert(
    fc.asyncProperty(anyWorkspace, async (workspace) => {
      globalThis.indexedDB = new IDBFactory();
      database = createDatabase();
      await listShelf(database);
      const db = await openDB(DATABASE);
      await db.put('lock', { ...kept, idle: 15 }, 'app');
      db.close();
      database.trust(vaultOf(kept.id, key));
      expect(await shelve(database, workspace, 1)).toMatchObject({ ok: true });
      expect(canonicalJson(await loaded())).toBe(canonicalJson(workspace));
      await database.close();
    }),
  );
});

describe('setting a lock', () => {
  test('that fails in the middle leaves the store as it was', async () => {
    const before = await filled();
    const stored = await everything();
    let puts = 0;
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (++puts === 3) throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, args);
    });
    expect(await setLock(database, PASS, 15)).toMatchObject({ ok: false, error: { code: 'quota' } });
    vi.restoreAllMocks();
    expect(puts).toBe(3);
    expect(await everything()).toEqual(stored);
    expect(canonicalJson(await loaded())).toBe(canonicalJson(before));
  });

  test('takes in what another tab stores meanwhile, and that tab is shut out until it is opened', async () => {
    const first = await filled();
    const other = createDatabase();
    const [locked] = await Promise.all([setLock(database, PASS, 15), added(first, 'meanwhile', false, other)]);
    expect(locked).toMatchObject({ ok: true });
    expect([...(await loaded()).people.keys()]).toContain('person:meanwhile');
    const change = { what: '', put: [personByHand('person:late', { name: 'Late' })], remove: [] };
    const after = apply(await loaded(), change).workspace;
    const late = await save(other, 'w1', { from: after.revision - 1, changes: [change], after, whole: false }, 1);
    expect(late).toMatchObject(LOCKED);
    expect(await rawText()).not.toContain('Late');
    await unlock(other, PASS);
    await added(await loaded(), 'afterwards', false, other);
    expect([...(await loaded()).people.keys()]).toContain('person:afterwards');
    await other.close();
  });
});
