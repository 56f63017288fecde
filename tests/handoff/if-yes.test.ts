import { expect, test } from 'vitest';
import { mostTelling, movedBy, movedWords } from '#handoff/if-yes.ts';
import { type Target, targetSchema } from '#model/target.ts';
import type { Standing } from '#model/tie.ts';
import type { TargetBest } from '#paths/types.ts';
import { ACME, ANA, MARTA, TODAY, wayOf, worldOf } from './cases.ts';

const make = (name: string, edit: Partial<Target> = {}): Target => ({
  ...targetSchema.parse({ id: `target:${name}`, created: '2026-10-20', title: name, company: ACME, manager: MARTA }),
  ...edit,
});
const row = (name: string, standing: Standing | null, ways = standing ? 1 : 0): TargetBest => ({
  target: `target:${name}`,
  best: standing && wayOf([ANA, MARTA], standing),
  ways,
});
const targets = [
  make('sure', { wish: 3 }),
  make('second', { wish: 2 }),
  make('lead', { wish: 3 }),
  make('gone', { stage: 'gone' }),
  make('left', { worth: { open: 'unknown', specific: 'unknown', stillWant: 'no', warmerElsewhere: 'unknown' } }),
];
const workspace = { ...worldOf().workspace, targets: new Map(targets.map((target) => [target.id, target])) };
const bests = [
  row('sure', 'confirmed'),
  row('second', 'listed'),
  row('lead', 'inferred'),
  row('gone', 'inferred'),
  row('left', 'inferred'),
];
const list = { workspace, bests, today: TODAY };
const words = (...then: TargetBest[]) => movedBy(list, { targets: then }).map((moved) => movedWords(workspace, moved));

test('says which targets a yes would move, from where to where; the others only make room', () => {
  expect(words(row('lead', 'confirmed', 2))).toEqual([
    'lead would have a confirmed way in, and go from 3rd to 1st on your list.',
  ]);
  expect(words(row('second', 'listed', 4))).toEqual([]);
  expect(words(row('second', 'confirmed'))).toEqual([
    'second would have a confirmed way in, and stay 2nd on your list.',
  ]);
  expect(words(row('lead', 'listed', 4))).toEqual([
    'lead would have a way in known from a list, and go from 3rd to 2nd on your list.',
  ]);
});

test('nothing moves what is over, and a target one would leave gains a way but no place', () => {
  expect(words(row('gone', 'confirmed'))).toEqual([]);
  expect(words(row('left', 'confirmed'))).toEqual(['left would have a confirmed way in, and stay 4th on your list.']);
});

test('the answer that would change most is the likely one with the larger change', () => {
  const answer = (chance: number, ...then: TargetBest[]) => ({ chance, targets: then });
  const likely = answer(0.25, row('second', 'confirmed'));
  const larger = answer(0.25, row('second', 'confirmed'), row('lead', 'confirmed'));
  const unlikely = answer(0.01, row('second', 'confirmed'), row('lead', 'confirmed'));
  expect(mostTelling(list, [unlikely, likely])?.answer).toBe(likely);
  expect(mostTelling(list, [likely, larger, unlikely])?.answer).toBe(larger);
  expect(mostTelling(list, [answer(0.9, row('left', 'confirmed'))])).toBeNull();
  expect(mostTelling(list, [])).toBeNull();
});
