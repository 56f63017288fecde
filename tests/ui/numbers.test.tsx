import { describe, expect, test } from 'vitest';
import type { Problem } from '#model/problem.ts';
import { refusedIn } from '#ui/intake/refused.ts';
import { dotsOf, FEW, percent, SIDE, shiftWords } from '#ui/settings/calibration.ts';
import { outcomeLog } from '#ui/settings/outcome-log.ts';
import { contribution } from '#ui/shared/contribution.ts';
import { href, routeOf } from '#ui/shared/route.ts';

describe('what a fact adds', () => {
  test('is said in words with the figure', () => {
    expect([1.15, 0.6, 0.2, 0.01, -0.01, -0.3, -0.7].map(contribution)).toEqual([
      'raises the chance a lot (+1.15)',
      'raises the chance (+0.60)',
      'raises the chance a little (+0.20)',
      'hardly moves the chance (+0.01)',
      'hardly moves the chance (-0.01)',
      'lowers the chance a little (-0.30)',
      'lowers the chance (-0.70)',
    ]);
  });
});

describe('the calibration plot', () => {
  const point = (said: number, was: number, asks: number) => ({ from: said, to: said, said, was, asks });

  test('puts what was said to the right and what came upwards', () => {
    const [low, high] = dotsOf([point(0.2, 0.5, FEW - 1), point(0.8, 1, 400)]);
    expect(low).toMatchObject({ x: 0.2 * SIDE, y: 0.5 * SIDE, few: true });
    expect(high).toMatchObject({ x: 0.8 * SIDE, y: 0, few: false });
    expect(low?.r).toBeLessThan(high?.r ?? 0);
    expect(dotsOf([])).toEqual([]);
  });

  test('says the one shift in plain words', () => {
    expect(shiftWords(0)).toContain('nothing had to be moved');
    expect(shiftWords(0.41)).toContain('more often than the archives did');
    expect(shiftWords(0.41)).toContain('+0.41 in log-odds. What was 50 % before is 60 % now.');
    expect(shiftWords(-0.41)).toContain('less often');
    expect(shiftWords(-0.41)).toContain('-0.41 in log-odds. What was 50 % before is 40 % now.');
    expect(percent(0.666)).toBe('67 %');
  });
});

test('the outcome log has every ask that was made, the newest first, and no packet that only lies there', () => {
  const ask = (id: string, ...history: readonly (readonly [string, string])[]) =>
    [`ask:${id}`, { id: `ask:${id}`, history: history.map(([state, on]) => ({ state, on, note: '' })) }] as const;
  const asks = new Map([
    ask('a', ['prepared', '2026-01-01']),
    ask('b', ['prepared', '2026-01-01'], ['asked', '2026-01-03'], ['agreed', '2026-01-09']),
    ask('c', ['asked', '2026-02-01']),
  ]) as unknown as Parameters<typeof outcomeLog>[0]['asks'];
  expect(outcomeLog({ asks }).map(({ ask: { id }, askedOn }) => [id, askedOn])).toEqual([
    ['ask:c', '2026-02-01'],
    ['ask:b', '2026-01-03'],
  ]);
});

test('only whole files with the wrong or an unknown owner are refused files', () => {
  const problem = (code: Problem['code'], row: number): Problem => ({ file: 'a', row, field: '', code, message: '' });
  const problems = [
    problem('wrong-owner', 0),
    problem('owner-unknown', 0),
    problem('bad-date', 0),
    problem('bad-date', 4),
  ];
  expect(refusedIn({ problems })).toEqual(problems.slice(0, 2));
});

test('the addresses of the screens for ties', () => {
  for (const hash of ['#/dormant', '#/who-knows-whom', '#/who-knows-whom/selected'])
    expect(href(routeOf(hash))).toBe(hash);
  expect(routeOf('#/who-knows-whom/else')).toEqual({ to: 'who-knows-whom' });
});
