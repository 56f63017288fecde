import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, logOdds, sigmoid } from '#ties/chance.ts';
import { chanceBefore, fitShift, type PastAsk, replay, selfCheck } from '#ties/self-check.ts';
import { at, imported, messages, person } from './records.ts';

const DAY = 86_400;
const imports = new Map([imported('mine')].map((one) => [one.id, one]));
const start = at('2026-01-01');
const asks = (count: number, odds: number, answered: number): PastAsk[] =>
  Array.from({ length: count }, (_, i) => ({ odds, answered: i < answered }));

describe('the replay of past asks', () => {
  test('says of each message of mine what was known when it was sent', () => {
    const sent = [start, start + 20 * DAY, start + 40 * DAY];
    const record = person('Ana', { events: [messages([start + DAY, start + 30 * DAY], sent)] });
    expect(replay(record, imports)).toEqual([
      { odds: logOdds({ wrote: 0, sent: 0, answered: 0, days: null }), answered: true },
      { odds: logOdds({ wrote: 1, sent: 1, answered: 1, days: 19 }), answered: true },
      { odds: logOdds({ wrote: 2, sent: 2, answered: 2, days: 10 }), answered: false },
    ]);
  });

  test('leaves out messages whose fortnight is not over', () => {
    const record = person('Ana', { events: [messages([], [at('2026-11-06'), at('2026-11-07')])] });
    expect(replay(record, imports)).toHaveLength(1);
  });

  test('knows nothing of what came later', () => {
    const early = messages([start + DAY], [start]);
    const later = messages([start + DAY, start + 90 * DAY], [start, start + 80 * DAY]);
    const on = start + 50 * DAY;
    const knew = (events: ReturnType<typeof messages>) =>
      chanceBefore(person('Ana', { events: [events] }), imports, on);
    expect(knew(later)).toBe(knew(early));
    expect(knew(later)).toBe(sigmoid(logOdds({ wrote: 1, sent: 1, answered: 1, days: 49 })));
    expect(chanceBefore(person('Ana', { events: [later] }), imports, start)).toBeNull();
  });

  test('agrees with the facts of a person at every ask, in any archive', () => {
    const seconds = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 15 });
    fc.assert(
      fc.property(seconds, seconds, (theirs, sent) => {
        const times = (steps: number[]) => steps.map((step) => start + step * DAY * 0.7).sort((a, b) => a - b);
        const [a, b] = [times(theirs).map(Math.floor), times(sent).map(Math.floor)];
        const record = person('Ana', { events: [messages(a, b)] });
        for (const [i, ask] of replay(record, imports).entries()) {
          const now = b[i] ?? 0;
          const counts = {
            wrote: a.filter((t) => t < now).length,
            sent: b.filter((t) => t + 14 * DAY <= now).length,
            answered: b.filter((t) => t + 14 * DAY <= now && a.some((x) => x > t && x <= t + 14 * DAY)).length,
            days: a.some((t) => t < now) ? Math.floor((now - Math.max(...a.filter((t) => t < now))) / DAY) : null,
          };
          expect(ask.odds).toBeCloseTo(logOdds(counts), 12);
          expect(ask.answered).toBe(a.some((t) => t > now && t <= now + 14 * DAY));
        }
      }),
    );
  });
});

describe('the one shift', () => {
  test('is 0 below 50 asks and when the app was right', () => {
    expect(selfCheck(asks(49, 0, 49)).shift).toBe(0);
    expect(selfCheck(asks(100, 0, 50)).shift).toBeCloseTo(0, 6);
  });

  test('goes half the way, in expected answers, when there are as many asks as the prior is worth', () => {
    // 50 asks said at 1/2, 40 answered; with 50 that came out as said: (40 + 25) / 100.
    expect(sigmoid(fitShift(asks(50, 0, 40)))).toBeCloseTo(0.65, 6);
    expect(sigmoid(fitShift(asks(5000, 0, 4000)))).toBeCloseTo(0.797, 3);
  });

  test('has the sign of what was missed, is bounded, and is the same in any order', () => {
    const ask = fc.record({ odds: fc.double({ min: -4, max: 4, noNaN: true }), answered: fc.boolean() });
    fc.assert(
      fc.property(fc.array(ask, { minLength: 1, maxLength: 80 }), (all) => {
        const shift = fitShift(all);
        const missed = all.reduce((sum, { odds, answered }) => sum + (answered ? 1 : 0) - sigmoid(odds), 0);
        expect(Math.abs(shift)).toBeLessThanOrEqual(3);
        if (Math.abs(missed) > 1e-6) expect(Math.sign(shift)).toBe(Math.sign(missed));
        expect(fitShift([...all].reverse())).toBeCloseTo(shift, 6);
      }),
    );
  });
});

test('the calibration counts every ask once, by band and by tenth', () => {
  const all = [...asks(10, 2, 8), ...asks(20, 0, 9), ...asks(30, -2, 3)];
  const check = selfCheck(all);
  expect(check).toMatchObject({ asks: 60, answered: 20 });
  expect(check.bands.map(({ band, asks, was }) => [band, asks, was])).toEqual([
    ['hot', 10, 0.8],
    ['warm', 20, 0.45],
    ['little', 30, 0.1],
  ]);
  for (const { band, said, from, to } of check.bands) {
    expect(bandOf(said)).toBe(band);
    expect(from).toBeLessThanOrEqual(to);
  }
  expect(check.points.reduce((sum, point) => sum + point.asks, 0)).toBe(60);
  expect(selfCheck([])).toEqual({ asks: 0, answered: 0, shift: 0, bands: [], points: [] });
});
