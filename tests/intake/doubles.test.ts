import { expect, test } from 'vitest';
import { doublesIn } from '#intake/matching/doubles.ts';
import type { Doubt } from '#intake/types.ts';
import { undoImportChange } from '#intake/undo.ts';
import { apply } from '#model/change.ts';
import { type Person, profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { read, take, textFile } from './kit.ts';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const list = (...rows: string[]): File => textFile('Connections.csv', [HEADER, ...rows].join('\n'));
const cards = (...people: readonly (readonly [name: string, mail: string])[]): File =>
  textFile(
    'phone.vcf',
    people
      .map(([name, mail]) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nN:;${name};;;\nEMAIL:${mail}\nEND:VCARD`)
      .join('\n'),
  );

const ANA = 'Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Acme,CFO,04 Apr 2021';
const TWO_SAMS = [
  'Sam,Lee,https://www.linkedin.com/in/sam-1,,Acme,CFO,04 Apr 2021',
  'Sam,Lee,https://www.linkedin.com/in/sam-2,,Globex,CFO,05 Apr 2021',
];

const asked = ({ kind, incoming, options }: Doubt): unknown[] => [kind, incoming.name, options.length];
const people = ({ people: all }: Workspace): Person[] => [...all.values()];

test('what a review left open is asked of what is stored, in the same words', async () => {
  const first = await take([list(ANA, ...TWO_SAMS)]);
  const { plan, workspace } = await take(
    [cards(['Ana Ruiz', 'ana@example.org'], ['Sam Lee', 'sam@example.org'])],
    first.workspace,
  );
  const later = doublesIn(workspace);
  expect(plan.review.doubts.map(asked)).toEqual([
    ['name-alone', 'Ana Ruiz', 1],
    ['namesakes', 'Sam Lee', 2],
  ]);
  expect(later.map(asked)).toEqual(plan.review.doubts.map(asked));
  expect(later.map(({ reason }) => reason)).toEqual(plan.review.doubts.map(({ reason }) => reason));
  expect(later.map(({ about }) => about && workspace.people.get(about)?.sightings[0]?.file)).toEqual([
    'phone.vcf',
    'phone.vcf',
  ]);
});

test('what a review answered is not asked again, and the answer goes with the import', async () => {
  const first = await take([list(ANA)]);
  const { plan, workspace } = await take([cards(['Ana Ruiz', 'ana@example.org'])], first.workspace, {
    same: [[0, null]],
  });
  expect(plan.review.doubts).toHaveLength(1);
  const [known, made] = people(workspace);
  expect([known?.own.notSame, made?.own.notSame]).toEqual([[made?.id], [known?.id]]);
  expect(doublesIn(workspace)).toEqual([]);
  const id = [...workspace.imports.keys()].at(-1) ?? 'import:none';
  const back = apply(workspace, undoImportChange(workspace, id)).workspace;
  expect(people(back)).toEqual(people(first.workspace));
});

test('two profiles, and two rows of one list, are two people without a question', async () => {
  const { workspace } = await take([list(...TWO_SAMS)]);
  expect(doublesIn(workspace)).toEqual([]);
});

test('a renamed profile at one company is asked about', async () => {
  const first = await take([list(ANA)]);
  const result = await read([list(ANA.replace('ana-ruiz', 'ana-r'))]);
  expect(result.read[0]?.candidates).toHaveLength(1);
  const owner = {
    what: 'Eva',
    put: [{ ...people(first.workspace)[0], id: 'person:eva', sightings: [] } as Person],
    remove: [],
  };
  const known = apply(first.workspace, owner).workspace;
  const { workspace } = await take([list(ANA.replace('ana-ruiz', 'ana-r').replace('04', '09'))], known, {
    owner: 'person:eva',
  });
  const [doubt] = doublesIn(workspace).map(asked);
  expect(doubt).toEqual(['other-profile', 'Ana Ruiz', 1]);
});

test('a thousand namesakes ask nothing, whatever their number', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `First${at % 140},Last${Math.floor(at / 140)},,,Company ${at % 300},Analyst,01 Jan 2020`,
  );
  const many = Array.from({ length: 1000 }, (_, at) => `Kim,Lee,,k${at}@example.org,,,01 Jan 2020`);
  const { workspace } = await take([list(...rows, ...many)]);
  expect(workspace.people.size).toBe(21_000);
  expect(doublesIn(workspace)).toEqual([]);
  expect(people(workspace).filter((person) => profileOf(person).name === 'Kim Lee')).toHaveLength(1000);
});
