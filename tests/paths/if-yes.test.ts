import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '#model/change.ts';
import { tieIdOf } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import type { Statement } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { strengthOf } from '#paths/cost.ts';
import type { TargetBest } from '#paths/types.ts';
import { createWays } from '#paths/ways.ts';
import {
  at,
  cid,
  company,
  contact,
  imported,
  messages,
  person,
  pid,
  says,
  TODAY,
  target,
  tid,
  workspaceOf,
} from '#tests/ties/records.ts';
import { isStale } from '#ties/between.ts';

const NAMES = ['ana', 'ben', 'cleo', 'dan', 'constructor', 'marta', 'noor'] as const;
const talk = [messages([at('2026-10-20')], [at('2026-10-19')])];

function world(edits: {
  readonly messages: readonly boolean[];
  readonly said: readonly (readonly [
    number,
    number,
    Statement['says'],
    'told' | 'think',
    '2026-11-01' | '2025-06-01',
  ])[];
  readonly noAsk: number;
}): Workspace {
  const people: Person[] = NAMES.map((name, i) =>
    i < 5
      ? contact(name, i % 2 ? 'acme' : 'beta', 'Analyst', {
          events: edits.messages[i] ? talk : [],
          own: edits.noAsk === i ? { leaveOut: { on: TODAY, reason: '' } } : {},
        })
      : person(name, { own: { name: `${name} Boss`, company: cid(i === 5 ? 'acme' : 'beta') } }),
  );
  const ties = edits.said
    .filter(([a, b]) => a !== b)
    .map(([a, b, word, how, on]) => says(NAMES[a] ?? 'ana', NAMES[b] ?? 'ben', { says: word, how, on }));
  return workspaceOf([
    imported('mine'),
    ...people,
    ...new Map(ties.map((tie) => [tie.id, tie])).values(),
    company('acme', '11-50'),
    company('beta'),
    target('t', 'acme', 'marta'),
    target('u', 'beta', 'noor'),
    target('w', 'acme', 'marta', { closed: { on: TODAY, how: 'done' } }),
    target('x', 'acme', null),
  ]);
}

const one = fc.integer({ min: 0, max: NAMES.length - 1 });
const worlds = fc.record({
  messages: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  said: fc.array(
    fc.tuple(
      one,
      one,
      fc.constantFrom('well' as const, 'know' as const, 'met' as const, 'no' as const, 'unsure' as const),
      fc.constantFrom('told' as const, 'think' as const),
      fc.constantFrom('2026-11-01' as const, '2026-11-01' as const, '2025-06-01' as const),
    ),
    { maxLength: 8 },
  ),
  noAsk: fc.integer({ min: 0, max: 9 }),
});

const row = ({ target: id, best, ways }: TargetBest) => [
  id,
  best?.id ?? null,
  best?.standing ?? null,
  best?.cost,
  ways,
];

test('what a yes would change is what it does change, once it is said; nothing moves before', () => {
  fc.assert(
    fc.property(worlds, one, one, (edits, a, b) => {
      const before = world(edits);
      const [friend, about] = [pid(NAMES[a] ?? 'ana'), pid(NAMES[b] ?? 'ben')];
      const ways = createWays(before, TODAY);
      const now = ways.portfolio().targets.map(row);
      const supposed = new Map(ways.ifYes(friend, about).targets.map((one) => [one.target, row(one)]));
      expect(ways.portfolio().targets.map(row)).toEqual(now);
      if (a === b) return;
      const tie = says(NAMES[a] ?? 'ana', NAMES[b] ?? 'ben', { on: TODAY, says: 'know', how: 'told' });
      const after = createWays(apply(before, { what: '', put: [tie], remove: [] }).workspace, TODAY);
      const real = after.portfolio().targets.map(row);
      const open = ([id]: ReturnType<typeof row>) => id === tid('t') || id === tid('u');
      expect(now.map((was) => supposed.get(was[0] as never) ?? was).filter(open)).toEqual(real.filter(open));
    }),
    { numRuns: 400 },
  );
});

/** What the ways to the open targets are worth, told by the numbers of worthOf but by nobody else's code. */
function worthNow(workspace: Workspace): number {
  const ways = createWays(workspace, TODAY);
  return [tid('t'), tid('u')].reduce((sum, id) => {
    const found = ways.ways(id, { ...PLAIN, k: 25 });
    const [confirmed, listed, leads] = [found?.confirmed ?? [], found?.listed ?? [], found?.leads ?? []];
    const worths = [
      ...confirmed.map((way) => 1 + strengthOf(way.cost)),
      ...listed.map((way) => 0.3 * (1 + strengthOf(way.cost))),
      ...leads.map((way) => 0.1 * (1 + strengthOf(way.cost))),
    ];
    return sum + worths.reduce((all, worth, i) => all + worth * 0.25 ** i, 0);
  }, 0);
}

test('questions come in the order of what their answers do change, once they are recorded', () => {
  fc.assert(
    fc.property(worlds, (edits) => {
      const before = world(edits);
      const now = worthNow(before);
      const questions = createWays(before, TODAY).questions(100);
      const real = questions.map(({ friend, about, chance }) => {
        const old = before.ties.get(tieIdOf(friend, about));
        const word = isStale(old, TODAY) ? ('no' as const) : ('know' as const);
        const answered = says(friend.slice(7), about.slice(7), { on: TODAY, says: word, how: 'told' });
        const after = apply(before, { what: '', put: [answered], remove: [] }).workspace;
        return (word === 'no' ? 1 - chance : chance) * Math.abs(worthNow(after) - now);
      });
      const gains = questions.map(({ gain }) => gain);
      expect(gains.map((gain) => gain.toFixed(9))).toEqual(real.map((change) => change.toFixed(9)));
      expect(gains).toEqual(gains.toSorted((x, y) => y - x));
    }),
    { numRuns: 100 },
  );
});

test('the questions most worth asking come with what a yes would change; settled ones do not', () => {
  const records = world({ messages: [true, true, false, false, false], said: [], noAsk: 9 });
  const ways = createWays(records, TODAY);
  const answers = ways.tellingAnswers(12);
  expect(answers[0]).toMatchObject({ friend: pid('ben'), about: pid('marta') });
  expect(answers[0]?.targets.map(row)).toEqual([
    [tid('t'), 'person:ben>person:marta', 'confirmed', expect.any(Number), expect.any(Number)],
  ]);
  expect(answers.every(({ targets, chance }) => targets.length > 0 && chance > 0 && chance < 1)).toBe(true);
  expect(ways.ifYes(pid('ben'), pid('nobody'))).toEqual({ friend: pid('ben'), about: pid('nobody'), targets: [] });
});
