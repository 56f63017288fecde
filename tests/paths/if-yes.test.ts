import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '#model/change.ts';
import type { Person } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
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

const NAMES = ['ana', 'ben', 'cleo', 'dan', 'constructor', 'marta', 'noor'] as const;
const talk = [messages([at('2026-10-20')], [at('2026-10-19')])];

function world(edits: {
  readonly messages: readonly boolean[];
  readonly said: readonly (readonly [number, number, 'well' | 'know' | 'met' | 'no' | 'unsure', 'told' | 'think'])[];
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
    .map(([a, b, word, how]) => says(NAMES[a] ?? 'ana', NAMES[b] ?? 'ben', { says: word, how }));
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
