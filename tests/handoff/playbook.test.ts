import { describe, expect, test } from 'vitest';
import { GUIDANCE, MOVES, PLAYBOOK, ruleOf } from '#handoff/playbook.ts';
import { holds, predicateSchema } from '#handoff/predicate.ts';
import type { Situation } from '#handoff/situation.ts';
import { fill, type Slots, TOKENS, theRole } from '#handoff/slots.ts';
import { combinations, completed } from './combinations.ts';

/** The rules of the playbook's tables with their grades, as the design says them. */
const DESIGNED = `
hand-deliver B+A, managers-part G, friend-knows G, direct G, direct-listed G, search-firm G, posted-not-open G, five-checks B,
above-manager G, speak-first B, not-via-hr B, apply-on-record B, regulated B, refer-before-apply C, late-referral C, hm-decided G,
manager-says-yes G, sponsored B, no-path B, contact-is-hr G, role-gone G, in-process G, introduce G,
weak-link B+A, one-at-a-time C, one-intermediary A, leads-weak-ties A, vouch-strong A, vouch-worked A, social-only B,
listed-unknown C, insider-info C, peer-over-report C, confidential G, senior A,
ask-in-person A, they-say-yes A, two-pieces B, consent B, letter B, no-paid A, step-down B, declined G, one-nudge B,
keep-informed B, answer-no B, done B, ask-budget B`;

/** The precedence of the design; ours stand between them and keep this order. */
const PRECEDENCE =
  'role-gone, hm-decided, manager-says-yes, sponsored, search-firm, regulated, direct, apply-on-record, contact-is-hr, in-process, refer-before-apply, late-referral, introduce, not-via-hr, speak-first, hand-deliver, no-path';

describe('the playbook', { timeout: 60_000 }, () => {
  test('holds every rule of the design with its grade', () => {
    for (const pair of DESIGNED.trim().split(/,\s+/)) {
      const [id = '', grade] = pair.split(' ');
      expect(`${id} ${ruleOf(id)?.grade ?? 'missing'}`).toBe(`${id} ${grade ?? ''}`);
    }
  });
  test('keeps the order of the design', () => {
    const wanted = PRECEDENCE.split(', ');
    expect(MOVES.map(({ id }) => id).filter((id) => wanted.includes(id))).toEqual(wanted);
  });
  test('says of every rule a situation, a reason and a source, and promises nothing', () => {
    for (const rule of PLAYBOOK.rules) {
      const words = [rule.situation, rule.title, rule.move, rule.reason, rule.source].join(' ');
      expect(words).not.toMatch(/success rate|guarantee|70.?-?.?85 %|4x|!|\u2014/);
      expect(rule.source.length).toBeGreaterThan(3);
    }
  });
  test('lets every move be reached, and every variant', () => {
    const reached = new Set<string>();
    const all = [...combinations()];
    for (const { spoken } of all)
      reached.add(`${spoken?.rule.id} ${spoken?.title} ${spoken?.move} ${spoken?.next} ${spoken?.text}`);
    for (const rule of MOVES) {
      const ways = [{}, ...rule.variants].map((variant) => ({ ...rule, ...variant }));
      for (const { title, move, next, text } of ways.slice(neverPlain.has(rule.id) ? 1 : 0))
        expect(reached).toContain(`${rule.id} ${title} ${move} ${next} ${text}`);
    }
  });
  test('never asks on behalf of a friend who was left out', () => {
    for (const { fields, spoken } of combinations()) {
      const out =
        fields.friendBusy === 'left-out' || fields.friendBusy === 'do-not-contact' || fields.employerHidden === 'yes';
      if (out) expect(['hand-over', 'introduce', 'ask-friend']).not.toContain(spoken?.next);
    }
  });
  test('guidance names the moves it stands beside', () => {
    expect(GUIDANCE.length).toBeGreaterThan(15);
    for (const { beside } of GUIDANCE)
      for (const id of beside ?? []) expect(MOVES.map((rule) => rule.id)).toContain(id);
  });
});

/** Rules whose variants cover every situation: their own words are only what the variants leave out. */
const neverPlain = new Set(['worthwhile']);

describe('conditions', () => {
  const situation = completed(
    { stage: 'hr-no', way: 'one', standing: 'confirmed' },
    (values) => values.at(-1) ?? '',
  ) as Situation;
  test('name fields and values that exist', () => {
    expect(
      predicateSchema.safeParse({ stage: 'hr-no', any: [{ way: ['one', 'two'] }], not: { posted: 'no' } }).success,
    ).toBe(true);
    expect(predicateSchema.safeParse({ stages: 'hr-no' }).success).toBe(false);
    expect(predicateSchema.safeParse({ stage: 'hr-maybe' }).success).toBe(false);
    expect(predicateSchema.safeParse({ any: [{ not: { way: 'three' } }] }).success).toBe(false);
  });
  test('hold when every part holds', () => {
    expect(holds({}, situation)).toBe(true);
    expect(holds({ stage: ['hr-no', 'applied'], way: 'one' }, situation)).toBe(true);
    expect(holds({ stage: 'hr-no', not: { way: 'one' } }, situation)).toBe(false);
    expect(holds({ any: [{ stage: 'gone' }, { standing: 'confirmed' }] }, situation)).toBe(true);
    expect(holds({ any: [{ stage: 'gone' }] }, situation)).toBe(false);
  });
});

describe('slots', () => {
  const slots: Slots = new Map(
    [...TOKENS].map((token) => [
      token,
      { text: token === 'manager' ? 'the hiring manager' : '{friend}', name: token !== 'manager' },
    ]),
  );
  test('a stand-in takes a capital where a sentence starts; a name is left as it is', () => {
    expect(fill('{manager} saw it. {manager} said: {manager} reads. Then {manager}.', slots)).toBe(
      'The hiring manager saw it. The hiring manager said: the hiring manager reads. Then the hiring manager.',
    );
  });
  test('what a name contains is never a slot', () => expect(fill('Ask {friend}.', slots)).toBe('Ask {friend}.'));
  test.each([
    ['Head of Product', 'the Head of Product role'],
    ['The new role', 'the new role'],
    ['Vacancy', 'the Vacancy'],
  ])('the role %s', (title, words) => expect(theRole(title)).toBe(words));
});
