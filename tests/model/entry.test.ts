import { expect, test } from 'vitest';
import { kindOf, newId, tieIdOf } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { targetSchema } from '#model/target.ts';
import { addWorkingDays, daysBetween } from '#model/time.ts';
import { emptyWorkspace, entriesOf, entrySchema } from '#model/workspace.ts';

test('a record that this version does not know is refused, whatever its kind claims', () => {
  for (const id of ['ghost:1', '__proto__:1', 'constructor:1', 'person:1', ':', '']) {
    expect(entrySchema.safeParse({ id }).success, id).toBe(false);
  }
  expect(entrySchema.safeParse(null).success).toBe(false);
});

test('every entry of a workspace passes its own door', () => {
  const target = targetSchema.parse({
    id: 'target:1',
    created: '2026-11-01',
    title: 'Lead',
    company: 'company:1',
    manager: null,
  });
  for (const entry of [
    ...entriesOf(emptyWorkspace('workspace:1', 'mine')),
    target,
    personByHand('person:1', { name: 'Ana' }),
  ]) {
    expect(entrySchema.parse(entry)).toEqual(entry);
  }
});

test('ids say their kind and are not alike', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => newId('person')));
  expect(ids.size).toBe(1000);
  expect(kindOf([...ids][0] ?? 'person:')).toBe('person');
  expect(tieIdOf('person:b', 'person:a')).toBe(tieIdOf('person:a', 'person:b'));
});

test('seven working days after a Friday is the Tuesday after next', () => {
  expect(addWorkingDays('2026-11-20', 7)).toBe('2026-12-01');
  expect(daysBetween('2026-11-20', '2026-12-01')).toBe(11);
});
