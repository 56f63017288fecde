import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { profileOf } from '#model/person.ts';
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
async function opened(app: App, file: File) {
  const inside = await app.commands.openBackup(file, '');
  if (!inside.ok) throw new Error(inside.error.message);
  return inside.value;
}
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
    expect(workspaceOf(app).me.backedUp, 'not before it is written').toBeNull();
    backup.made();
    const saved = workspaceOf(app);
    expect(backup.name).toBe('My search 2026-11-23.handcarry');
    expect(saved.me.backedUp).toEqual({ on: '2026-11-23', revision: 2 });
    expect(app.document.getState().undo.at(-1)?.what).toBe('CV for CFO at Acme');

    globalThis.indexedDB = new IDBFactory();
    const elsewhere = await visit();
    target(elsewhere, 'Other');
    const before = workspaceOf(elsewhere);
    const file = new File([backup.bytes], backup.name);
    const inside = await opened(elsewhere, file);
    expect(inside).toMatchObject({ name: 'My search', on: '2026-11-23' });
    expect(Object.fromEntries(inside.holds)).toEqual({ person: 2, company: 1, target: 1, tie: 1, file: 1 });
    expect(Object.fromEntries(inside.replaces)).toEqual({ company: 1, target: 1 });
    expect(workspaceOf(elsewhere), 'nothing is changed by looking').toBe(before);
    expect(await inside.restore('replace')).toEqual({ ok: true, value: 'Restored My search: 2 people.' });
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
    const refused = (content: Uint8Array<ArrayBuffer>, passphrase: string) =>
      app.commands.openBackup(new File([content], 'b'), passphrase);
    expect(await refused(bytes, '')).toMatchObject({ ok: false, error: { locked: true } });
    expect(await refused(bytes, 'wrong')).toMatchObject({ ok: false, error: { locked: true } });
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const damaged = { locked: false, message: expect.stringContaining('damaged') };
    expect(await refused(bytes, 'secret')).toMatchObject({ ok: false, error: damaged });
    expect(workspaceOf(app)).toBe(before);
  });

  test('opens beside the sample, as a workspace of its own', async () => {
    const app = await visit();
    target(app, 'Mine');
    const { bytes } = await app.commands.backup('');
    await app.commands.openSample();
    await (await opened(app, new File([bytes], 'b'))).restore('beside');
    expect(workspaceOf(app)).toMatchObject({ sample: false, name: 'My search' });
    expect(titles(app)).toEqual(['Mine']);
    expect(app.document.getState().shelf).toHaveLength(3);
  });

  test('merged adds what is missing, fills gaps, keeps what is here, and can be undone', async () => {
    const app = await visit();
    const ana = app.commands.addPerson({ name: 'Ana', phone: '1', note: 'from Porto' });
    const joe = app.commands.addPerson({ name: 'Joe' });
    const eva = app.commands.addPerson({ name: 'Eva' });
    app.commands.addStatement(ana, eva, { how: 'told', says: 'know', on: '2026-11-01' });
    const { bytes } = await app.commands.backup('');
    app.commands.removePerson(joe);
    app.commands.editPerson(ana, { phone: '2', note: '' });
    app.commands.addStatement(ana, eva, { how: 'seen', says: 'well', on: '2026-11-02' });
    const before = workspaceOf(app);
    const inside = await opened(app, new File([bytes], 'b'));
    expect(Object.fromEntries(inside.adds)).toEqual({ person: 1 });
    await inside.restore('merge');
    const { people, ties } = workspaceOf(app);
    expect(new Set([...people.values()].map(({ own }) => own.name))).toEqual(new Set(['Ana', 'Eva', 'Joe']));
    expect(people.get(ana)?.own).toMatchObject({ phone: '2', note: 'from Porto' });
    expect([...ties.values()].map(({ statements }) => statements.length)).toEqual([2]);
    expect(await (await opened(app, new File([bytes], 'b'))).restore('merge')).toMatchObject({
      value: 'Everything of this backup is here already.',
    });
    app.commands.undo();
    expect(workspaceOf(app).people).toEqual(before.people);
    expect(workspaceOf(app).ties).toEqual(before.ties);
  });

  test('of the same files read on another computer joins people and companies instead of doubling them', async () => {
    const rows = [
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
      'Ana,Sousa,https://www.linkedin.com/in/ana-sousa,,Acme Ltd,CFO,04 Apr 2021',
      'Ana,Sousa,https://www.linkedin.com/in/another-ana,ana@example.org,Acme,Buyer,05 Apr 2021',
      '__proto__,constructor,https://www.linkedin.com/in/proto,,toString,valueOf,06 Apr 2021',
    ];
    const imported = async (): Promise<App> => {
      globalThis.indexedDB = new IDBFactory();
      const app = await visit();
      await app.commands.readFiles([new File([`${rows.join('\n')}\n`], 'Connections.csv')], 'me');
      const { intake } = app.session.getState();
      if (intake.is !== 'done') throw new Error(intake.is);
      await app.commands.acceptReview({ token: intake.value.token, same: [], takeOwn: false });
      return app;
    };
    const one = await imported();
    const [ana] = [...workspaceOf(one).people.values()];
    if (!ana) throw new Error('nobody');
    const marta = one.commands.addPerson({ name: 'Marta Silva' }, 'Acme');
    one.commands.addStatement(ana.id, marta, { how: 'told', says: 'well', on: '2026-11-01' });
    const { bytes } = await one.commands.backup('');

    const two = await imported();
    const before = workspaceOf(two);
    const inside = await opened(two, new File([bytes], 'b'));
    expect(Object.fromEntries(inside.adds)).toMatchObject({ person: 1, tie: 1 });
    expect(inside.adds.has('company')).toBe(false);
    await inside.restore('merge');
    const { people, companies, ties } = workspaceOf(two);
    expect([...people.values()].map((person) => profileOf(person).name).sort()).toEqual(
      ['Ana Sousa', 'Ana Sousa', 'Marta Silva', '__proto__ constructor'].sort(),
    );
    expect([...companies.keys()]).toEqual([...before.companies.keys()]);
    const own = [...before.people.values()].find(({ sightings }) => sightings[0]?.profile === 'ana-sousa');
    expect([...ties.values()].map(({ a, b }) => [a, b].includes(own?.id ?? 'person:'))).toEqual([true]);
    two.commands.undo();
    expect(new Map(workspaceOf(two).people)).toEqual(new Map(before.people));
    expect(workspaceOf(two).ties.size).toBe(0);
  });

  test('goes to a file that was chosen before, through every new snapshot', async () => {
    const app = await visit();
    expect(await app.commands.backupFile()).toBeNull();
    // The browser's own handles are structured values, as this stand-in is.
    await app.commands.keepBackupFile({ name: 'mine.handcarry' } as FileSystemFileHandle);
    app.commands.removePerson(app.commands.addPerson({ name: 'Joe' }));
    await app.flush();
    expect(await (await visit()).commands.backupFile()).toEqual({ name: 'mine.handcarry' });
    await app.commands.newWorkspace('Another');
    expect(await app.commands.backupFile()).toBeNull();
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
