import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement } from '#model/tie.ts';
import { isAnswered, isStale, tieBetween } from '#ties/between.ts';
import { pid, says, TODAY } from './records.ts';

const said = (how: Statement['how'], says: Statement['says'], on = '2026-05-01'): Statement => ({
  how,
  says,
  on,
  by: null,
  question: null,
  remark: '',
});
const tie = (statements: Statement[], listed: string | null = null, inferred: number | null = null) =>
  tieBetween(pid('ana'), pid('marta'), {
    statements,
    listed,
    inferred: inferred === null ? null : { p: inferred, kind: 'same-company' },
  });

describe('one tie per pair', () => {
  test('confirmed: well .9, know .6, met .3, by told, seen or answer', () => {
    for (const how of ['told', 'seen', 'answer'] as const) {
      expect(tie([said(how, 'well')])).toMatchObject({ standing: 'confirmed', p: 0.9, kind: 'well' });
      expect(tie([said(how, 'know')])).toMatchObject({ standing: 'confirmed', p: 0.6, kind: 'know' });
      expect(tie([said(how, 'met')])).toMatchObject({ standing: 'confirmed', p: 0.3, kind: 'met', on: '2026-05-01' });
    }
  });

  test('"I think so" is never confirmed, however strong', () => {
    expect(tie([said('think', 'well')])).toMatchObject({ standing: 'inferred', p: 0.3, kind: 'think' });
    expect(tie([said('think', 'well')], null, 0.7)).toMatchObject({
      standing: 'inferred',
      p: 0.7,
      kind: 'same-company',
    });
  });

  test('best state first, whatever the strength', () => {
    expect(tie([said('think', 'well')], '2020-01-01', 0.7)).toMatchObject({ standing: 'listed', p: 0.25 });
    expect(tie([said('told', 'met')], '2020-01-01', 0.7)).toMatchObject({ standing: 'confirmed', p: 0.3 });
  });

  test('within a state the newest statement speaks', () => {
    expect(tie([said('told', 'well', '2024-01-01'), said('answer', 'met', '2026-01-01')])).toMatchObject({
      kind: 'met',
    });
    expect(tie([said('answer', 'met', '2024-01-01'), said('told', 'well', '2026-01-01')])).toMatchObject({
      kind: 'well',
    });
  });

  test('a dated "no" removes listed and inferred, and an older yes; a newer yes stands', () => {
    expect(tie([said('answer', 'no')], '2026-10-01', 0.7)).toBeNull();
    expect(tie([said('think', 'no')], '2026-10-01', 0.7)).toBeNull();
    expect(tie([said('told', 'know', '2024-01-01'), said('answer', 'no', '2026-01-01')], '2026-10-01')).toBeNull();
    expect(tie([said('answer', 'no', '2024-01-01'), said('told', 'know', '2026-01-01')])).toMatchObject({
      kind: 'know',
    });
    expect(tie([said('told', 'know'), said('think', 'no', '2026-10-01')])).toMatchObject({ kind: 'know' });
  });

  test('"unsure" only stops the asking', () => {
    expect(tie([said('told', 'unsure')], '2020-01-01')).toMatchObject({ standing: 'listed' });
    expect(tie([said('told', 'know', '2024-01-01'), said('answer', 'unsure')])).toMatchObject({ kind: 'know' });
    expect(isAnswered(says('ana', 'marta', { says: 'unsure' }), TODAY)).toBe(true);
    expect(isAnswered(undefined, TODAY)).toBe(false);
  });

  test('a yes is stale after a year, unless something was said since; a no and a guess never are', () => {
    const stale = (...statements: Parameters<typeof says>[2][]) => {
      const tie = says('ana', 'marta', ...statements.flatMap((one) => one ?? []));
      expect(isAnswered(tie, TODAY)).toBe(!isStale(tie, TODAY));
      return isStale(tie, TODAY);
    };
    expect(stale({ on: '2025-11-22' })).toBe(true);
    expect(stale({ on: '2025-11-22', how: 'answer', says: 'met' })).toBe(true);
    expect(stale({ on: '2025-11-23' })).toBe(false);
    expect(stale({ on: '2024-01-01' }, { on: '2026-01-01', says: 'unsure' })).toBe(false);
    expect(stale({ on: '2024-01-01', says: 'no' })).toBe(false);
    expect(stale({ on: '2024-01-01', how: 'think' })).toBe(false);
    expect(stale({ on: '2023-01-01', says: 'no' }, { on: '2024-01-01' })).toBe(true);
    expect(isStale(undefined, TODAY)).toBe(false);
  });

  test('the order in which things were said does not matter', () => {
    const statement = fc.record({
      how: fc.constantFrom<Statement['how'][]>('told', 'seen', 'answer', 'think'),
      says: fc.constantFrom<Statement['says'][]>('well', 'know', 'met', 'no', 'unsure'),
      on: fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01'),
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), fc.boolean(), (all, listed) => {
        const statements = all.map(({ how, says, on }) => said(how, says, on));
        const on = listed ? '2020-01-01' : null;
        expect(tie([...statements].reverse(), on)).toEqual(tie(statements, on));
      }),
    );
  });
});
