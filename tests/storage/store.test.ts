import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { apply, type Change } from '#model/change.ts';
import { personByHand } from '#model/person.ts';
import { type Entry, emptyWorkspace, entrySchema, type Workspace } from '#model/workspace.ts';
import { createDatabase, DATABASE } from '#storage/database.ts';
import type { Fault } from '#storage/faults.ts';
import { load, newsSince, type Validate } from '#storage/load.ts';
import { save } from '#storage/save.ts';
import { listShelf, openLast, relabel, shelve, unshelve } from '#storage/shelf.ts';

const validate: Validate = async (records) => {
  const entries: Entry[] = records.flatMap((record) => entrySchema.safeParse(record).data ?? []);
  return { entries, refused: records.length - entries.length };
};
const person = (name: string): Change => ({ what: name, put: [personByHand(`person:${name}`, { name })], remove: [] });

async function stored(workspace: Workspace, change: Change, whole = false): Promise<Workspace> {
  const after = apply(workspace, change).workspace;
  const saved = await save(database, workspace.id, { from: workspace.revision, changes: [change], after, whole }, 1);
  expect(saved).toMatchObject({ ok: true, value: { is: 'saved' } });
  return after;
}

async function loaded(id = 'w1'): Promise<Workspace> {
  const result = await load(database, id, validate);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.workspace;
}

let database = createDatabase();
let fresh: Workspace;

beforeEach(async () => {
  await database.close();
  globalThis.indexedDB = new IDBFactory();
  database = createDatabase();
  fresh = emptyWorkspace('w1', 'Mine');
  await shelve(database, fresh, 1);
});

describe('a save', () => {
  test('writes a log, then a snapshot once the log is long, and loads the same either way', async () => {
    let workspace = fresh;
    const db = await openDB(DATABASE);
    for (let at = 0; at < 600; at += 60) {
      const put = Array.from({ length: 60 }, (_, n) => personByHand(`person:p${at + n}`, { name: `P ${at + n}` }));
      workspace = await stored(workspace, { what: 'more', put, remove: [] });
      expect(await loaded()).toEqual(workspace);
    }
    const item: unknown = await db.get('shelf', 'w1');
    expect(item).toMatchObject({ revision: 10, snapshot: 9, records: 541, logged: 61 });
    expect(await db.count('log')).toBe(1);
    expect(await db.count('chunks')).toBe(2);
    db.close();
  });

  test('of a revision that another tab passed writes nothing', async () => {
    await stored(fresh, person('ana'));
    const change = person('marta');
    const after = apply(fresh, change).workspace;
    const late = await save(database, 'w1', { from: 0, changes: [change], after, whole: false }, 1);
    expect(late).toEqual({ ok: true, value: { is: 'behind' } });
    expect([...(await loaded()).people.keys()]).toEqual(['person:ana']);
  });

  test('over a store that was cleared and put back without the newest writes all of it', async () => {
    const two = await stored(await stored(fresh, person('ana')), person('marta'));
    await shelve(database, { ...fresh, revision: 1 }, 1);
    await stored(two, person('joe'));
    expect([...(await loaded()).people.keys()]).toEqual(['person:ana', 'person:marta', 'person:joe']);
  });

  test('that must forget leaves nothing of the deleted person in the store', async () => {
    const secret = await stored(fresh, person('secret'));
    await stored(secret, { what: 'gone', put: [], remove: ['person:secret'] }, true);
    const db = await openDB(DATABASE);
    expect(JSON.stringify([await db.getAll('chunks'), await db.getAll('log')])).not.toContain('secret');
    db.close();
  });

  test('on a workspace that was deleted elsewhere says so', async () => {
    await shelve(database, emptyWorkspace('w2', 'A client'), 2);
    await unshelve(database, 'w1');
    const tried = () => save(database, 'w1', { from: 0, changes: [], after: fresh, whole: false }, 1);
    expect(await tried()).toMatchObject({ ok: false, error: { code: 'gone' } });
    await unshelve(database, 'w2');
    expect(await tried(), 'an empty shelf was cleared').toMatchObject({ ok: false, error: { code: 'cleared' } });
  });

  test('without room fails with a sentence and leaves the store as it was', async () => {
    await stored(fresh, person('ana'));
    const { IDBObjectStore } = globalThis;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const at = await loaded();
    const result = await save(database, 'w1', { from: 1, changes: [person('b')], after: at, whole: false }, 1);
    expect(result).toMatchObject({ ok: false, error: { code: 'quota', message: expect.stringContaining('no room') } });
    put.mockRestore();
    expect(await loaded()).toEqual(at);
    await stored(at, person('b'));
  });

  test('over a connection that the browser dropped opens it again', async () => {
    const open = vi.spyOn(indexedDB, 'open');
    await stored(fresh, person('ana'));
    const transaction = vi.spyOn(globalThis.IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('dead', 'InvalidStateError');
    });
    await stored(await loaded(), person('marta'));
    expect(transaction).toHaveBeenCalled();
    expect(open).toHaveBeenCalledTimes(1);
    expect((await loaded()).people.size).toBe(2);
    vi.restoreAllMocks();
  });
});

describe('a load', () => {
  test('keeps what it cannot read apart and brings the rest', async () => {
    await stored(fresh, { what: '', put: [{ id: 'person:odd', sightings: 7 } as unknown as Entry], remove: [] });
    const result = await load(database, 'w1', validate);
    expect(result).toMatchObject({ ok: true, value: { refused: 1 } });
    const db = await openDB(DATABASE);
    expect(await db.get('attic', ['w1', 'person:odd'])).toEqual({ id: 'person:odd', sightings: 7 });
    const here = result.ok ? result.value.workspace : fresh;
    await stored(here, { what: '', put: [], remove: ['person:odd', 'person:other'] }, true);
    expect(await db.getAllKeys('attic'), 'what was removed stays nowhere').toEqual([]);
    db.close();
  });

  test('of what is new brings the changes, or says that the log no longer reaches back', async () => {
    const one = await stored(fresh, person('ana'));
    const two = await stored(one, person('marta'));
    expect(await newsSince(database, 'w1', 2, validate)).toEqual({ ok: true, value: { is: 'nothing' } });
    expect(await newsSince(database, 'w1', 0, validate)).toMatchObject({
      value: { is: 'changes', changes: [{ what: 'ana' }, { what: 'marta' }] },
    });
    await stored(two, person('joe'), true);
    expect(await newsSince(database, 'w1', 1, validate)).toEqual({ ok: true, value: { is: 'whole' } });
  });
});

describe('the shelf', () => {
  test('keeps workspaces apart, and opens the last one', async () => {
    await shelve(database, emptyWorkspace('w2', 'A client'), 2);
    await stored(fresh, person('ana'));
    expect((await loaded('w2')).people.size).toBe(0);
    expect(await openLast(database, 3)).toMatchObject({ value: { id: 'w2' } });
    await relabel(database, 'w1', { opened: 4, name: 'Renamed' });
    expect(await openLast(database, 5)).toMatchObject({ value: { id: 'w1', name: 'Renamed' } });
    await unshelve(database, 'w1');
    expect(await listShelf(database)).toMatchObject({ value: [{ id: 'w2' }] });
    expect(await load(database, 'w1', validate)).toMatchObject({ ok: false, error: { code: 'gone' } });
  });

  test('starts with one empty workspace, the same for two tabs at once', async () => {
    globalThis.indexedDB = new IDBFactory();
    const [a, b] = [createDatabase(), createDatabase()];
    const [one, two] = await Promise.all([openLast(a, 1), openLast(b, 1)]);
    expect(one.ok && two.ok && one.value.id === two.value.id).toBe(true);
    await Promise.all([a.close(), b.close()]);
  });
});

describe('another tab', () => {
  test('with a newer version takes the store over; this one never writes again', async () => {
    const faults: Fault[] = [];
    await database.close();
    database = createDatabase((fault) => faults.push(fault));
    await listShelf(database);
    const newer = await openDB(DATABASE, 99);
    expect(faults.map((fault) => fault.code)).toEqual(['newer']);
    expect(await listShelf(database)).toMatchObject({ ok: false, error: { code: 'newer' } });
    expect(await newer.count('shelf')).toBe(1);
    newer.close();
    expect(await listShelf(createDatabase())).toMatchObject({ ok: false, error: { code: 'newer' } });
    expect(await (await openDB(DATABASE)).count('shelf')).toBe(1);
  });

  test('that deletes everything closes this connection and leaves no database', async () => {
    const faults: Fault[] = [];
    const other = createDatabase((fault) => faults.push(fault));
    await listShelf(other);
    expect(await database.erase()).toEqual({ ok: true, value: null });
    expect(faults.map((fault) => fault.code)).toEqual(['deleted']);
    expect(await indexedDB.databases()).toEqual([]);
    await other.close();
  });
});

test('a browser that stores nothing is told from one that fails once', async () => {
  const none = createDatabase();
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('private', 'SecurityError');
  });
  expect(await listShelf(none)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  open.mockRestore();
  expect(await listShelf(none)).toMatchObject({ ok: true });
  await none.close();
});
