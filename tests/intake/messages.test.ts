import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitNames } from '#intake/linkedin/message-rows.ts';
import { profileSlug } from '#intake/profile-slug.ts';
import type { ReadOut } from '#intake/types.ts';
import { personNamed, read, take, textFile } from './kit.ts';

interface Line {
  readonly talk: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly at: number;
  readonly text?: string;
}

const ME = 'Jordan Pike';
const link = (name: string): string =>
  name === 'LinkedIn Member' ? '' : `https://www.linkedin.com/in/${name.toLowerCase().replaceAll(' ', '-')}`;
const stamp = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** messages.csv as LinkedIn writes it since April 2023, or without recipient addresses as before. */
function messagesCsv(lines: readonly Line[], era: 2021 | 2025 = 2025): File {
  const urls = era === 2025 ? ['RECIPIENT PROFILE URLS'] : [];
  const header = [
    'CONVERSATION ID',
    'CONVERSATION TITLE',
    'FROM',
    'SENDER PROFILE URL',
    'TO',
    ...urls,
    'DATE',
    'SUBJECT',
    'CONTENT',
    'FOLDER',
  ];
  const rows = lines.map(({ talk, from, to, at, text = 'Hi' }) => {
    const recipients =
      era === 2025
        ? [
            to
              .map(link)
              .filter((url) => url !== '')
              .join(','),
          ]
        : [];
    return [talk, '', from, link(from), to.join(','), ...recipients, stamp(at), '', text, 'INBOX']
      .map(quoted)
      .join(',');
  });
  return textFile('messages.csv', [header.join(','), ...rows].join('\n'));
}

async function readOut(lines: readonly Line[], era: 2021 | 2025 = 2025): Promise<ReadOut> {
  const { read: outs } = await read([messagesCsv(lines, era)], { me: { name: ME, profiles: [] } });
  const [out] = outs;
  if (!out) throw new Error('nothing was read');
  return out;
}

const T = 1_700_000_000;

describe('what counts as a message between two people', () => {
  test('a talk of two, in both directions, over several conversations', async () => {
    const out = await readOut([
      { talk: 'a', from: 'Ana Ruiz', to: [ME], at: T },
      { talk: 'a', from: ME, to: ['Ana Ruiz'], at: T + 60 },
      { talk: 'b', from: ME, to: ['Ana Ruiz'], at: T + 120 },
      { talk: 'c', from: 'Ben Okoro', to: [ME], at: T + 180 },
    ]);
    expect(out.own).toEqual({ name: ME, profile: 'jordan-pike' });
    expect(out.messages.map(({ who, theirs, mine }) => [who.profile, theirs, mine])).toEqual([
      ['ana-ruiz', [T], [T + 60, T + 120]],
      ['ben-okoro', [T + 180], []],
    ]);
    expect(out.newest).toBe(T + 180);
  });

  test('a talk of three is a mark for each of the others, and no message', async () => {
    const out = await readOut([
      { talk: 'a', from: 'Ana Ruiz', to: [ME, 'Ben Okoro'], at: T },
      { talk: 'a', from: ME, to: ['Ana Ruiz', 'Ben Okoro'], at: T + 60 },
    ]);
    expect(out.messages).toEqual([]);
    expect(out.marks.map(({ who, kind, on }) => [who.profile, kind, on])).toEqual([
      ['ana-ruiz', 'group-thread', '2023-11-14'],
      ['ben-okoro', 'group-thread', '2023-11-14'],
    ]);
  });

  test('whoever joins later makes it a talk of three from the start', async () => {
    const out = await readOut([
      { talk: 'a', from: 'Ana Ruiz', to: [ME], at: T },
      { talk: 'a', from: 'Ben Okoro', to: [ME, 'Ana Ruiz'], at: T + 60 },
      { talk: 'b', from: 'Cleo Faure', to: [ME], at: T },
    ]);
    expect(out.messages.map(({ who }) => who.name)).toEqual(['Cleo Faure']);
  });

  test('a closed account is nobody, and never one person over several talks', async () => {
    const out = await readOut([
      { talk: 'a', from: 'LinkedIn Member', to: [ME], at: T },
      { talk: 'b', from: 'LinkedIn Member', to: [ME], at: T + 60 },
      { talk: 'c', from: 'Ana Ruiz', to: [ME], at: T + 60 },
    ]);
    expect(out.messages.map(({ who }) => who.name)).toEqual(['Ana Ruiz']);
    expect(out.marks).toEqual([]);
  });

  test('before 2023 a name with degrees is one person, and the sender’s address stands for the name', async () => {
    const lines = [
      { talk: 'a', from: ME, to: ['Jane Doe, Ph.D., PMP®'], at: T },
      { talk: 'a', from: 'Jane Doe, Ph.D., PMP®', to: [ME], at: T + 60 },
      { talk: 'b', from: ME, to: ['Ana Ruiz'], at: T + 60 },
    ];
    const out = await readOut(lines, 2021);
    expect(out.messages.map(({ who, theirs, mine }) => [who.name, who.profile, theirs.length, mine.length])).toEqual([
      ['Jane Doe, Ph.D., PMP®', 'jane-doe,-ph.d.,-pmp®', 1, 1],
      ['Ana Ruiz', '', 0, 1],
    ]);
  });

  test('nothing of a text is kept', async () => {
    const out = await readOut([{ talk: 'a', from: 'Ana Ruiz', to: [ME], at: T, text: 'the secret word is xylophone' }]);
    expect(JSON.stringify(out)).not.toContain('xylophone');
  });
});

test('names joined by commas are parted where a new name begins', () => {
  expect(splitNames('Jordan Pike,Jane Doe, Ph.D., PMP®,Ines Okafor-Lindqvist')).toEqual([
    'Jordan Pike',
    'Jane Doe, Ph.D., PMP®',
    'Ines Okafor-Lindqvist',
  ]);
  expect(splitNames('Ana Ruiz, Ben Okoro')).toEqual(['Ana Ruiz', 'Ben Okoro']);
  expect(splitNames('')).toEqual([]);
});

test('raw and percent-encoded profile addresses are one', () => {
  const same = [
    'https://www.linkedin.com/in/zo%C3%AB-%E2%98%81%EF%B8%8F',
    'https://www.linkedin.com/in/zoë-☁️',
    'http://de.linkedin.com/in/ZOË-☁️/?trk=x',
    'www.linkedin.com/in/zoe\u0308-☁️',
  ];
  expect(new Set(same.map(profileSlug))).toEqual(new Set(['zoë-☁️']));
  for (const none of [
    '',
    'https://example.org/in/ana',
    'https://www.linkedin.com/company/acme',
    'https://evil.example/www.linkedin.com/in/ana',
  ])
    expect(profileSlug(none)).toBe('');
  expect(profileSlug('https://www.linkedin.com/in/bad%E0%A4%A')).toBe('bad%e0%a4%a');
});

test('messages find their people on the list of the same archive', async () => {
  const { workspace } = await take(['connections-current.csv', 'messages-2026-all-quoted.csv']);
  const zoe = personNamed(workspace, '💻 Zoë 🇨🇦 Brandt ☁️');
  expect(zoe.events.map(({ theirs, mine }) => [theirs.length, mine.length])).toEqual([[1, 1]]);
  expect(zoe.sightings).toHaveLength(1);
});

test('events are those of talks of two, whatever else is in the file', async () => {
  const names = ['Ana Ruiz', 'Ben Okoro', 'Cleo Faure', 'Dan Ito'];
  const line = fc.record({
    talk: fc.constantFrom('a', 'b', 'c', 'd'),
    mine: fc.boolean(),
    others: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
    at: fc.integer({ min: T, max: T + 20 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(2021 as const, 2025 as const),
      async (made, era) => {
        const lines = made.map(({ talk, mine, others: [first = '', ...rest], at }): Line => {
          return mine ? { talk, from: ME, to: [first, ...rest], at } : { talk, from: first, to: [ME, ...rest], at };
        });
        const people = new Map<string, Set<string>>();
        for (const { talk, from, to } of lines)
          for (const name of [from, ...to]) people.set(talk, (people.get(talk) ?? new Set()).add(name));
        const expected = new Map<string, { theirs: number[]; mine: number[] }>();
        for (const { talk, from, at } of lines) {
          const others = [...(people.get(talk) ?? [])].filter((name) => name !== ME);
          if (others.length !== 1) continue;
          const lists = expected.get(others[0] ?? '') ?? { theirs: [], mine: [] };
          expected.set(others[0] ?? '', lists);
          (from === ME ? lists.mine : lists.theirs).push(at);
        }
        const out = await readOut(lines, era);
        const found = new Map(out.messages.map(({ who, theirs, mine }) => [who.name, { theirs, mine }]));
        expect(inOrder(found)).toEqual(inOrder(expected));
      },
    ),
  );
});

/** A list is of moments: in which order the talks they come from stand is not promised. */
function inOrder(lists: ReadonlyMap<string, { readonly theirs: readonly number[]; readonly mine: readonly number[] }>) {
  return new Map(
    [...lists].map(([name, { theirs, mine }]) => [name, [theirs, mine].map((all) => [...all].sort((a, b) => a - b))]),
  );
}
