import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { profileOf } from '#model/person.ts';
import { CONNECTIONS, csv, freshStore, imported, leaveAll, missing, named, visit, workspaceOf } from './visits.ts';

/** Ana, perhaps: the name at another company. */
const CARD = new File(['BEGIN:VCARD\nVERSION:3.0\nFN:Ana Sousa\nORG:Globex\nEND:VCARD\n'], 'ana.vcf');

beforeEach(freshStore);
afterEach(leaveAll);

describe('an import', () => {
  test('stores nothing before it is accepted; again it says 0 new; undone it leaves nothing', async () => {
    const app = await visit();
    await app.commands.readFiles([CONNECTIONS], 'me');
    expect(workspaceOf(app).people.size).toBe(0);
    app.commands.discardReview();
    expect(app.session.getState().intake).toEqual({ is: 'idle' });

    expect(await imported(app)).toMatchObject({ added: 3, same: 0 });
    expect(profileOf([...workspaceOf(app).people.values()][2] ?? missing()).name).toBe('__proto__ constructor');
    await app.commands.readFiles([CONNECTIONS], 'me');
    expect(app.session.getState().intake).toMatchObject({ is: 'done', value: { added: 0, same: 3 } });
    const [id] = workspaceOf(app).imports.keys();
    await app.commands.undoImport(id ?? missing());
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
