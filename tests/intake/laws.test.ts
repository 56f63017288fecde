import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planImport } from '#intake/plan.ts';
import type { Candidate, CandidateMark, CandidateMessages, FileKind, ReadOut, ReadResult } from '#intake/types.ts';
import { undoImportChange } from '#intake/undo.ts';
import { apply } from '#model/change.ts';
import { emptyWorkspace, entriesOf, entrySchema, type Workspace } from '#model/workspace.ts';
import { TODAY } from './kit.ts';

const pick = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Few names, companies and addresses, so that rows meet each other in every way. */
const candidate: fc.Arbitrary<Candidate> = fc.record({
  row: fc.nat(99),
  name: pick('Sam Lee', 'Lee Sam', 'Sam Lée', 'Samuel Lee', 'Ana Ruiz', 'constructor', '__proto__ toString', 'Sam'),
  first: fc.constant(''),
  last: fc.constant(''),
  profile: pick('', '', 'sam-1', 'sam-2', '__proto__', 'constructor'),
  emails: pick([], [], ['sam@example.org'], ['info@example.org'], ['s.lee+x@gmail.com'], ['slee@gmail.com']),
  phones: pick([], [], ['+1 512 555 0100'], ['(512) 555-0100', '+49 30 1234567']),
  company: pick('', 'Globex', 'Globex, Inc.', 'Initech', 'Freelance', 'hasOwnProperty'),
  position: pick('', 'Analyst', 'Lead'),
  department: fc.constant(''),
  connected: pick(null, '2020-02-02', '2021-03-03'),
  listed: fc.constant(false),
});

const who = candidate.map(({ name, profile, emails, company }) => ({ name, profile, emails, company }));
const moments = fc.array(fc.integer({ min: 1_600_000_000, max: 1_600_000_009 }), { maxLength: 4 });
const messages: fc.Arbitrary<CandidateMessages> = fc.record({
  who,
  channel: pick('linkedin', 'mail'),
  theirs: moments,
  mine: moments,
});
const mark: fc.Arbitrary<CandidateMark> = fc.record({
  who,
  kind: pick('they-recommended', 'i-invited', 'group-thread', 'note'),
  on: pick(null, '2020-01-30'),
  text: pick('', 'hello'),
});

const out: fc.Arbitrary<ReadOut> = fc
  .record({
    kind: pick<FileKind>('linkedin-connections', 'linkedin-contacts', 'linkedin-messages', 'vcard', 'mapped-csv'),
    candidates: fc.array(candidate, { maxLength: 6 }),
    messages: fc.array(messages, { maxLength: 3 }),
    marks: fc.array(mark, { maxLength: 3 }),
    newest: pick(null, 1_600_000_009, 1_700_000_000),
  })
  .map((parts, at = 0) => ({
    ...parts,
    candidates: parts.kind === 'linkedin-connections' ? listOf(parts.candidates) : parts.candidates,
    file: `${parts.kind}-${at}.csv`,
    archive: '',
    bytes: 1,
    rows: parts.candidates.length,
    seeds: [],
    own: {},
    whose: [],
    ownerSaid: false,
    codePage: null,
    hidden: 0,
    note: '',
    problems: [],
  }));
/** A connection list names no profile twice. */
function listOf(rows: readonly Candidate[]): Candidate[] {
  const first = new Map(rows.toReversed().map((row) => [row.profile || row, row]));
  return rows.filter((row) => first.get(row.profile || row) === row).map((row) => ({ ...row, listed: true }));
}

const drop = fc.array(out, { minLength: 1, maxLength: 3 });

function plan(read: readonly ReadOut[], workspace: Workspace): ReturnType<typeof planImport> {
  const result: ReadResult = { read, reports: [], unmapped: [], problems: [] };
  return planImport(result, workspace, { owner: 'me', today: TODAY, token: 1 });
}

function taken(read: readonly ReadOut[], workspace: Workspace, same: readonly number[] = []): Workspace {
  const { accept } = plan(read, workspace);
  const { change } = accept({ token: 1, same: same.map((index) => [index, 0] as const), takeOwn: false });
  return apply(workspace, change).workspace;
}

const empty = emptyWorkspace('law', 'Law');

/** People by their facts: ids and the order they were made in do not matter. */
function people(workspace: Workspace): unknown[] {
  return [...workspace.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

test('importing the same files twice adds nobody, no fact and no question', () => {
  fc.assert(
    fc.property(drop, (files) => {
      const first = taken(files, empty);
      const { review } = plan(files, first);
      expect([review.added, review.updated, review.messages, review.gone]).toEqual([0, 0, 0, 0]);
      const second = taken(files, first);
      expect(second.people.size).toBe(first.people.size);
      for (const [id, person] of second.people) {
        const before = first.people.get(id);
        expect(person.sightings.length).toBe(before?.sightings.length);
        expect(person.events.length).toBe(before?.events.length);
        expect(person.marks.length).toBe(before?.marks.length);
      }
    }),
  );
});

test('people who were said to be the same stay one when the files come again', () => {
  fc.assert(
    fc.property(drop, fc.array(fc.nat(4), { minLength: 1 }), (files, same) => {
      const first = taken(files, empty, same);
      const { review } = plan(files, first);
      expect([review.added, review.gone]).toEqual([0, 0]);
      expect(taken(files, first).people.size).toBe(first.people.size);
    }),
  );
});

test('taking an import back leaves what was before it', () => {
  fc.assert(
    fc.property(drop, drop, (before, files) => {
      const first = taken(before, empty);
      const second = taken(files, first);
      let back = second;
      for (const id of second.imports.keys())
        if (!first.imports.has(id)) back = apply(back, undoImportChange(back, id)).workspace;
      expect(people(back)).toEqual(people(first));
      expect([...back.companies.keys()].sort()).toEqual([...first.companies.keys()].sort());
    }),
  );
});

test('taking everything back, in any order, leaves nothing', () => {
  fc.assert(
    fc.property(drop, drop, fc.boolean(), (one, two, reverse) => {
      let workspace = taken(two, taken(one, empty));
      const ids = [...workspace.imports.keys()];
      for (const id of reverse ? ids.reverse() : ids)
        workspace = apply(workspace, undoImportChange(workspace, id)).workspace;
      expect(entriesOf(workspace)).toEqual(entriesOf(empty));
    }),
  );
});

test('every row lands on one person, and what is stored passes the schema', () => {
  fc.assert(
    fc.property(drop, (files) => {
      const { review } = plan(files, empty);
      const workspace = taken(files, empty);
      expect(workspace.people.size).toBe(review.added);
      const rows = files.flatMap(({ candidates }) => candidates);
      const sightings = [...workspace.people.values()].flatMap((person) => person.sightings);
      for (const { name, profile } of rows)
        expect(sightings.some((each) => each.name === name && each.profile === profile)).toBe(true);
      for (const entry of entriesOf(workspace)) expect(entrySchema.safeParse(entry).success).toBe(true);
    }),
  );
});

test('two profiles are never one person without the user’s word', () => {
  fc.assert(
    fc.property(drop, (files) => {
      for (const person of taken(files, empty).people.values()) {
        const profiles = new Set(
          person.sightings
            .filter(({ profile, why }) => profile !== '' && why !== 'e-mail')
            .map(({ profile }) => profile),
        );
        const byMail = person.sightings.some(({ why }) => why === 'e-mail');
        if (!byMail) expect(profiles.size).toBeLessThanOrEqual(1);
      }
    }),
  );
});
