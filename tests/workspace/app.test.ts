import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '#workspace/app.ts';
import { csv, FIRST_DOOR, freshStore, imported, leaveAll, named, visit, workspaceOf } from './visits.ts';

beforeEach(freshStore);
afterEach(leaveAll);

describe('the first door', () => {
  test('takes how close we are as said; unsaid it is assumed, marked so, and gone once it is said', async () => {
    const app = await visit();
    const target = app.commands.firstDoor(FIRST_DOOR);
    const ana = named(app, 'Ana Sousa');
    const own = () => workspaceOf(app).people.get(ana)?.own;
    expect(own()).toMatchObject({ closeness: 3, closenessAssumed: true });
    expect(own()?.closenessOn).toBeUndefined();
    const { confirmed } = await app.queries.ways(target, app.session.getState().filter);
    expect(confirmed[0]?.evidence[0]?.map(({ text }) => text)).toContain(
      'Assumed: 3, would recognise me. You have not said it yourself.',
    );
    app.commands.label([ana], 2);
    expect(own()).toMatchObject({ closeness: 2, closenessOn: '2026-11-23' });
    expect(own()?.closenessAssumed).toBeUndefined();
    app.commands.firstDoor({ ...FIRST_DOOR, title: 'CFO' });
    expect(own()?.closeness, 'what was said stays').toBe(2);
    app.commands.firstDoor({ ...FIRST_DOOR, title: 'COO', closeness: 5 });
    expect(own()).toMatchObject({ closeness: 5, closenessOn: '2026-11-23' });
  });

  test('leads from four names to a way in, as one step, and is there after a reload', async () => {
    const app = await visit();
    const target = app.commands.firstDoor(FIRST_DOOR);
    const { confirmed } = await app.queries.ways(target, app.session.getState().filter);
    expect(confirmed.map((way) => way.people)).toEqual([[named(app, 'Ana Sousa'), named(app, 'Marta Silva')]]);
    expect(app.document.getState().undo.map((edit) => edit.what)).toEqual(['New target Head of Sales at Acme']);
    await app.flush();
    expect(app.document.getState().save).toEqual({ is: 'saved' });

    const again = await visit();
    expect(workspaceOf(again).targets.get(target)?.title).toBe('Head of Sales');
    expect((await again.queries.ways(target, again.session.getState().filter)).confirmed).toHaveLength(1);
    again.commands.undo();
    expect(workspaceOf(again).targets.size, 'undo is of this session').toBe(1);
    app.commands.undo();
    expect(workspaceOf(app).people.size + workspaceOf(app).companies.size).toBe(0);
  });

  test('takes people that are already known by that name', async () => {
    const app = await visit();
    await imported(app);
    app.commands.firstDoor(FIRST_DOOR);
    expect(workspaceOf(app).people.size).toBe(3);
    expect(workspaceOf(app).companies.size).toBe(2);
  });
});

describe('deleting a person', () => {
  test('takes ties, requests, mentions and the list they shared with them, says so, and can be undone', async () => {
    const app = await visit();
    const target = app.commands.firstDoor(FIRST_DOOR);
    const [ana, marta] = [named(app, 'Ana Sousa'), named(app, 'Marta Silva')];
    await imported(app, csv('Connections.csv', 'Joe,Lista,https://www.linkedin.com/in/joe,,Acme,,04 Apr 2021'), ana);
    app.commands.editChecks(target, ana, { willing: 'yes' });
    app.commands.editTarget(target, { hr: [ana] });
    app.commands.editPerson(marta, { notSame: [ana] });
    const before = workspaceOf(app);
    app.commands.removePerson(ana);
    const after = workspaceOf(app);
    expect(app.session.getState().toast?.text).toBe('Deletion of Ana Sousa (1 tie, named in 1 target, 1 shared list)');
    expect([...after.people.keys()]).toEqual([marta]);
    expect(after.ties.size + after.imports.size).toBe(0);
    expect(JSON.stringify([...after.targets.values(), ...after.people.values()])).not.toContain(ana);
    app.commands.undo();
    expect(new Map(workspaceOf(app).people)).toEqual(new Map(before.people));
    expect(workspaceOf(app).targets).toEqual(before.targets);
  });
});

describe('two tabs', () => {
  test('both edit; each ends with both edits', async () => {
    const [one, two] = [await visit(), await visit()];
    one.commands.firstDoor(FIRST_DOOR);
    two.commands.addTarget({ title: 'CFO', company: 'Globex', manager: null });
    await Promise.all([one.flush(), two.flush()]);
    await Promise.all([one.flush(), two.flush()]);
    const titles = (app: App) => [...workspaceOf(app).targets.values()].map(({ title }) => title).sort();
    expect(titles(await visit())).toEqual(['CFO', 'Head of Sales']);
  });
});

describe('deleting everything', () => {
  test('leaves no database and nothing to undo, in other tabs too, until the page is loaded anew', async () => {
    const [one, two] = [await visit(), await visit()];
    one.commands.firstDoor(FIRST_DOOR);
    await one.flush();
    expect(await two.commands.deleteEverything()).toEqual({ ok: true, value: null });
    for (const app of [one, two]) {
      await app.flush();
      expect(app.document.getState()).toMatchObject({ workspace: null, save: { is: 'erased' }, undo: [], shelf: [] });
    }
    expect(await indexedDB.databases()).toEqual([]);
    expect(workspaceOf(await visit()).people.size).toBe(0);
  });
});

test('a CV of 200 MB is refused before it is read', async () => {
  const app = await visit();
  const target = app.commands.firstDoor(FIRST_DOOR);
  const file = new File(['%PDF-'], 'CV.pdf');
  let read = false;
  Object.defineProperty(file, 'size', { value: 200 * 1024 * 1024 });
  file.arrayBuffer = () => {
    read = true;
    return Promise.reject(new Error('read'));
  };
  const kept = await app.commands.keepCv(target, file);
  expect(kept).toEqual({ ok: false, error: 'CV.pdf is larger than 10 MB. Save a smaller PDF and try again.' });
  expect(read).toBe(false);
});

describe('a page opened with a question from a friend', () => {
  async function records(): Promise<number> {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('handcarry');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const names = [...database.objectStoreNames];
    const counts = names.map(
      (name) =>
        new Promise<number>((done) => {
          const counting = database.transaction(name).objectStore(name).count();
          counting.onsuccess = () => done(counting.result);
        }),
    );
    const all = await Promise.all(counts);
    database.close();
    return all.reduce((sum, one) => sum + one, 0);
  }

  test('stores nothing, whatever is looked at', async () => {
    const app = await visit(true);
    await app.flush();
    expect(workspaceOf(app).people.size).toBe(0);
    expect(app.document.getState().save).toEqual({ is: 'saved' });
    expect(await records()).toBe(0);
  });

  test('stores what the person then does of their own, and finds it again', async () => {
    const app = await visit(true);
    app.commands.addPerson({ name: 'Ana Sousa' });
    await app.flush();
    expect(await records()).toBeGreaterThan(0);
    expect(named(await visit(), 'Ana Sousa')).toBe(named(app, 'Ana Sousa'));
  });

  test('shows a workspace that is here already', async () => {
    const own = await visit();
    own.commands.addPerson({ name: 'Ana Sousa' });
    await own.flush();
    expect(named(await visit(true), 'Ana Sousa')).toMatch(/^person:/);
  });
});
