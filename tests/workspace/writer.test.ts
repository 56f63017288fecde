import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { unshelve } from '#storage/shelf.ts';
import { clashWords } from '#workspace/clash.ts';
import { createAir, createLocks, openTab, type Tab } from './two-tabs.ts';

let air = createAir();
let browser = createLocks();

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  air = createAir();
  browser = createLocks();
});

const live = (tab: Tab, city: string): void =>
  tab.documents.apply({ what: 'About you', put: [{ ...tab.documents.workspace().me, city }], remove: [] });
const cityOf = (tab: Tab): string => tab.documents.workspace().me.city;
const isSaved = (tab: Tab): boolean => tab.documents.store.getState().save.is === 'saved';

describe('the tab that writes', () => {
  test('is the one that was edited last; the one before stores what it has, then lets go', async () => {
    const [one, two] = [await openTab(air(), browser), await openTab(air(), browser)];
    expect([one.holds(), two.holds()]).toEqual([false, false]);
    live(one, 'Porto');
    await one.persist.flush();
    expect([one.holds(), two.holds()]).toEqual([true, false]);
    await pause(20);
    expect(cityOf(two)).toBe('Porto');

    one.documents.apply({ what: 'About you', put: [{ ...one.documents.workspace().me, phone: '1' }], remove: [] });
    live(two, 'Faro');
    await two.persist.flush();
    expect([one.holds(), two.holds(), browser.steals()]).toEqual([false, true, 0]);
    expect(two.documents.workspace().me).toMatchObject({ city: 'Faro', phone: '1' });
    expect([isSaved(one), isSaved(two)]).toEqual([true, true]);
  });

  test('that dies hands over by that; one that hangs loses the lock, and overwrites nothing when it wakes', async () => {
    const [one, two] = [await openTab(air(), browser), await openTab(air(), browser)];
    live(one, 'Porto');
    await one.persist.flush();
    one.crash();
    live(two, 'Faro');
    await two.persist.flush();
    expect([two.holds(), browser.steals()]).toEqual([true, 0]);

    const three = await openTab(air(), browser, 30);
    two.deaf = true;
    three.documents.apply({ what: 'About you', put: [{ ...three.documents.workspace().me, phone: '3' }], remove: [] });
    await three.persist.flush();
    expect([two.holds(), three.holds(), browser.steals()]).toEqual([false, true, 1]);
    two.deaf = false;
    live(two, 'Lisbon');
    await two.persist.flush();
    expect(two.documents.workspace().me).toMatchObject({ city: 'Lisbon', phone: '3' });
    expect([two.holds(), three.holds(), browser.steals()]).toEqual([true, false, 1]);
  });

  test('lets go when nobody looks at it any more', async () => {
    const one = await openTab(air(), browser);
    live(one, 'Porto');
    await one.persist.flush({ leaving: true });
    await pause(10);
    expect([one.holds(), isSaved(one)]).toEqual([false, true]);
  });

  test('puts a cleared store back once; the other one adds what it has', async () => {
    const [one, two] = [await openTab(air(), browser), await openTab(air(), browser)];
    const { id } = one.documents.workspace();
    await one.persist.flush();
    await unshelve(one.database, id);
    live(one, 'Porto');
    two.documents.apply({ what: 'About you', put: [{ ...two.documents.workspace().me, phone: '2' }], remove: [] });
    for (const tab of [one, two]) await tab.persist.flush();
    const failed = { is: 'failed', missing: true };
    expect([one, two].map((tab) => tab.documents.store.getState().save)).toMatchObject([failed, failed]);
    for (const tab of [one, two]) await tab.persist.storeAgain();
    for (const tab of [one, two]) await tab.persist.catchUp();
    for (const tab of [one, two]) expect(tab.documents.workspace().me).toMatchObject({ city: 'Porto', phone: '2' });
    expect([isSaved(one), isSaved(two)]).toEqual([true, true]);
  });

  test('saves where the browser refuses locks: the store compares revisions', async () => {
    const refusing = { ...browser, open: () => ({ ...browser.open(), locks: { request: () => Promise.reject() } }) };
    const [one, two] = [await openTab(air(), refusing), await openTab(air(), refusing)];
    live(one, 'Porto');
    two.documents.apply({ what: 'About you', put: [{ ...two.documents.workspace().me, phone: '2' }], remove: [] });
    await Promise.all([one.persist.flush(), two.persist.flush()]);
    await one.persist.catchUp();
    expect(one.documents.workspace().me).toMatchObject({ city: 'Porto', phone: '2' });
  });
});

describe('the same field, in two tabs at once', () => {
  test('the later one stands, and says so with both values', async () => {
    const [one, two] = [await openTab(air(), browser), await openTab(air(), browser)];
    live(one, 'Porto');
    live(two, 'Fa');
    live(two, 'Faro');
    await one.persist.flush();
    await two.persist.flush();
    await pause(20);
    expect([cityOf(one), cityOf(two), one.clashes, two.clashes.length]).toEqual(['Faro', 'Faro', [], 1]);
    const [clash] = two.clashes;
    expect(clash && clashWords(clash, two.documents.workspace())).toBe(
      'About you: changed in another tab at the same time. Kept: “Faro”. Not kept: “Porto”.',
    );
  });

  test('a long text is shortened, an empty one is nothing, and different fields are no clash', async () => {
    const [one, two] = [await openTab(air(), browser), await openTab(air(), browser)];
    live(one, 'x'.repeat(100));
    two.documents.apply({ what: 'About you', put: [{ ...two.documents.workspace().me, phone: '2' }], remove: [] });
    await one.persist.flush();
    await two.persist.flush();
    expect(two.clashes).toEqual([]);
    await one.persist.catchUp();
    live(one, '');
    live(two, 'Faro');
    await Promise.all([one.persist.flush(), two.persist.flush()]);
    // The one that comes later to the lock.
    const [clash, ...more] = [...one.clashes, ...two.clashes];
    expect(more).toEqual([]);
    expect(new Set([clash?.mine, clash?.theirs])).toEqual(new Set(['', 'Faro']));
    await two.persist.catchUp();
    const shown = two.documents.workspace();
    expect(clash && clashWords({ ...clash, theirs: '' }, shown)).toMatch(/Not kept: nothing\.$/);
    const long = clash && clashWords({ ...clash, theirs: 'y\n'.repeat(100) }, shown);
    expect(long).toMatch(/Not kept: “(y ){30}…”\.$/);
  });
});
