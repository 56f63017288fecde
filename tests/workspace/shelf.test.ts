import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Workspace } from '#model/workspace.ts';
import { canonicalJson } from '#storage/canonical.ts';
import { type App, createApp } from '#workspace/app.ts';

const DAY = Date.parse('2026-11-23T12:00:00');
const open: App[] = [];
let clock = DAY;

async function visit(): Promise<App> {
  const app = createApp({ makeWorker: () => null, now: () => ++clock, channel: null });
  open.push(app);
  await app.start();
  return app;
}
const workspaceOf = (app: App): Workspace => {
  const { workspace } = app.document.getState();
  if (!workspace) throw new Error('no workspace');
  return workspace;
};
const titles = (app: App) => [...workspaceOf(app).targets.values()].map(({ title }) => title);
const target = (app: App, title: string) => app.commands.addTarget({ title, company: 'Acme', manager: null });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const app of open.splice(0)) await app.close();
});

describe('the sample', () => {
  test('opens beside the own search, stays over a reload, and leaves without a trace', async () => {
    const app = await visit();
    target(app, 'My own');
    await app.commands.openSample();
    expect(workspaceOf(app)).toMatchObject({ sample: true, name: 'Sample' });
    expect(workspaceOf(app).targets.size).toBe(5);
    app.commands.editMe({ name: 'Changed in the sample' });
    await app.flush();

    const again = await visit();
    expect(workspaceOf(again).me.name).toBe('Changed in the sample');
    expect(again.document.getState().shelf).toHaveLength(2);
    await again.commands.leaveSample();
    expect(workspaceOf(again).sample).toBe(false);
    expect(titles(again)).toEqual(['My own']);
    expect(workspaceOf(again).me.name).toBe('');
    expect(again.document.getState().shelf.map(({ name }) => name)).toEqual(['My search']);
    expect(again.document.getState().undo).toEqual([]);
  });

  test('shows ways in from the first question on', async () => {
    const app = await visit();
    await app.commands.openSample();
    const { targets } = await app.queries.portfolio();
    expect(targets.some(({ best }) => best?.standing === 'confirmed')).toBe(true);
  });
});

describe('several workspaces', () => {
  test('are named, switched, renamed and deleted; nothing crosses', async () => {
    const app = await visit();
    const first = workspaceOf(app).id;
    target(app, 'Mine');
    await app.commands.newWorkspace('  A client ');
    const second = workspaceOf(app).id;
    expect(workspaceOf(app).name).toBe('A client');
    target(app, 'Theirs');
    await app.commands.openWorkspace(first);
    expect(titles(app)).toEqual(['Mine']);
    await app.commands.renameWorkspace(first, 'Autumn');
    expect(workspaceOf(app).name).toBe('Autumn');
    app.commands.editMe({ name: 'N' });
    await app.flush();
    expect((await visit()).document.getState().workspace?.name).toBe('Autumn');
    await app.commands.openWorkspace(second);
    expect(titles(app)).toEqual(['Theirs']);
    expect(await app.commands.deleteWorkspace(second)).toEqual({ ok: true, value: null });
    expect(workspaceOf(app).id).toBe(first);
    expect(await app.commands.openWorkspace(second)).toMatchObject({ ok: false });
  });
});

describe('a backup', () => {
  test('is named, marked as made, and brings everything back as one step that can be undone', async () => {
    const app = await visit();
    app.commands.firstDoor({
      title: 'CFO',
      company: 'Acme',
      manager: 'Marta',
      friend: 'Ana',
      how: 'told',
      says: 'know',
    });
    const cv = new File(['%PDF-1.7 …'], 'cv.pdf');
    const [id] = workspaceOf(app).targets.keys();
    expect(id && (await app.commands.keepCv(id, cv))).toEqual({ ok: true, value: 'cv.pdf' });
    const backup = await app.commands.backup('');
    const saved = workspaceOf(app);
    expect(backup.name).toBe('My search 2026-11-23.handcarry');
    expect(saved.me.backedUp).toEqual({ on: '2026-11-23', revision: 2 });
    expect(app.document.getState().undo.at(-1)?.what).toBe('CV for CFO at Acme');

    globalThis.indexedDB = new IDBFactory();
    const elsewhere = await visit();
    target(elsewhere, 'Other');
    const before = workspaceOf(elsewhere);
    const file = new File([backup.bytes], backup.name);
    expect(await elsewhere.commands.restore(file, '')).toEqual({ ok: true, value: 'Restored My search: 2 people.' });
    const { id: own, revision } = workspaceOf(elsewhere);
    expect(canonicalJson(workspaceOf(elsewhere))).toBe(canonicalJson({ ...saved, id: own, revision }));
    elsewhere.commands.undo();
    expect(canonicalJson({ ...workspaceOf(elsewhere), revision: 0 })).toBe(canonicalJson({ ...before, revision: 0 }));
  });

  test('that is refused changes nothing', async () => {
    const app = await visit();
    target(app, 'Mine');
    const before = workspaceOf(app);
    const { bytes } = await app.commands.backup('secret');
    const marked = workspaceOf(app);
    expect(await app.commands.restore(new File([bytes], 'b'), 'wrong')).toMatchObject({ ok: false });
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(await app.commands.restore(new File([bytes], 'b'), 'secret')).toMatchObject({
      ok: false,
      error: expect.stringContaining('damaged'),
    });
    expect(workspaceOf(app)).toBe(marked);
    expect(marked.targets).toBe(before.targets);
  });

  test('restored while the sample is open goes to the own search', async () => {
    const app = await visit();
    target(app, 'Mine');
    const { bytes } = await app.commands.backup('');
    await app.commands.openSample();
    await app.commands.restore(new File([bytes], 'b'), '');
    expect(workspaceOf(app).sample).toBe(false);
    expect(titles(app)).toEqual(['Mine']);
  });
});

describe('a store that fails', () => {
  test('leaves the work open, says so, and is saved once it works again', async () => {
    const app = await visit();
    const put = vi.spyOn(globalThis.IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    target(app, 'Kept');
    await app.flush();
    expect(app.document.getState().save).toMatchObject({ is: 'failed', message: expect.stringContaining('no room') });
    expect(titles(app)).toEqual(['Kept']);
    expect((await app.commands.backup('')).bytes.length).toBeGreaterThan(100);
    await app.commands.openSample();
    expect(titles(app), 'the unsaved work is not left behind').toEqual(['Kept']);
    expect(app.session.getState().toast?.text).toMatch('no room');
    put.mockRestore();
    await app.flush();
    expect(app.document.getState().save).toEqual({ is: 'saved' });
    expect(titles(await visit())).toEqual(['Kept']);
  });

  test('that is not there at all still lets the person work', async () => {
    const openDatabase = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private', 'SecurityError');
    });
    const app = await visit();
    expect(app.document.getState().save).toMatchObject({ is: 'failed' });
    target(app, 'In memory');
    await app.flush();
    expect(titles(app)).toEqual(['In memory']);
    openDatabase.mockRestore();
    await app.flush();
    expect(app.document.getState().save).toEqual({ is: 'saved' });
    expect(titles(await visit())).toEqual(['In memory']);
  });
});

test('an edit is stored without being asked to', async () => {
  const app = await visit();
  target(app, 'Quick');
  expect(app.document.getState().save).toEqual({ is: 'saving' });
  await vi.waitFor(() => expect(app.document.getState().save).toEqual({ is: 'saved' }), { timeout: 5_000 });
  expect(titles(await visit())).toEqual(['Quick']);
});
