import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endingOf } from '#handoff/endings.ts';
import { nextTarget, rankTargets, WORTH_FORMULA } from '#handoff/rank-targets.ts';
import { targetDateProblems } from '#handoff/target-dates.ts';
import type { TargetId } from '#model/ids.ts';
import { type Target, targetSchema } from '#model/target.ts';
import type { Standing } from '#model/tie.ts';
import type { TargetBest } from '#paths/types.ts';
import { ACME, ANA, askOf, MARTA, TODAY, wayOf, worldOf } from './cases.ts';

const make = (name: string, edit: Partial<Target> = {}): Target => ({
  ...targetSchema.parse({ id: `target:${name}`, created: '2026-10-20', title: name, company: ACME, manager: MARTA }),
  ...edit,
});
const best = (name: string, standing: Standing, ways = 1): TargetBest => ({
  target: `target:${name}` as TargetId,
  best: wayOf([ANA, MARTA], standing),
  ways,
});
const rank = (targets: Target[], bests: TargetBest[] = []) => {
  const { workspace } = worldOf();
  const all = new Map(targets.map((target) => [target.id, target]));
  return rankTargets({ workspace: { ...workspace, targets: all }, bests, today: TODAY });
};
const order = (targets: Target[], bests: TargetBest[] = []) =>
  rank(targets, bests).map(({ target }) => target.slice(7));

describe('the order of targets', () => {
  test('a confirmed way before a list, a list before a lead, a lead before none', () => {
    const targets = ['none', 'lead', 'list', 'sure'].map((name) => make(name));
    expect(order(targets, [best('lead', 'inferred'), best('list', 'listed'), best('sure', 'confirmed')])).toEqual([
      'sure',
      'list',
      'lead',
      'none',
    ]);
  });
  test('the own wish, the freshness and the answers count', () => {
    expect(order([make('low', { wish: 1 }), make('high', { wish: 5 })])).toEqual(['high', 'low']);
    expect(
      order([
        make('old', { posted: 'yes', postedOn: '2026-08-01' }),
        make('new', { posted: 'yes', postedOn: '2026-11-20' }),
      ]),
    ).toEqual(['new', 'old']);
    const specific = { open: 'yes', specific: 'yes', stillWant: 'yes', warmerElsewhere: 'no' } as const;
    expect(order([make('unsaid'), make('said', { worth: specific })])).toEqual(['said', 'unsaid']);
  });
  test('a posting dated in the future counts as not known, and is said', () => {
    const ahead = make('ahead', {
      posted: 'yes',
      postedOn: '2027-01-05',
      appliedOn: '2026-11-24',
      hrNoOn: '2026-11-01',
    });
    const fresh = rank([ahead])[0]?.parts.find(({ part }) => part === 'fresh');
    expect(fresh).toEqual({ part: 'fresh', points: 4, words: 'The posting is dated in the future' });
    expect(targetDateProblems(ahead, TODAY)).toEqual([
      'The posting is dated 2027-01-05, which is still to come.',
      'Your application is dated 2026-11-24, which is still to come.',
      "HR's no is dated 2026-11-01, before you applied on 2026-11-24.",
    ]);
    expect(targetDateProblems(make('fine', { postedOn: TODAY, appliedOn: TODAY, hrNoOn: TODAY }), TODAY)).toEqual([]);
  });
  test('closed, gone and decided ones stand last, a walk-away answer before them', () => {
    const no = { open: 'unknown', specific: 'unknown', stillWant: 'no', warmerElsewhere: 'unknown' } as const;
    const ranked = rank([
      make('gone', { stage: 'gone', wish: 5 }),
      make('walk', { worth: no, wish: 5 }),
      make('plain'),
      make('met', { stage: 'hr-no', managerPart: 'met-me' }),
      make('closed', { closed: { on: TODAY, how: 'done' } }),
    ]);
    expect(ranked.slice(0, 2).map(({ target }) => target)).toEqual(['target:plain', 'target:walk']);
    expect(ranked.slice(2).every(({ over, worth }) => over && worth === 0)).toBe(true);
    expect(ranked[1]?.words).toBe('Your own answer says that it is not worth it');
  });
  test('a closed target whose manager answers after all is alive again', () => {
    expect(order([make('plain'), make('back', { closed: { on: TODAY, how: 'done' }, stage: 'manager-yes' })])[0]).toBe(
      'back',
    );
  });
  test('says in words what counted', () => {
    const [first] = rank(
      [make('one', { stage: 'hr-no', wish: 4, posted: 'yes', postedOn: '2026-11-22' })],
      [best('one', 'confirmed', 3)],
    );
    expect(first?.words).toBe('A confirmed way in and 2 more; HR said no; Your wish: 4 of 5; Posted 1 day ago');
    expect(first?.worth).toBe(32 + 12 + 16 + 10);
    expect(WORTH_FORMULA.join(' ')).not.toMatch(/success|chance of/);
  });
  test('the worth stays between 0 and 100 and is the sum of its parts', () => {
    const yesNo = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
    const any = fc.record({
      stage: fc.constantFrom(...targetSchema.shape.stage.def.innerType.options),
      wish: fc.constantFrom(null, 1, 3, 5),
      posted: yesNo,
      postedOn: fc.constantFrom(null, '2020-01-01', TODAY, '2027-01-01'),
      worth: fc.record({ open: yesNo, specific: yesNo, stillWant: yesNo, warmerElsewhere: yesNo }),
    });
    fc.assert(
      fc.property(
        any,
        fc.constantFrom<Standing>('confirmed', 'listed', 'inferred'),
        fc.nat(50),
        (edit, standing, ways) => {
          const [ranked] = rank([make('x', edit)], [best('x', standing, ways)]);
          const sum = ranked?.parts.reduce((total, { points }) => total + points, 0) ?? -1;
          expect(sum).toBeLessThanOrEqual(100);
          expect(ranked?.parts.every(({ points, words }) => points >= 0 && words !== '')).toBe(true);
          expect([0, sum]).toContain(ranked?.worth);
        },
      ),
    );
  });
});

describe('the end of a target', () => {
  const { workspace } = worldOf();
  test('walking away is a good decision, with its reason and the next target', () => {
    const left = make('left', {
      closed: { on: TODAY, how: 'walked-away' },
      worth: { open: 'unknown', specific: 'unknown', stillWant: 'no', warmerElsewhere: 'unknown' },
    });
    expect(endingOf(workspace, left, make('Head of Growth'))).toEqual({
      title: 'A good decision.',
      text: 'You would not have wanted it with these people. Next: Head of Growth at Acme.',
    });
  });
  test('each way to end has its words, and no next one is no reproach', () => {
    const texts = (['done', 'friend-said-no-use', 'walked-away'] as const).map(
      (how) => endingOf(workspace, make('x', { closed: { on: TODAY, how } }), null)?.text ?? '',
    );
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toContain('There is nothing else on your list right now.');
    expect(endingOf(workspace, make('x'), null)).toBeNull();
  });
  test('the next target is one that is free', () => {
    const targets = [make('a', { wish: 5 }), make('b', { wish: 4 }), make('c', { stage: 'gone' })];
    const ranked = rank(targets);
    const busy = { ...workspace, asks: new Map([['ask:1' as const, askOf({ target: 'target:a' })]]) };
    expect(nextTarget(workspace, ranked, 'target:a')).toBe('target:b');
    expect(nextTarget(busy, ranked, 'target:c')).toBe('target:b');
    expect(nextTarget(busy, ranked, 'target:b')).toBeNull();
  });
});
