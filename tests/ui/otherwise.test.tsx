import { expect, test } from 'vitest';
import type { PersonId } from '#model/ids.ts';
import type { Step, WayShown } from '#paths/types.ts';
import { pid } from '#tests/ties/records.ts';
import { otherwiseOf } from '#ui/target/otherwise.ts';

/** A way in by these people whose last step is the weaker one. */
function way(names: readonly string[], over: Partial<WayShown> = {}): WayShown {
  const people = names.map(pid);
  const steps = people.map((to, i): Step => {
    const from: PersonId | 'me' = people[i - 1] ?? 'me';
    return { from, to, standing: 'confirmed', p: 0.5, band: null, percent: null, kind: null };
  });
  const told = { evidence: [], better: '', fallback: null, otherwise: null };
  return {
    id: people.join('>'),
    people,
    standing: 'confirmed',
    steps,
    weaker: names.length - 1,
    cost: 0,
    ...told,
    ...over,
  };
}

const byCleo = way(['cleo', 'marta']);
const byBen = way(['ben', 'dora', 'marta'], { otherwise: byCleo.people, fallback: byCleo.id });
const byAna = way(['ana', 'dora', 'marta'], { otherwise: byCleo.people, fallback: byBen.id });

test('what is left without a step that the fallback takes too', () => {
  const found = otherwiseOf(byAna, [byAna, byBen, byCleo]);
  expect(found?.step).toMatchObject({ from: pid('dora'), to: pid('marta') });
  expect(found?.next).toEqual({ people: byCleo.people, listed: byCleo });
  expect(otherwiseOf(byAna, [byAna, byBen])?.next).toEqual({ people: byCleo.people, listed: null });
});

test('nothing that the list or the fallback says already', () => {
  expect(otherwiseOf(byBen, [byAna, byBen, byCleo]), 'the fallback').toBeNull();
  expect(otherwiseOf({ ...byBen, fallback: byAna.id }, [byCleo, byAna, byBen]), 'above it').toBeNull();
  expect(otherwiseOf(byCleo, [byCleo]), 'the only one').toBeNull();
  expect(otherwiseOf({ ...byAna, weaker: 0 }, [byAna, byBen]), 'my own step').toBeNull();
});

test('that all others rest on the same step', () => {
  expect(otherwiseOf({ ...byAna, otherwise: null }, [byAna, byBen])).toMatchObject({ next: null });
});
