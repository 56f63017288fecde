import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { type App, createApp } from '#workspace/app.ts';

const DAY = Date.parse('2026-11-23T12:00:00');
const open: App[] = [];

/** An app over the same store: the next visit, or another tab. The service runs in this page. */
async function visit(guest = false): Promise<App> {
  const app = createApp({ makeWorker: () => null, now: () => DAY, channel: null, guest });
  open.push(app);
  await app.start();
  return app;
}
const workspaceOf = (app: App): Workspace => {
  const { workspace } = app.document.getState();
  if (!workspace) throw new Error('no workspace');
  return workspace;
};
const named = (app: App, name: string): PersonId => {
  const person = [...workspaceOf(app).people.values()].find((one) => profileOf(one).name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person.id;
};
const csv = (name: string, ...rows: string[]) =>
  new File([['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows, ''].join('\r\n')], name);
const CONNECTIONS = csv(
  'Connections.csv',
  'Ana,Sousa,https://www.linkedin.com/in/ana-sousa,,Acme,CFO,04 Apr 2021',
  'Marta,Silva,https://www.linkedin.com/in/marta-silva,,Acme,Head of Sales,05 Apr 2021',
  '__proto__,constructor,https://www.linkedin.com/in/proto,,toString,hasOwnProperty,06 Apr 2021',
);
/** Ana, perhaps: the name at another company. */
const CARD = new File(['BEGIN:VCARD\nVERSION:3.0\nFN:Ana Sousa\nORG:Globex\nEND:VCARD\n'], 'ana.vcf');
const FIRST_DOOR = {
  title: 'Head of Sales',
  company: 'Acme',
  manager: 'Marta Silva',
  friend: 'Ana Sousa',
  how: 'told',
  says: 'well',
} as const;

async function imported(app: App, file = CONNECTIONS, owner: 'me' | PersonId = 'me') {
  await app.commands.readFiles([file], owner);
  const { intake } = app.session.getState();
  if (intake.is !== 'done') throw new Error(JSON.stringify(intake));
  const accepted = await app.commands.acceptReview({ token: intake.value.token, same: [], takeOwn: false });
  if (!accepted.ok) throw new Error(accepted.error);
  return intake.value;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

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

describe('an import', () => {
  test('stores nothing before it is accepted; again it says 0 new; undone it leaves nothing', async () => {
    const app = await visit();
    await app.commands.readFiles([CONNECTIONS], 'me');
    expect(workspaceOf(app).people.size).toBe(0);
    app.commands.discardReview();
    expect(app.session.getState().intake).toEqual({ is: 'idle' });

    expect(await imported(app)).toMatchObject({ added: 3, same: 0 });
    expect(profileOf([...workspaceOf(app).people.values()][2] ?? fail()).name).toBe('__proto__ constructor');
    await app.commands.readFiles([CONNECTIONS], 'me');
    expect(app.session.getState().intake).toMatchObject({ is: 'done', value: { added: 0, same: 3 } });
    const [id] = workspaceOf(app).imports.keys();
    await app.commands.undoImport(id ?? fail());
    expect(workspaceOf(app).people.size).toBe(0);
    expect(app.session.getState().toast).toMatchObject({ undo: true });
    app.commands.undo();
    expect(workspaceOf(app).people.size).toBe(3);
  });

  test('accepted after an edit keeps the edit', async () => {
    const app = await visit();
    await imported(app);
    const ana = named(app, 'Ana Sousa');
    const newer = csv('Connections.csv', 'Ana,Sousa,https://www.linkedin.com/in/ana-sousa,,Globex,CEO,04 Apr 2021');
    await app.commands.readFiles([newer], 'me');
    app.commands.editPerson(ana, { note: 'met in Porto' });
    const { intake } = app.session.getState();
    if (intake.is !== 'done') throw new Error('no review');
    await app.commands.acceptReview({ token: intake.value.token, same: [], takeOwn: false });
    expect(workspaceOf(app).people.get(ana)?.own.note).toBe('met in Porto');
    expect(workspaceOf(app).people.get(ana)?.sightings).toHaveLength(2);
  });

  test('accepted after two companies were joined, or somebody was, goes where they are now', async () => {
    const app = await visit();
    await imported(app);
    const review = async (file: File) => {
      await app.commands.readFiles([file], 'me');
      const { intake } = app.session.getState();
      if (intake.is !== 'done') throw new Error('no review');
      return intake.value;
    };
    const accept = (token: number, same: readonly (readonly [number, number | null])[] = []) =>
      app.commands.acceptReview({ token, same, takeOwn: false });
    const acme = app.commands.companyNamed('Acme');
    const whole = app.commands.companyNamed('Acme Holding');
    const { token } = await review(
      csv('Connections.csv', 'Finn,Berg,https://www.linkedin.com/in/finn-berg,,Acme,CTO,07 Apr 2021'),
    );
    app.commands.mergeCompanies(whole, acme);
    expect(await accept(token)).toMatchObject({ ok: true });
    expect(workspaceOf(app).companies.has(acme)).toBe(false);
    expect(workspaceOf(app).people.get(named(app, 'Finn Berg'))?.sightings[0]?.company).toBe(whole);

    const other = await review(CARD);
    expect(other.doubts.map(({ options }) => options.length)).toEqual([1]);
    const ana = named(app, 'Ana Sousa');
    const anna = app.commands.addPerson({ name: 'Anna S.' });
    app.commands.mergePeople(anna, ana);
    const before = workspaceOf(app).people.size;
    expect(await accept(other.token, [[other.doubts[0]?.index ?? 0, 0]])).toMatchObject({ ok: true });
    expect(workspaceOf(app).people.has(ana)).toBe(false);
    expect(workspaceOf(app).people.size).toBe(before + 1);
  });

  test('what was decided on the review is carried over to what stands when it is accepted', async () => {
    const app = await visit();
    await imported(app);
    await app.commands.readFiles([CARD], 'me');
    const { intake } = app.session.getState();
    if (intake.is !== 'done') throw new Error('no review');
    expect(intake.value).toMatchObject({ added: 1, doubts: [{ options: [{}] }] });
    app.commands.addPerson({ name: 'Somebody Else' });
    const same = intake.value.doubts.map(({ index }) => [index, 0] as const);
    await app.commands.acceptReview({ token: intake.value.token, same, takeOwn: false });
    expect(workspaceOf(app).people.size).toBe(4);
    expect(workspaceOf(app).people.get(named(app, 'Ana Sousa'))?.sightings).toHaveLength(2);
  });

  test('of a friend who was removed meanwhile is refused in words', async () => {
    const app = await visit();
    await imported(app);
    const ana = named(app, 'Ana Sousa');
    await app.commands.readFiles([CONNECTIONS], ana);
    const { intake } = app.session.getState();
    if (intake.is !== 'done') throw new Error('no review');
    app.commands.removePerson(ana);
    const accepted = await app.commands.acceptReview({ token: intake.value.token, same: [], takeOwn: false });
    expect(accepted).toMatchObject({ ok: false, error: expect.stringContaining('Say again whose list it is') });
    expect(workspaceOf(app).imports.size).toBe(1);
  });

  test('cancelled leaves without a trace, and a review that is gone is refused in words', async () => {
    const app = await visit();
    const reading = app.commands.readFiles([CONNECTIONS], 'me');
    const { intake } = app.session.getState();
    if (intake.is !== 'running') throw new Error('not running');
    intake.cancel();
    await reading;
    expect(app.session.getState().intake).toEqual({ is: 'idle' });
    expect(await app.commands.acceptReview({ token: 1, same: [], takeOwn: false })).toMatchObject({ ok: false });
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

function fail(): never {
  throw new Error('missing');
}

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
