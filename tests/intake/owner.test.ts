import { describe, expect, test } from 'vitest';
import { distinct } from '#intake/distinct.ts';
import { undoImportChange } from '#intake/undo.ts';
import { apply } from '#model/change.ts';
import { personByHand, profileOf } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { companyOf, dataFile, personNamed, read, take, textFile } from './kit.ts';

describe('a friend’s list', () => {
  test('is theirs: listed with them as owner, without the user', async () => {
    const mine = await take(['linkedin-rezipped-folder-and-macosx.zip'], undefined, { takeOwn: true });
    const owner = personNamed(mine.workspace, 'Anna B.').id;
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

  test('with its owner on it is another’s, for nobody is their own connection', async () => {
    const mine = await take(['linkedin-rezipped-folder-and-macosx.zip'], undefined, { takeOwn: true });
    const owner = personNamed(mine.workspace, 'Ines Okafor-Lindqvist').id;
    const theirs = await take(['connections-of-a-friend.csv'], mine.workspace, { owner });
    const asMine = await take(['connections-of-a-friend.csv'], mine.workspace);
    for (const { plan } of [theirs, asMine]) {
      expect(plan.review).toMatchObject({ added: 0, same: 0 });
      expect(plan.review.problems.map(({ code }) => code)).toEqual(['wrong-owner']);
    }
    expect(theirs.plan.review.nothing).toContain('Ines Okafor-Lindqvist is on this list.');
    expect(asMine.plan.review.nothing).toContain('You are on this list yourself.');
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

const HEADER =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER';
const link = (name: string): string => `https://www.linkedin.com/in/${name.toLowerCase().replaceAll(' ', '-')}`;

/** One message each, `[talk, from, to]`. */
function messages(name: string, ...lines: (readonly [talk: string, from: string, to: string])[]): File {
  const rows = lines.map(
    ([talk, from, to], at) =>
      `2-${talk}==,,${from},${link(from)},${to},${link(to)},2026-02-0${1 + (at % 9)} 10:00:00 UTC,,Hi,INBOX`,
  );
  return textFile(name, [HEADER, ...rows].join('\n'));
}

describe('messages in which I am only in some conversations', () => {
  const ofAna = messages(
    'messages.csv',
    ['a', 'Ana Ruiz', 'Jordan Pike'],
    ['b', 'Jordan Pike', 'Ana Ruiz'],
    ['c', 'Ana Ruiz', 'Ben Okoro'],
  );
  const me = { name: 'Jordan Pike', profiles: ['jordan-pike'] };

  test('are the friend’s who is in all of them, and refused', async () => {
    const known = { what: 'Me', put: [{ ...emptyWorkspace('', '').me, ...me }], remove: [] };
    const { plan, workspace } = await take([ofAna], apply(emptyWorkspace('test', 'Test'), known).workspace);
    expect(plan.review.problems.map(({ code, message }) => [code, message.slice(0, 41)])).toEqual([
      ['wrong-owner', 'These messages are Ana Ruiz’s, not yours,'],
    ]);
    expect(workspace.people.size).toBe(0);
  });

  const mixed = messages(
    'messages.csv',
    ['a', 'Ana Ruiz', 'Jordan Pike'],
    ['b', 'Jordan Pike', 'Cleo Faure'],
    ['c', 'Ana Ruiz', 'Ben Okoro'],
  );

  test('are nobody’s for certain when nobody is in all: the person is asked, and nothing counts before', async () => {
    const [out] = (await read([mixed], { me })).read;
    expect(out?.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'owner-unknown',
        'You are in 2 of its 3 conversations; in an export of your own you are in all. Nothing of it is counted.',
      ],
    ]);
    expect(out?.messages).toEqual([]);
    expect(out?.whose.map(({ key, name, parts, all }) => [key, name, parts, all])).toEqual([
      ['ana-ruiz', 'Ana Ruiz', 2, 3],
      ['jordan-pike', 'Jordan Pike', 2, 3],
      ['cleo-faure', 'Cleo Faure', 1, 3],
      ['ben-okoro', 'Ben Okoro', 1, 3],
    ]);
  });

  test('are counted by the answer, without the talks of others', async () => {
    const [out] = (await read([mixed], { me, owners: [['messages.csv', 'jordan-pike']] })).read;
    expect(out?.messages.map(({ who }) => who.name)).toEqual(['Ana Ruiz', 'Cleo Faure']);
    expect(out?.note).toBe('1 conversation without you left out.');
    expect(out?.marks).toEqual([]);
  });
});

describe('messages.csv in numbered parts', () => {
  const first = ['a', 'Ana Ruiz', 'Jordan Pike'] as const;
  const second = ['b', 'Jordan Pike', 'Ben Okoro'] as const;

  test('has one owner, who shows only in both together', async () => {
    const alone = await read([messages('messages.csv', first)]);
    expect(alone.read[0]?.problems.map(({ code }) => code)).toEqual(['owner-unknown']);
    const { read: outs } = await read([messages('messages.csv', first), messages('messages_1.csv', second, first)]);
    expect(outs).toHaveLength(1);
    expect(outs[0]?.own.name).toBe('Jordan Pike');
    expect(outs[0]?.messages.map(({ who, theirs, mine }) => [who.name, theirs.length, mine.length])).toEqual([
      ['Ana Ruiz', 2, 0],
      ['Ben Okoro', 0, 1],
    ]);
  });

  test('is not mixed with another file of the same name', async () => {
    const { read: outs } = await read([
      messages('messages.csv', first, second),
      messages('messages.csv', ['a', 'Ana Ruiz', 'Jordan Pike'], ['c', 'Ana Ruiz', 'Cleo Faure']),
    ]);
    expect(outs.map(({ own }) => own.name)).toEqual(['Jordan Pike', 'Ana Ruiz']);
  });

  test('nor is what is said of one of them said of the other', async () => {
    const files = [messages('messages.csv', first), messages('messages.csv', ['c', 'Ana Ruiz', 'Cleo Faure'])];
    const asked = await read(files);
    expect(asked.read.map(({ file }) => file)).toEqual(['messages.csv', 'messages (2).csv']);
    const said = await read(files, { owners: [['messages (2).csv', 'ana-ruiz']] });
    expect(said.read.map(({ whose, messages: counted }) => [whose.length, counted.length])).toEqual([
      [2, 0],
      [0, 1],
    ]);
  });
});

test('files of one name are each shown under a name of their own', () => {
  const files = ['a.csv', 'a (2).csv', 'a.csv', 'LICENSE', 'a.csv', 'LICENSE'].map((name) => textFile(name, name));
  expect(distinct(files).map(({ name }) => name)).toEqual([
    'a.csv',
    'a (2).csv',
    'a (3).csv',
    'LICENSE',
    'a (4).csv',
    'LICENSE (2)',
  ]);
});

test('whose mailbox of two it is, the person says', async () => {
  const file = dataFile('mailbox-two-owners.mbox');
  const [asked] = (await read([file])).read;
  expect(asked?.whose.slice(0, 2).map(({ key }) => key)).toEqual(['me@example.org', 'partner@example.org']);
  const [out] = (await read([file], { owners: [[file.name, 'me@example.org']] })).read;
  expect(out?.problems.map(({ code }) => code)).toEqual(['foreign-event']);
  expect(out?.own.emails).toEqual(['me@example.org']);
  expect(out?.messages.length).toBeGreaterThan(0);
});

test('whose calendar it is, the person says', async () => {
  const file = dataFile('calendar-outlook-bom-owner-unknown.ics');
  const [asked] = (await read([file])).read;
  const key = asked?.whose[0]?.key ?? '';
  expect(key).toContain('@');
  const [out] = (await read([file], { owners: [[file.name, key]] })).read;
  expect(out?.problems).toEqual([]);
  expect(out?.own.emails).toEqual([key]);
});

describe('files that say whose they are', () => {
  const as = (name: string, profile: string) =>
    apply(emptyWorkspace('test', 'Test'), {
      what: 'Me',
      put: [{ ...emptyWorkspace('', '').me, name, profiles: profile === '' ? [] : [profile] }],
      remove: [],
    }).workspace;
  const areYou = async (file: string | File, into?: ReturnType<typeof as>, owner?: 'me' | `person:${string}`) =>
    (await take([file], into, owner ? { owner } : {})).plan.review.areYou;

  test('are never taken for the user’s without a word, as long as nobody said who the user is', async () => {
    const ofAna = messages('messages.csv', ['a', 'Ana Ruiz', 'Jordan Pike'], ['b', 'Ben Okoro', 'Ana Ruiz']);
    expect(await areYou(ofAna)).toBe('Ana Ruiz');
    expect(await areYou('linkedin-rezipped-folder-and-macosx.zip')).toBe('Jordan Pike');
    expect(await areYou('mailbox-thunderbird-sent.mbox')).toContain('@');
    expect(await areYou('connections-current.csv')).toBe('');
  });

  test('need no word where the name, the profile or the address is known', async () => {
    const file = 'linkedin-rezipped-folder-and-macosx.zip';
    expect(await areYou(file, as('Jordan Pike', ''))).toBe('');
    expect(await areYou(file, as('', 'jordanpike'))).toBe('');
    const kept = await take([file], undefined, { takeOwn: true });
    expect(await areYou(file, kept.workspace)).toBe('');
  });
});
