import type { Id } from '#model/ids.ts';
import type { Entry } from '#model/workspace.ts';
import type { Edit } from './rebase.ts';
import { withoutMissing } from './references.ts';

/** Steps of undo without these people: nothing of them is left in any, and the step that deleted them is gone. */
export function stepsWithout(steps: readonly Edit[], gone: ReadonlySet<string>): readonly Edit[] {
  const there = (id: Entry['id']): boolean => !gone.has(id);
  const left = (records: readonly Entry[]): Entry[] =>
    records.flatMap((record) => (there(record.id) ? (withoutMissing(record, there) ?? []) : []));
  return steps.flatMap((step) => {
    if (broughtBack(step, gone)) return [];
    const [put, base] = [left(step.put), left(step.base)];
    const remove = step.remove.filter((id: Id) => there(id));
    return put.length + remove.length === 0 ? [] : [{ ...step, put, base, remove }];
  });
}

/** Whether the step puts somebody back whole, as the undo of a deletion does: not one of the edits before it. */
function broughtBack({ put, base }: Edit, gone: ReadonlySet<string>): boolean {
  return put.some(({ id }) => gone.has(id)) && !base.some(({ id }) => gone.has(id));
}
