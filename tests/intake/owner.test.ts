import { describe, expect, test } from 'vitest';
import { undoImportChange } from '#intake/undo.ts';
import { apply } from '#model/change.ts';
import { personByHand, profileOf } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { companyOf, dataFile, personNamed, read, take } from './kit.ts';

describe('a friend’s list', () => {
  test('is theirs: listed with them as owner, without the user', async () => {
    const mine = await take(['linkedin-rezipped-folder-and-macosx.zip'], undefined, { takeOwn: true });
    const owner = personNamed(mine.workspace, 'Ines Okafor-Lindqvist').id;
    const theirs = await take(['connections-of-a-friend.csv'], mine.workspace, { owner });
    expect(theirs.plan.review).toMatchObject({ owner, added: 2, same: 1, gone: 0, doubts: [] });
    const marta = personNamed(theirs.workspace, 'Marta Sanz');
    const [sighting] = marta.sightings;
    expect(sighting).toMatchObject({ listed: true, connected: '2021-02-02', gone: null });
    expect(theirs.workspace.imports.get(sighting?.imports[0] ?? 'import:none')?.owner).toBe(owner);
    expect(companyOf(theirs.workspace, 'Marta Sanz')).toBe('Northwind Analytics, Inc.');
    const names = [...theirs.workspace.people.values()].map((person) => profileOf(person).name);
    expect(names.filter((name) => name === 'Omar Haddad')).toHaveLength(2);
    expect(names).not.toContain('Jordan Pike');
  });

  test('keeps its own marks of who is gone when mine is taken back', async () => {
    const friend = { what: 'Eva', put: [personByHand('person:eva', { name: 'Eva Stone' })], remove: [] };
    const known = apply(emptyWorkspace('test', 'Test'), friend).workspace;
    const theirs = await take(['connections-current.csv'], known, { owner: 'person:eva' });
    const later = await take(['connections-later-export.csv'], theirs.workspace, { owner: 'person:eva' });
    const mine = await take(['connections-current.csv'], later.workspace);
    const id = [...mine.workspace.imports.keys()].at(-1) ?? 'import:none';
    const back = apply(mine.workspace, undoImportChange(mine.workspace, id)).workspace;
    expect([...back.people]).toEqual([...later.workspace.people]);
    const gone = [...back.people.values()].flatMap(({ sightings }) => sightings.filter((each) => each.gone !== null));
    expect(gone).toHaveLength(2);
  });

  test('comes without their messages', async () => {
    const mine = await take(['connections-current.csv']);
    const owner = personNamed(mine.workspace, 'Ines Okafor-Lindqvist').id;
    const { plan, workspace } = await take(['messages-of-somebody-else.csv'], mine.workspace, { owner });
    expect(plan.review).toMatchObject({ added: 0, messages: 0 });
    expect(plan.review.problems.map(({ code }) => code)).toEqual(['wrong-owner']);
    expect([...workspace.people.values()].every(({ events }) => events.length === 0)).toBe(true);
  });
});

describe('messages of somebody else dropped as mine', () => {
  test('are refused when their owner is on my list', async () => {
    const mine = await take(['connections-current.csv']);
    const { plan } = await take(['messages-of-somebody-else.csv'], mine.workspace);
    expect(plan.review).toMatchObject({ added: 0, messages: 0 });
    expect(plan.review.files[0]?.sentence).toContain('Ines Okafor-Lindqvist’s, not yours');
  });

  test('are refused when I said who I am', async () => {
    const mine = await take(['messages-2026-all-quoted.csv'], undefined, { takeOwn: true });
    expect(mine.workspace.me).toMatchObject({ name: 'Jordan Pike', profiles: ['jordanpike'] });
    const { plan } = await take(['messages-of-somebody-else.csv'], mine.workspace);
    expect(plan.review.problems.map(({ code }) => code)).toEqual(['wrong-owner']);
  });

  test('are not mistaken for mine next to my own archive', async () => {
    const { plan } = await take(['linkedin-rezipped-folder-and-macosx.zip', 'messages-of-somebody-else.csv']);
    expect(plan.review).toMatchObject({ added: 9, messages: 2 });
    expect(plan.review.problems.map(({ code, file }) => [code, file])).toEqual([
      ['wrong-owner', 'messages-of-somebody-else.csv'],
    ]);
  });
});

describe('the owner of messages', () => {
  test('is asked for when one conversation has two equal sides', async () => {
    const result = await read([dataFile('messages-one-pair-owner-unknown.csv')]);
    expect(result.read[0]?.problems.map(({ code }) => code)).toEqual(['owner-unknown']);
  });

  test.each([
    ['by Profile.csv', ['profile-no-own-url.csv', 'messages-one-pair-owner-unknown.csv'], undefined],
    ['by Settings', ['messages-one-pair-owner-unknown.csv'], { name: 'Jordan Pike', profiles: [] }],
    ['by my profile', ['messages-one-pair-owner-unknown.csv'], { name: '', profiles: ['jordanpike'] }],
  ])('is known %s', async (_, files, me) => {
    const result = await read(
      files.map((file) => dataFile(file)),
      { me },
    );
    const out = result.read.find(({ kind }) => kind === 'linkedin-messages');
    expect(out?.own.profile).toBe('jordanpike');
    expect(out?.messages).toEqual([
      {
        who: { name: 'Ana Ruiz', profile: 'ana-ruiz', emails: [] },
        channel: 'linkedin',
        theirs: [1769932800],
        mine: [],
      },
    ]);
  });
});
