import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SizeBand } from '#model/company.ts';
import { inferTie, knowBySharers, knowInCompany, knowInUnit, knowSteps } from '#ties/curve.ts';

const NOTHING = { sameOffice: null, sameSpecialty: null, years: null, unit: null };
const last = (size: SizeBand | null, over: Partial<Parameters<typeof knowSteps>[1]> = {}) =>
  knowSteps(size, { ...NOTHING, ...over }).at(-1)?.p ?? 0;

describe('does A know B (WARMTH.md §4)', () => {
  test('the curve goes through the points of the page', () => {
    const percent = [10, 30, 100, 300, 1000].map((n) => Math.round(knowInCompany(n) * 1000) / 10);
    expect(percent).toEqual([73.3, 40.8, 13.1, 3.6, 0.8]);
    expect([10, 30, 100].map((n) => Math.round(knowInUnit(n) * 100))).toEqual([48, 26, 11]);
  });

  test('sharpeners add log-odds: office 1.9, specialty 1.5, years from two on', () => {
    const odds = (p: number) => Math.log(p / (1 - p));
    const by = (over: object) => odds(last('51-200', over)) - odds(knowInCompany(100));
    expect(by({})).toBeCloseTo(0, 10);
    expect(by({ sameOffice: true, sameSpecialty: false })).toBeCloseTo(1.9, 10);
    expect(by({ sameSpecialty: true })).toBeCloseTo(1.5, 10);
    expect(by({ years: 2 })).toBeCloseTo(0, 10);
    expect(by({ years: 5 })).toBeCloseTo(0.5, 10);
    expect(by({ years: 0.5 })).toBeCloseTo(-0.5, 10);
  });

  test('sharers: 1.5 % for none to 75 % for nine and more', () => {
    expect([0, 1, 2, 3, 5, 9, 40].map(knowBySharers)).toEqual([0.015, 0.075, 0.16, 0.27, 0.46, 0.75, 0.75]);
  });

  test('the greater of curve and sharers speaks, and only at .10 or more', () => {
    expect(inferTie('1-10', NOTHING, 0)).toMatchObject({ kind: 'same-company' });
    expect(inferTie('51-200', NOTHING, 3)).toMatchObject({ p: 0.27, kind: 'shared-lists' });
    expect(inferTie('11-50', NOTHING, 2)).toMatchObject({ kind: 'same-company' });
    expect(inferTie('201-1000', NOTHING, 1)).toBeNull();
    expect(inferTie('201-1000', NOTHING, 0)).toBeNull();
  });

  test('with the size unknown nothing is guessed; of the largest only shared lists speak', () => {
    expect(inferTie(null, { ...NOTHING, sameOffice: true }, 9)).toBeNull();
    expect(inferTie('more', { ...NOTHING, sameOffice: true, sameSpecialty: true, years: 30 }, 1)).toBeNull();
    expect(inferTie('more', NOTHING, 2)).toMatchObject({ p: 0.16, kind: 'shared-lists' });
  });

  test('more people never make it likelier, more in common never less likely', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.nat(12),
        fc.double({ min: 2, max: 40, noNaN: true }),
        (n, k, years) => {
          expect(knowInCompany(n + 1)).toBeLessThan(knowInCompany(n));
          expect(knowBySharers(k + 1)).toBeGreaterThanOrEqual(knowBySharers(k));
          expect(knowInUnit(n + 1)).toBeLessThan(knowInUnit(n));
          const size = n < 300 ? '51-200' : '201-1000';
          const p = last(size);
          expect(last(size, { years })).toBeGreaterThanOrEqual(p * (1 - 1e-9));
          for (const more of [{ sameSpecialty: true }, { sameOffice: true }])
            expect(last(size, { years, ...more })).toBeGreaterThan(last(size, { years }));
        },
      ),
    );
  });

  test('each step says what it made of the chance, the last one being it', () => {
    const inferred = inferTie('51-200', { ...NOTHING, sameOffice: true, sameSpecialty: true, years: 5 }, 0);
    expect(inferred?.steps.map(({ by }) => by)).toEqual(['company', 'same-office', 'same-specialty', 'years']);
    expect(inferred?.steps.at(-1)?.p).toBe(inferred?.p);
    expect(inferTie('more', NOTHING, 2)?.steps).toEqual([{ by: 'lists', p: 0.16 }]);
  });

  test('a department or office of known size speaks for itself, never below the company alone', () => {
    const small = { of: 'department', size: '1-10' } as const;
    const steps = knowSteps('more', { ...NOTHING, sameOffice: true, sameSpecialty: true, unit: small });
    expect(steps.map(({ by }) => by)).toEqual(['department', 'same-office']);
    expect(steps[0]?.p).toBeCloseTo(knowInUnit(5), 10);
    expect(knowSteps(null, { ...NOTHING, sameOffice: true, unit: { of: 'office', size: '11-50' } })).toEqual([
      { by: 'office', p: knowInUnit(25) },
    ]);
    expect(last('1-10', { sameSpecialty: true, unit: small })).toBeCloseTo(knowInCompany(5), 10);
    expect(last('201-1000', { unit: { of: 'office', size: 'more' } })).toBeCloseTo(knowInCompany(450), 10);
  });
});
