import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDay, readMoment, slashOrder } from '#intake/dates.ts';
import { dayOf } from '#model/time.ts';

test.each([
  ['08 Feb 2026', '2026-02-08'],
  ['8-Feb-26', '2026-02-08'],
  ['4-Apr-21', '2021-04-04'],
  ['08.02.2026', '2026-02-08'],
  ['2026-02-08', '2026-02-08'],
  ['2026/02/08 10:11:12 UTC', '2026-02-08'],
  ['4/11/18, 6:32 AM', '2018-04-11'],
  ['03 Mär 2022', '2022-03-03'],
  ['3 août 2022', '2022-08-03'],
  ['3 de marzo de 2022', null],
  ['Feb 8, 2026', '2026-02-08'],
  ['Mon Sep 12 08:12:44 UTC 2022', '2022-09-12'],
  ['29 Feb 2020', '2020-02-29'],
  ['29 Feb 2021', null],
  ['31 Feb 2024', null],
  ['13/13/2020', null],
  ['yesterday', null],
  ['', null],
  ['08 Foo 2026', null],
  ['08 Feb 20266', null],
])('%s is %s', (text, day) => {
  expect(readDay(text, 'month-first')).toBe(day);
});

test.each([
  ['2026-02-01 08:00:00 UTC', Date.UTC(2026, 1, 1, 8)],
  ['4/11/18, 6:32 AM', Date.UTC(2018, 3, 11, 6, 32)],
  ['1/29/26, 12:05 AM', Date.UTC(2026, 0, 29, 0, 5)],
  ['1/29/26, 2:37\u202fPM', Date.UTC(2026, 0, 29, 14, 37)],
  ['07/17/25, 07:21 AM', Date.UTC(2025, 6, 17, 7, 21)],
  ['2024/02/01 15:02:55 UTC', Date.UTC(2024, 1, 1, 15, 2, 55)],
  ['Mon Sep 12 08:12:44 UTC 2022', Date.UTC(2022, 8, 12, 8, 12, 44)],
])('%s is a moment', (text, milliseconds) => {
  expect(readMoment(text, 'month-first')).toBe(milliseconds / 1000);
});

test('impossible times are none', () => {
  expect(readMoment('2026-02-01 25:00:00 UTC', 'month-first')).toBeNull();
  expect(readMoment('2026-02-30 10:00:00 UTC', 'month-first')).toBeNull();
});

test('which part is the month is told by a part above 12, else by the order of the column, else American', () => {
  expect(slashOrder(['1/2/2024', '25/1/2024'])).toBe('day-first');
  expect(slashOrder(['1/2/2024', '1/25/2024'])).toBe('month-first');
  expect(slashOrder(['1/2/2024', '9/1/2024', '3/1/2024', '12/12/2023'])).toBe('day-first');
  expect(slashOrder(['2/1/2024', '1/9/2024', '1/3/2024', '12/12/2023'])).toBe('month-first');
  expect(slashOrder(['1/2/2024'])).toBe('month-first');
  expect(slashOrder(['08 Feb 2026', ''])).toBe('month-first');
});

test('every day of two centuries is read back in each spelling', () => {
  const spellings: ((y: string, m: string, d: string, name: string) => string)[] = [
    (y, m, d) => `${y}-${m}-${d}`,
    (y, m, d) => `${d}.${m}.${y}`,
    (y, m, d) => `${m}/${d}/${y}`,
    (y, _, d, name) => `${d} ${name} ${y}`,
    (y, _, d, name) => `${Number(d)}-${name}-${y}`,
  ];
  const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000, max: 7_000_000_000 }), fc.nat(4), (seconds, at) => {
      const day = dayOf(seconds);
      const [y = '', m = '', d = ''] = day.split('-');
      expect(readDay(spellings[at]?.(y, m, d, names[Number(m) - 1] ?? '') ?? '', 'month-first')).toBe(day);
    }),
  );
});
