import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, freshness, logOdds, sharesOf, sigmoid } from '#ties/chance.ts';

const chance = (wrote: number, sent: number, answered: number, days: number | null) =>
  sigmoid(logOdds({ wrote, sent, answered, days }));

describe('the formula of WARMTH.md §2', () => {
  test('gives what it gives by hand', () => {
    // -1.23 + .35 ln 13 + 1.55 (11/13 - .5) + .99 (1 - ln 22 / ln 731)
    expect(chance(12, 11, 10, 21)).toBeCloseTo(0.6749, 4);
    expect(chance(0, 0, 0, null)).toBeCloseTo(1 / (1 + Math.exp(1.23)), 10);
    // You wrote 5 times; never an answer: -1.23 + 1.55 (1/7 - .5)
    expect(chance(0, 5, 0, null)).toBeCloseTo(1 / (1 + Math.exp(1.23 + (1.55 * 5) / 14)), 10);
  });

  test('freshness is 1 today and 0 from two years on or for somebody who never wrote', () => {
    expect([freshness(0), freshness(730), freshness(5000), freshness(null), freshness(-3)]).toEqual([1, 0, 0, 0, 1]);
    expect(sharesOf({ wrote: 0, sent: 3, answered: 0, days: null })).toMatchObject({ wrote: 0, fresh: 0 });
  });

  test('bands begin at .65, .45 and .25', () => {
    expect([0.65, 0.649, 0.45, 0.449, 0.25, 0.249].map(bandOf)).toEqual([
      'hot',
      'warm',
      'warm',
      'lukewarm',
      'lukewarm',
      'little',
    ]);
  });
});

const counts = fc
  .record({ wrote: fc.nat(5000), sent: fc.nat(5000), days: fc.nat(4000) })
  .chain((some) =>
    fc.nat(some.sent).map((answered) => ({ ...some, answered, days: some.wrote === 0 ? null : some.days })),
  );

describe('for any facts', () => {
  test('the chance is between 0 and 1, and the shares add up to it', () => {
    fc.assert(
      fc.property(counts, (facts) => {
        const p = sigmoid(logOdds(facts));
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThan(1);
        const { wrote, answered, fresh } = sharesOf(facts);
        expect(wrote + answered + fresh - 1.23).toBeCloseTo(logOdds(facts), 10);
      }),
    );
  });

  test('more from them, a later message and one more answer never make it colder; one more unanswered never warmer', () => {
    fc.assert(
      fc.property(counts, (facts) => {
        const odds = logOdds(facts);
        const days = facts.days ?? 100;
        expect(logOdds({ ...facts, wrote: facts.wrote + 1, days })).toBeGreaterThanOrEqual(odds);
        expect(
          logOdds({ ...facts, days: facts.days === null ? null : Math.max(0, facts.days - 1) }),
        ).toBeGreaterThanOrEqual(odds);
        expect(logOdds({ ...facts, sent: facts.sent + 1, answered: facts.answered + 1 })).toBeGreaterThanOrEqual(odds);
        expect(logOdds({ ...facts, sent: facts.sent + 1 })).toBeLessThanOrEqual(odds);
      }),
    );
  });
});
