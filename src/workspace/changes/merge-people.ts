import { apply, type Change } from '#model/change.ts';
import type { PersonId } from '#model/ids.ts';
import { mergePairs } from '#model/merge.ts';
import { notSame, type Person } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import type { DoubleAnswer } from '#workspace/types.ts';
import { counted, nameOf, nothing } from './words.ts';

/** Two records of one person become one: `keep`. */
export function mergePeople(workspace: Workspace, keep: PersonId, away: PersonId): Change {
  const change = mergePairs(workspace, [[keep, away]]);
  if (change.remove.length === 0) return nothing;
  return { ...change, what: `Merge of ${nameOf(workspace, away)} into ${nameOf(workspace, keep)}` };
}

/** Whoever is one person is joined, whoever is two is noted so and not asked about again. */
export function settleDoubles(workspace: Workspace, answers: readonly DoubleAnswer[]): Change {
  const merged = mergePairs(
    workspace,
    answers.flatMap(({ about, same }) => (same === null ? [] : [[same, about] as const])),
  );
  const after = merged.put.length > 0 ? apply(workspace, merged).workspace : workspace;
  const apart = new Map<PersonId, Person>();
  const note = (one: PersonId, other: PersonId): void => {
    const person = apart.get(one) ?? after.people.get(one);
    if (person && after.people.has(other)) apart.set(one, notSame(person, other));
  };
  const two = answers.filter(({ same }) => same === null);
  for (const { about, options } of two)
    for (const other of options) {
      note(about, other);
      note(other, about);
    }
  const parts = [
    ...(two.length < answers.length ? [`${counted(answers.length - two.length, 'person', 'people')} joined`] : []),
    ...(two.length > 0 ? [`${counted(two.length, 'person', 'people')} kept apart`] : []),
  ];
  return {
    what: `Same person: ${parts.join(', ')}`,
    put: [...merged.put.filter(({ id }) => !apart.has(id as PersonId)), ...apart.values()],
    remove: merged.remove,
  };
}
