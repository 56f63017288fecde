import { describe, expect, test } from 'vitest';
import { type Combination, combinations, completed } from './combinations.ts';
import { expectedMove } from './oracle.ts';

const all: Combination[] = [...combinations()];

describe('every combination that differs', { timeout: 60_000 }, () => {
  test('has a move', () => {
    console.log(`${all.length} combinations of answers differ for the choice of the move and its words`);
    expect(all.filter(({ spoken }) => spoken === null).map(({ fields }) => fields)).toEqual([]);
    expect(all.length).toBeGreaterThan(1_000);
  });

  test('has the move of the playbook, whatever the fields that were never looked at', () => {
    let seed = 7;
    const pick = (values: readonly string[]): string => {
      seed = (seed * 48_271) % 2_147_483_647;
      return values[seed % values.length] ?? '';
    };
    const wrong: unknown[] = [];
    for (const { fields, spoken } of all) {
      const whole = completed(fields, pick);
      if (whole === null || expectedMove(whole) !== spoken?.rule.id)
        wrong.push({ fields, whole, said: spoken?.rule.id });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('leads to a hand-over or an introduction only along a confirmed way through a friend', () => {
    const bold = all.filter(({ spoken }) => spoken?.next === 'hand-over' || spoken?.next === 'introduce');
    expect(bold.length).toBeGreaterThan(10);
    expect(
      bold.filter(({ fields }) => fields.standing !== 'confirmed' && completedStanding(fields) !== 'confirmed'),
    ).toEqual([]);
    expect(
      bold.filter(({ fields }) => fields.contact === 'hr' || fields.way === 'none' || fields.way === 'direct'),
    ).toEqual([]);
  });

  test('offers nothing on a closed target but an answer that came after all', () => {
    const closed = all.filter(({ fields }) => fields.closed !== 'no' && fields.closed !== undefined);
    expect(new Set(closed.map(({ spoken }) => spoken?.rule.id))).toEqual(
      new Set(['closed', 'manager-says-yes', 'sponsored']),
    );
    expect(closed.every(({ spoken }) => spoken?.next === 'none')).toBe(true);
  });
});

/** A combination that never looked at the standing holds for each of them. */
function completedStanding(fields: Combination['fields']): string {
  const whole = completed(
    fields,
    (values) => values.find((value) => value === 'inferred' || value === 'listed') ?? values[0] ?? '',
  );
  return whole?.standing ?? '';
}
