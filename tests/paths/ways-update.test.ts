import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, type Change } from '#model/change.ts';
import type { SizeBand } from '#model/company.ts';
import type { Person } from '#model/person.ts';
import type { Statement } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { createWays, type Ways } from '#paths/ways.ts';
import {
  at,
  cid,
  company,
  contact,
  iid,
  imported,
  messages,
  person,
  pid,
  says,
  sighting,
  TODAY,
  target,
  tid,
  workspaceOf,
} from '#tests/ties/records.ts';

const NAMES = ['ana', 'ben', 'cleo', 'dan', 'constructor', '__proto__'] as const;
const mine = imported('mine');
const hers = imported('hers', pid('ana'));
const friends = NAMES.map((name, i) =>
  contact(name, i % 2 ? 'acme' : 'beta', 'Analyst', {
    events: i < 3 ? [messages([at('2026-09-01') + i], [at('2026-08-30')])] : [],
  }),
);
const marta = person('marta', {
  sightings: [sighting({ name: 'Marta Silva', company: cid('acme'), imports: [hers.id] })],
});
const noor = person('noor', { own: { name: 'Noor Aziz', company: cid('beta') } });
const start = workspaceOf([
  mine,
  hers,
  ...friends,
  marta,
  noor,
  company('acme', '11-50'),
  company('beta'),
  target('t', 'acme', 'marta'),
  target('u', 'beta', null),
]);

/** Small edits as the screens make them, each from the workspace as it is then. */
type Edit = (workspace: Workspace) => Change;
const put = (...records: Change['put']): Change => ({ what: 'an edit', put: records, remove: [] });
const own =
  (name: string, words: Partial<Person['own']>): Edit =>
  ({ people }) => {
    const record = people.get(pid(name));
    return put(...(record ? [{ ...structuredClone(record), own: { ...record.own, ...words } }] : []));
  };
const names = fc.constantFrom(...NAMES);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(names, fc.integer({ min: 1, max: 5 })).map(([name, closeness]) => own(name, { closeness })),
  names.map((name) => own(name, { doNotContact: { on: TODAY, reason: '' } })),
  names.map((name) => own(name, { leaveOut: { on: TODAY, reason: '' } })),
  fc.tuple(names, fc.constantFrom('acme', 'beta')).map(([name, at]) => own(name, { company: cid(at) })),
  fc
    .tuple(fc.constantFrom(...NAMES, 'noor'), fc.constantFrom('acme', 'beta'), fc.constantFrom('Tax', ''))
    .map(([name, at, department]) =>
      own(name, { place: { company: cid(at), department, office: 'Lisbon', since: 2015, on: TODAY } }),
    ),
  fc.constantFrom('Analyst', 'Data Lead').map((position) => own('noor', { position })),
  fc.constant(() => put({ ...company('beta', 'more'), units: [{ name: 'Lisbon', size: '11-50' }] })),
  fc
    .tuple(
      names,
      fc.constantFrom('marta', 'noor'),
      fc.constantFrom<Statement['how'][]>('told', 'think'),
      fc.constantFrom<Statement['says'][]>('well', 'met', 'no', 'unsure'),
    )
    .map(
      ([name, other, how, word]) =>
        () =>
          put(says(name, other, { how, says: word })),
    ),
  fc.tuple(names, fc.constantFrom('marta', 'noor')).map(([name, other]) => () => ({
    what: '',
    put: [],
    remove: [says(name, other, {}).id],
  })),
  fc.tuple(fc.constantFrom('acme', 'beta'), fc.constantFrom<(SizeBand | null)[]>('1-10', '51-200', 'more', null)).map(
    ([name, size]) =>
      () =>
        put(company(name, size)),
  ),
  fc.constantFrom('noor', 'ana', null).map((manager) => () => put(target('u', 'beta', manager))),
  fc.constant(() => put(person('zoe', { own: { name: 'Zoe', company: cid('acme'), closeness: 4 } }))),
  fc.constant(() => ({ what: '', put: [], remove: [pid('zoe')] })),
  // An import with messages, a list that is taken back, and somebody removed with their messages.
  names.map((name) => ({ people }: Workspace) => {
    const record = people.get(pid(name));
    const told = messages([at('2026-02-02')], [at('2026-02-01')], { imports: [iid('mail')], channel: 'mail' });
    return put(imported('mail', 'me', '2026-03-01'), ...(record ? [{ ...record, events: [told] }] : []));
  }),
  fc.constant(() => ({ what: '', put: [], remove: [hers.id] })),
  fc.constant(() => ({ what: '', put: [], remove: [pid('ben')] })),
);

const answers = (ways: Ways) => ({
  t: ways.ways(tid('t'), PLAIN),
  u: ways.ways(tid('u'), { ...PLAIN, maxIntermediaries: 2 }),
  portfolio: ways.portfolio(),
  people: ways.people(),
  ana: ways.person(pid('ana')),
  questions: ways.questions(20),
  toLabel: ways.toLabel(20),
});

test('after any edits the answers are those of a fresh start', () => {
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (all) => {
      let workspace = start;
      const ways = createWays(workspace, TODAY);
      answers(ways);
      for (const edit of all) {
        const change = edit(workspace);
        workspace = apply(workspace, change).workspace;
        ways.update(workspace, change);
        ways.ways(tid('t'), PLAIN);
      }
      expect(answers(ways)).toEqual(answers(createWays(workspace, TODAY)));
    }),
    { numRuns: 60 },
  );
}, 30_000);
