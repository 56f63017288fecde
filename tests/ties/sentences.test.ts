import { expect, test } from 'vitest';
import type { Company, SizeBand } from '#model/company.ts';
import type { Mark, Person, Place, Sighting } from '#model/person.ts';
import type { Statement } from '#model/tie.ts';
import { tieBetween } from '#ties/between.ts';
import { type Inferred, inferTie } from '#ties/curve.ts';
import { cardEvidence, stepEvidence } from '#ties/evidence.ts';
import { betweenEvidence } from '#ties/evidence-between.ts';
import type { GuessFact } from '#ties/evidence-guess.ts';
import { myTie } from '#ties/mine.ts';
import { missingOf } from '#ties/missing.ts';
import { sharedAt, stayAt } from '#ties/shared.ts';
import type { Evidence } from '#ties/types.ts';
import { at, company, contact, iid, imported, messages, person, pid, TODAY } from './records.ts';

const DAY = 86_400;
const imports = new Map([imported('mine'), imported('old', 'me', '2021-05-10')].map((one) => [one.id, one]));
const context = { today: TODAY, shift: 0 };
const every = (count: number, last: string, apart: number) =>
  Array.from({ length: count }, (_, i) => at(last) - (count - 1 - i) * apart * DAY);
const mark = (kind: Mark['kind'], text = ''): Mark => ({
  imports: [iid('mine')],
  file: 'marks.csv',
  kind,
  on: '2022-02-02',
  text,
});

const regular = messages(
  every(12, '2026-11-02', 30),
  [...every(10, '2026-11-02', 30).map((t) => t - 3600), at('2026-06-20')].sort((a, b) => a - b),
);
const mine: readonly (readonly [string, Person])[] = [
  ['writes and answers', contact('Ana Reis', null, '', { events: [regular] })],
  [
    'the same, with my word',
    contact('Ana Reis', null, '', { events: [regular], own: { closeness: 5, closenessOn: TODAY } }),
  ],
  [
    'never wrote back',
    person('Ben Okafor', { own: { name: 'Ben Okafor' }, events: [messages([], every(5, '2026-09-01', 40))] }),
  ],
  ['wrote once, last year', contact('Cleo Marsh', null, '', { events: [messages([at('2025-08-12')], [])] })],
  [
    'one message each, years ago',
    contact('Dan Kim', null, '', { events: [messages([at('2023-03-04')], [at('2023-03-01')])] }),
  ],
  [
    'an old export',
    contact('Eve Holm', null, '', {
      events: [
        messages(every(4, '2021-04-20', 20), every(3, '2021-04-10', 20), {
          imports: [iid('old')],
          file: 'messages-2021.csv',
        }),
      ],
    }),
  ],
  ['too recent to count', contact('Finn Moe', null, '', { events: [messages([], [at('2026-11-18')])] })],
  ['connection only', contact('Gus Ode', null)],
  ['connection with my word', contact('Hana Ito', null, '', { own: { closeness: 4 } })],
  ['nothing at all', person('Ivo Paz', { own: { name: 'Ivo Paz' } })],
  ['worked together', person('Jana Roy', { own: { name: 'Jana Roy', known: [{ how: 'worked', on: '2026-11-01' }] } })],
  [
    'what LinkedIn says',
    contact('Kai Lund', null, '', {
      marks: [mark('i-endorsed', 'Statistics'), mark('they-recommended'), mark('they-invited'), mark('group-thread')],
    }),
  ],
  [
    'messages and meetings',
    contact('Mia Tran', null, '', {
      events: [
        messages(every(3, '2026-10-01', 30), every(4, '2026-10-01', 30)),
        messages(every(1, '2026-11-10', 30), every(1, '2026-11-10', 30), { channel: 'meeting', file: 'calendar.ics' }),
      ],
    }),
  ],
  [
    'meetings',
    person('Lea Funk', {
      own: { name: 'Lea Funk' },
      events: [
        messages(every(2, '2026-10-30', 30), every(2, '2026-10-30', 30), { channel: 'meeting', file: 'calendar.ics' }),
      ],
    }),
  ],
];

const shown = ({ text, source, weight }: Evidence) =>
  `  ${text}${source && ` [${source}]`}${weight === null ? '' : ` (${weight >= 0 ? '+' : ''}${weight.toFixed(2)})`}`;

function mineText(): string {
  return mine
    .map(([name, record]) => {
      const tie = myTie(record, { imports, shift: 0 });
      const percent = tie.percent === null ? '' : `, ${tie.percent} %`;
      return [
        `${name}: ${tie.standing ?? 'no tie'}, ${tie.band}${percent}`,
        ' step',
        ...stepEvidence(record, tie, context).map(shown),
        ' card',
        ...cardEvidence(record, tie, context).map(shown),
        ' why not warmer',
        ...missingOf(record, tie).map((text) => `  ${text}`),
      ].join('\n');
    })
    .join('\n\n');
}

const ana = contact('Ana Reis', 'acme');
const marta = person('Marta Silva', { own: { name: 'Marta Silva' } });
const said = (
  how: Statement['how'],
  says: Statement['says'],
  on = '2026-11-01',
  by: string | null = null,
): Statement => ({
  how,
  says,
  on,
  by: by === null ? null : pid(by),
  question: null,
  remark: '',
});
const listed = { owner: ana, member: marta, file: 'Ana Connections.csv', on: '2018-04-01', imports: [iid('mine')] };

type Case = {
  statements?: Statement[];
  listed?: boolean;
  at?: Company;
  /** What is known of Ana, and of Marta, at that company. */
  both?: readonly [Partial<Sighting>, Partial<Place>];
  sharers?: readonly string[];
};
const acme = (size: SizeBand | null, units?: Company['units']): Company => ({
  ...company('acme', size),
  ...(units ? { units } : {}),
});
const between: readonly (readonly [string, Case])[] = [
  ['told', { statements: [said('told', 'well')] }],
  ['seen', { statements: [said('seen', 'know')] }],
  [
    'the friend answered',
    { statements: [said('answer', 'met', '2026-10-05', 'ana'), said('think', 'know', '2026-09-01')] },
  ],
  ['the manager answered', { statements: [said('answer', 'know', '2026-10-05', 'marta')] }],
  ['I think so', { statements: [said('think', 'know')] }],
  ['a list', { listed: true }],
  ['a list, and not sure', { listed: true, statements: [said('told', 'unsure')] }],
  ['the same small company', { at: acme('11-50') }],
  [
    'years together and one line of work',
    { at: acme('51-200'), both: [{ position: 'Data Engineer' }, { since: 2021 }] },
  ],
  ['the same office', { at: acme('201-1000'), both: [{ office: 'Lisbon' }, { office: 'Lisbon' }] }],
  [
    'the same department and little time',
    { at: acme('51-200'), both: [{ department: 'Tax' }, { department: 'tax', since: 2026 }] },
  ],
  [
    'a department of known size in a large company',
    { at: acme('more', [{ name: 'Tax', size: '1-10' }]), both: [{ department: 'Tax' }, { department: 'Tax' }] },
  ],
  [
    'an office of known size, company unknown',
    {
      at: acme(null, [{ name: 'Lisbon', size: '11-50' }]),
      both: [{ office: 'Lisbon' }, { office: 'Lisbon', since: 2018 }],
    },
  ],
  ['shared lists', { at: acme('more'), sharers: ['Ben Oak', 'Cleo Hart', 'Dan Ito'] }],
  ['more shared lists', { at: acme('51-200'), sharers: ['Ben Oak', 'Cleo Hart', 'Dan Ito', 'Eve Lund', 'Finn Aas'] }],
];

function guessOf({ at, both: [anas, martas] = [{}, {}], sharers = [] }: Case): (GuessFact & Inferred) | null {
  if (!at) return null;
  const year = anas.position ? 2021 : (martas.since ?? null);
  const near = {
    ...ana,
    sightings: ana.sightings.map((one) => ({ ...one, ...anas })),
    own: { ...ana.own, ...(year ? { place: placed(at, { since: year }) } : {}) },
  };
  const far = { ...marta, own: { ...marta.own, position: 'Head of Data', place: placed(at, martas) } };
  const shared = sharedAt(at, stayAt(at, near, imports), stayAt(at, far, imports, true));
  const inferred = shared && inferTie(at.size, shared, sharers.length);
  const lists = sharers.map((name) => ({ owner: contact(name, null), file: `${name}.csv`, imports: [iid('mine')] }));
  return inferred && { ...inferred, company: at, shared, sharers: lists };
}

function placed(at: Company, over: Partial<Place>): Place {
  return { company: at.id, department: '', office: '', since: null, on: TODAY, ...over };
}

function betweenText(): string {
  return between
    .map(([name, one]) => {
      const { statements = [], listed: on } = one;
      const guess = guessOf(one);
      const tie = tieBetween(ana.id, marta.id, { statements, listed: on ? listed.on : null, inferred: guess });
      if (!tie) return `${name}: no tie`;
      const sentences = betweenEvidence(ana, marta, tie, { statements, listed: on ? [listed] : [], guess });
      return [`${name}: ${tie.standing}, ${tie.kind}`, ...sentences.map(shown)].join('\n');
    })
    .join('\n\n');
}

test('the sentences are those that were read and approved', async () => {
  const text = `My ties\n\n${mineText()}\n\nBetween others\n\n${betweenText()}\n`;
  await expect(text).toMatchFileSnapshot(`${process.cwd()}/data/expected/tie-sentences.txt`);
});

test('no sentence promises more than the facts allow', () => {
  const all = mine.flatMap(([, record]) => {
    const tie = myTie(record, { imports, shift: 0 });
    return [...stepEvidence(record, tie, context), ...cardEvidence(record, tie, context)].map((one) => ({
      ...one,
      tie,
    }));
  });
  for (const { text, tie } of all) {
    expect(text).not.toMatch(/%|success|cold\b|—|!/);
    if (tie.percent === null) expect(text).not.toMatch(/about \d+ in \d+/i);
  }
});
