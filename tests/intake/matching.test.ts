import { describe, expect, test } from 'vitest';
import { mailAddress, mailKey, phoneKey } from '#intake/address.ts';
import { nameTokens, strictKey } from '#intake/matching/name-key.ts';
import { apply } from '#model/change.ts';
import { type Person, personByHand, profileOf } from '#model/person.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { personNamed, take, textFile } from './kit.ts';

interface Row {
  readonly name: string;
  readonly mail?: string;
  readonly company?: string;
  readonly phone?: string;
  readonly profile?: string;
}

/** An uploaded address book: the plainest list with every kind of key. */
function book(...rows: readonly Row[]): File {
  const header = 'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,FullName,Profiles';
  const lines = rows.map(({ name, mail = '', company = '', phone = '', profile = '' }) => {
    return [
      'MOBILE',
      '',
      '',
      `"${company}"`,
      '',
      mail,
      phone,
      `"${name}"`,
      profile && `https://www.linkedin.com/in/${profile}`,
    ].join(',');
  });
  return textFile('Contacts.csv', [header, ...lines].join('\n'));
}

const names = (workspace: Workspace): string[] =>
  [...workspace.people.values()].map((person) => profileOf(person).name).sort();
const reasons = (person: Person): string[] => person.sightings.map(({ why }) => why);

/** Two rows in two imports, and what became of them. */
async function meet(known: Row, incoming: Row): Promise<{ people: number; why: string[]; doubts: string[] }> {
  const first = await take([book(known)]);
  const { workspace, plan } = await take([book(incoming)], first.workspace);
  const [person] = workspace.people.values();
  return {
    people: workspace.people.size,
    why: person ? reasons(person) : [],
    doubts: plan.review.doubts.map(({ reason }) => reason),
  };
}

describe('the same person', () => {
  test.each<[string, Row, Row, string]>([
    [
      'by profile, whatever the name',
      { name: 'Ana Ruiz', profile: 'ana' },
      { name: 'Ana Costa', profile: 'ANA' },
      'profile',
    ],
    [
      'by e-mail',
      { name: 'Ana Ruiz', mail: 'ana@example.org' },
      { name: 'A. Ruiz', mail: 'ANA@example.org' },
      'e-mail',
    ],
    [
      'by e-mail with a tag and dots that the provider ignores',
      { name: 'Ana Ruiz', mail: 'ana.ruiz@gmail.com' },
      { name: 'Ana', mail: 'anaruiz+jobs@googlemail.com' },
      'e-mail',
    ],
    [
      'by e-mail after a marriage',
      { name: 'Ana Ruiz', mail: 'ana@example.org' },
      { name: 'Ana Costa', mail: 'ana@example.org' },
      'e-mail',
    ],
    [
      'by name and company in other spellings',
      { name: 'José García', company: 'Acme, Inc.' },
      { name: 'Garcia Jose', company: 'ACME' },
      'name-and-company',
    ],
    [
      'by name and phone',
      { name: 'Ana Ruiz', phone: '+1 (512) 555-0100' },
      { name: 'Ruiz, Ana', phone: '512 5550100' },
      'name-and-phone',
    ],
  ])('%s', async (_, known, incoming, why) => {
    expect(await meet(known, incoming)).toEqual({ people: 1, why: [why, 'new'], doubts: [] });
  });
});

describe('a question', () => {
  test.each<[string, Row, Row, string]>([
    [
      'a name alone',
      { name: 'Ana Ruiz' },
      { name: 'Ana Ruiz', mail: 'ana@example.org' },
      'The same name, and nothing else to compare.',
    ],
    [
      'another company',
      { name: 'Ana Ruiz', company: 'Acme' },
      { name: 'Ana Ruiz', company: 'Globex' },
      'The same name at another company. People change jobs, and names are shared.',
    ],
    [
      'a nickname at the same company',
      { name: 'Robert Smith', company: 'Acme' },
      { name: 'Bob Smith', company: 'Acme' },
      'The names are close, but not the same.',
    ],
    [
      'a mailbox of two',
      { name: 'Ana Ruiz', mail: 'home@ruiz.example' },
      { name: 'Tomás Ruiz', mail: 'home@ruiz.example' },
      'The same e-mail address under two names. It may be a shared mailbox.',
    ],
    [
      'a renamed profile',
      { name: 'Ana Ruiz', company: 'Acme', profile: 'ana-1' },
      { name: 'Ana Ruiz', company: 'Acme', profile: 'ana-2' },
      'The same name and company, but another profile address.',
    ],
  ])('%s', async (_, known, incoming, reason) => {
    expect(await meet(known, incoming)).toEqual({ people: 2, why: ['new'], doubts: [reason] });
  });

  test('answered yes makes one person, for good', async () => {
    const first = await take([book({ name: 'Ana Ruiz', company: 'Acme' })]);
    const row = book({ name: 'Ana Ruiz', company: 'Globex' });
    const { workspace, plan } = await take([row], first.workspace, { same: [[0, 0]] });
    expect(plan.review.doubts[0]).toMatchObject({
      row: 2,
      incoming: { name: 'Ana Ruiz', company: 'Globex' },
      options: [{ known: { name: 'Ana Ruiz', company: 'Acme' } }],
    });
    expect(reasons(personNamed(workspace, 'Ana Ruiz'))).toEqual(['you-said-so', 'new']);
    const again = await take([row], workspace);
    expect(again.plan.review).toMatchObject({ added: 0, doubts: [] });
  });

  test('answered no is not asked again', async () => {
    const first = await take([book({ name: 'Ana Ruiz' })]);
    const row = book({ name: 'Ana Ruiz', company: 'Globex' });
    const { workspace } = await take([row], first.workspace, { same: [[0, null]] });
    const again = await take([row], workspace);
    expect(again.plan.review).toMatchObject({ added: 0, doubts: [] });
    expect(again.workspace.people.size).toBe(2);
  });

  test('is asked once about a few namesakes, and never about many', async () => {
    const three = await take([book(...['A', 'B', 'C'].map((company) => ({ name: 'Sam Lee', company })))]);
    const { plan, workspace } = await take([book({ name: 'Sam Lee' })], three.workspace, { same: [[0, 1]] });
    expect(plan.review.doubts.map(({ options }) => options.length)).toEqual([3]);
    expect(workspace.people.size).toBe(3);
    const four = await take([book(...['A', 'B', 'C', 'D'].map((company) => ({ name: 'Sam Lee', company })))]);
    expect((await take([book({ name: 'Sam Lee' })], four.workspace)).plan.review.doubts).toEqual([]);
  });
});

describe('two people', () => {
  test.each<[string, Row, Row]>([
    ['other names', { name: 'Ana Ruiz', company: 'Acme' }, { name: 'Ben Ruiz', company: 'Acme' }],
    ['one first name', { name: 'Ana' }, { name: 'Ana', company: 'Acme' }],
    [
      'one mailbox of a company',
      { name: 'Ana Ruiz', mail: 'info@acme.example' },
      { name: 'Ben Okoro', mail: 'info@acme.example' },
    ],
    [
      'two profiles',
      { name: 'Ana Ruiz', company: 'Acme', profile: 'ana-1' },
      { name: 'Ana Ruiz', company: 'Globex', profile: 'ana-2' },
    ],
    [
      'dots that mean something',
      { name: 'Ana Ruiz', mail: 'a.na@example.org' },
      { name: 'Ben Okoro', mail: 'an.a@example.org' },
    ],
  ])('%s', async (_, known, incoming) => {
    expect(await meet(known, incoming)).toEqual({ people: 2, why: ['new'], doubts: [] });
  });

  test('of one name on one list stay two', async () => {
    const { workspace } = await take(
      ['connections-two-people-one-name.csv'],
      (await take(['connections-2018-date-and-time.csv'])).workspace,
    );
    expect(names(workspace).filter((name) => name === 'Sam Lee')).toHaveLength(2);
  });
});

test('somebody entered by hand is found by name and company', async () => {
  const { workspace } = await take(['connections-2018-date-and-time.csv']);
  const company = [...workspace.companies.values()][0]?.id ?? null;
  const marta = personByHand('person:marta', { name: 'Marta Sanz', company, note: 'the hiring manager' });
  const before = apply(workspace, { what: 'Marta', put: [marta], remove: [] }).workspace;
  const { workspace: after, plan } = await take([book({ name: 'Marta Sanz', company: 'Northwind Analytics' })], before);
  expect(plan.review).toMatchObject({ added: 0, doubts: [] });
  expect(after.people.get('person:marta')).toMatchObject({
    own: { note: 'the hiring manager' },
    sightings: [{ why: 'name-and-company' }],
  });
});

describe('marks', () => {
  test('a recommendation without a profile goes to the name at the company; of somebody unknown it makes a person', async () => {
    const { workspace } = await take([
      'connections-current.csv',
      'recommendations-received-no-url.csv',
      'recommendations-given.csv',
    ]);
    const marks = (name: string): unknown[] => personNamed(workspace, name).marks.map(({ kind, on }) => [kind, on]);
    expect(marks('Jane Doe, Ph.D., PMP®')).toEqual([['they-recommended', '2025-07-17']]);
    expect(marks('Omar Haddad')).toEqual([['i-recommended', '2024-05-02']]);
    expect(marks('Petra Novak')).toEqual([['i-recommended', '2024-05-03']]);
  });

  test('an old invitation without a profile goes to the one namesake who connected soon after', async () => {
    const { workspace, plan } = await take([
      'connections-current.csv',
      'invitations-2020-names-only.csv',
      'endorsement-given-2022-no-url.csv',
    ]);
    expect(personNamed(workspace, 'Omar Haddad').marks.map(({ kind, text }) => [kind, text])).toEqual([
      ['i-invited', ''],
      ['i-endorsed', 'SQL, Python'],
    ]);
    expect(personNamed(workspace, 'Wei Li 李伟').marks.map(({ kind }) => kind)).toEqual(['they-invited']);
    expect(names(workspace)).not.toContain('Nobody Known');
    expect(plan.review.files[1]?.sentence).toContain('1 row names nobody you know for certain');
  });
});

test('names are compared without order, accents, degrees, pronouns and middle initials', () => {
  const key = (name: string): string => strictKey(nameTokens(name));
  for (const name of [
    'Doe Jane',
    'Doe, Jane',
    'JANE DOÉ',
    'Dr. Jane Q. Doe',
    'Jane Doe, Ph.D., PMP®',
    'Jane Doe (she/her)',
    '⁦Jane⁩ Doe ☁️',
  ])
    expect([name, key(name)]).toEqual([name, 'doe jane']);
  expect(key('Jack Ma')).toBe('jack ma');
  expect(key("Pat O'Brien")).toBe(key('Pat O’Brien'));
  expect(key('Đặng Łukasz')).toBe('dang lukasz');
});

test('addresses are kept as written and compared as the provider does', () => {
  expect(mailAddress(' <Ana@Example.ORG> ')).toBe('ana@example.org');
  for (const none of [
    '',
    'ana',
    'ana@',
    '@example.org',
    'a b@example.org',
    'ana@localhost',
    '/o=ExchangeLabs/ou=x',
    'a@b@c.org',
  ])
    expect([none, mailAddress(none)]).toEqual([none, '']);
  expect(mailKey('a.n.a+x@googlemail.com')).toBe('ana@gmail.com');
  expect(mailKey('a.na+x@outlook.com')).toBe('a.na@outlook.com');
  expect(mailKey('a.na+x@example.org')).toBe('a.na+x@example.org');
  expect(mailKey('jobs@example.org')).toBe('');
  expect([phoneKey('+1 (512) 555-0100'), phoneKey('911')]).toEqual(['125550100', '']);
});

test('an empty workspace has nobody to be mistaken for', async () => {
  const { plan } = await take([book({ name: 'Ana Ruiz' }, { name: 'Ana Ruiz' })], emptyWorkspace('a', 'A'));
  expect(plan.review).toMatchObject({ added: 1, doubts: [] });
});
