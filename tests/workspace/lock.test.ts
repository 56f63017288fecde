import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rawText } from '#tests/storage/any-store.ts';
import { type App, createApp } from '#workspace/app.ts';
import type { Channel } from '#workspace/tabs.ts';

const PASS = 'a long passphrase';
const OK = { ok: true, value: null };
const open: App[] = [];
let clock = Date.parse('2026-11-23T12:00:00');
let air = new Set<Channel>();
let said: unknown[] = [];
let reloads = 0;

/** BroadcastChannel between the apps of one test; keeps what was said. */
function channel(): Channel {
  const own: Channel = {
    onmessage: null,
    postMessage: (data) => {
      said.push(data);
      for (const other of air) if (other !== own) other.onmessage?.(new MessageEvent('message', { data }));
    },
    close: () => air.delete(own),
  };
  air.add(own);
  return own;
}

async function visit(): Promise<App> {
  const app = createApp({
    makeWorker: () => null,
    now: () => ++clock,
    channel: channel(),
    reload: () => {
      reloads++;
    },
  });
  open.push(app);
  await app.start();
  return app;
}
const state = (app: App) => app.document.getState();
const people = (app: App) => [...(state(app).workspace?.people.values() ?? [])].map(({ own }) => own.name);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  air = new Set();
  said = [];
  reloads = 0;
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const app of open.splice(0)) await app.close();
});

describe('the passphrase of the app', () => {
  test('is asked for before anything is read; a wrong one opens nothing; the right one brings everything', async () => {
    const app = await visit();
    app.commands.addPerson({ name: 'Ana Sousa' });
    expect(await app.commands.setLock('short', 15)).toMatchObject({ ok: false, error: expect.stringContaining('8') });
    expect(await app.commands.setLock(PASS, 15)).toEqual(OK);
    expect(state(app)).toMatchObject({ lock: { idle: 15 }, locked: 'no', save: { is: 'saved' } });
    expect(await rawText()).not.toMatch(/Ana|My search/);

    const again = await visit();
    expect(state(again)).toMatchObject({ workspace: null, locked: 'yes', shelf: [] });
    expect(await again.commands.unlock('not this one')).toMatchObject({ ok: false });
    expect(state(again)).toMatchObject({ workspace: null, locked: 'yes', shelf: [] });
    expect(await again.commands.unlock(PASS)).toEqual(OK);
    expect(people(again)).toEqual(['Ana Sousa']);
    expect(state(again)).toMatchObject({ locked: 'no', shelf: [{ name: 'My search' }] });

    expect(await again.commands.newWorkspace('A client of mine')).toEqual(OK);
    again.commands.addPerson({ name: 'Client Person' });
    await again.flush();
    expect(await rawText()).not.toMatch(/client/i);
    const { bytes } = await again.commands.backup('');
    const file = await again.commands.openBackup(new File([bytes], 'b'), '');
    expect(file).toMatchObject({ ok: true, value: { name: 'A client of mine' } });

    expect(await again.commands.changeLock('not this one', 'quite another')).toMatchObject({ ok: false });
    expect(await again.commands.changeLock(PASS, 'quite another')).toEqual(OK);
    expect(await again.commands.removeLock(PASS)).toMatchObject({ ok: false });
    expect(await again.commands.removeLock('quite another')).toEqual(OK);
    expect(state(again).lock).toBeNull();
    expect(people(await visit())).toEqual(['Client Person']);
  });

  test('forgotten leaves one way: everything deleted', async () => {
    const app = await visit();
    await app.commands.setLock(PASS, 15);
    const again = await visit();
    expect(await again.commands.deleteEverything()).toEqual(OK);
    expect(state(again)).toMatchObject({ workspace: null, save: { is: 'erased' } });
    expect(await indexedDB.databases()).toEqual([]);
    expect(state(await visit())).toMatchObject({ locked: 'no', lock: null });
  });
});

describe('locking', () => {
  test('stores what was just done, loads every tab anew, and tells the tabs no name', async () => {
    const [one, two] = [await visit(), await visit()];
    await one.commands.lockNow();
    expect(reloads, 'nothing to lock').toBe(0);
    await one.commands.setLock(PASS, 15);
    await vi.waitFor(() => expect(reloads, 'the other tab asks for the passphrase').toBe(1));
    expect(state(two).locked).toBe('closing');
    expect(await two.commands.unlock(PASS)).toEqual(OK);
    two.commands.addPerson({ name: 'Last Moment' });
    await two.commands.lockNow();
    await vi.waitFor(() => expect(reloads).toBe(3));
    expect([state(one).locked, state(two).locked]).toEqual(['closing', 'closing']);
    expect(JSON.stringify(said)).not.toMatch(/Moment|search|passphrase/);
    const again = await visit();
    await again.commands.unlock(PASS);
    expect(people(again)).toEqual(['Last Moment']);
  });

  test('loses no edit of a tab that did not know', async () => {
    const [one, two] = [await visit(), await visit()];
    const away = [...air][1];
    if (away) air.delete(away);
    await one.commands.setLock(PASS, 15);
    two.commands.addPerson({ name: 'Late Edit' });
    await two.flush();
    expect(state(two)).toMatchObject({ locked: 'yes' });
    expect(await rawText()).not.toContain('Late');
    expect(await two.commands.unlock(PASS)).toEqual(OK);
    await two.flush();
    await one.flush();
    const again = await visit();
    await again.commands.unlock(PASS);
    expect(people(again)).toEqual(['Late Edit']);
  });

  test('while the store is full keeps the work out of sight, and saves it when it is opened', async () => {
    const app = await visit();
    await app.commands.setLock(PASS, 15);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    app.commands.addPerson({ name: 'Not Yet' });
    await app.commands.lockNow();
    expect([reloads, state(app).locked]).toEqual([0, 'yes']);
    put.mockRestore();
    expect(await app.commands.unlock('not this one')).toMatchObject({ ok: false });
    expect(state(app).locked).toBe('yes');
    expect(await app.commands.unlock(PASS)).toEqual(OK);
    expect(state(app)).toMatchObject({ locked: 'no', save: { is: 'saved' } });
    const again = await visit();
    await again.commands.unlock(PASS);
    expect(people(again)).toEqual(['Not Yet']);
  });

  test('taken away in one tab leaves the other one open', async () => {
    const one = await visit();
    await one.commands.setLock(PASS, 15);
    const two = await visit();
    await two.commands.unlock(PASS);
    expect(await two.commands.removeLock(PASS)).toEqual(OK);
    one.commands.addPerson({ name: 'Goes On' });
    await one.flush();
    expect(state(one)).toMatchObject({ lock: null, locked: 'no' });
    expect(people(await visit())).toEqual(['Goes On']);
  });
});

describe('when nobody is at work', () => {
  test('it locks after the minutes chosen, in all tabs, not while one of them is used', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const [one, two] = [await visit(), await visit()];
      const pass = async (minutes: number): Promise<void> => {
        clock += minutes * 60_000;
        vi.advanceTimersByTime(5_000);
        await new Promise((done) => setTimeout(done, 150));
      };
      await pass(600);
      expect(reloads, 'without a passphrase nothing locks').toBe(0);
      await one.commands.setLock(PASS, 5);
      await vi.waitFor(() => expect(reloads).toBe(1));
      await two.commands.unlock(PASS);
      await pass(4);
      for (const line of air) line.onmessage?.(new MessageEvent('message', { data: { is: 'active' } }));
      await pass(4);
      expect(reloads).toBe(1);
      await pass(2);
      await vi.waitFor(() => expect(reloads).toBe(3));
      expect([state(one).locked, state(two).locked]).toEqual(['closing', 'closing']);
    } finally {
      vi.useRealTimers();
    }
  });
});
