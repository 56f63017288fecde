import type { PersonId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Portfolio } from '#paths/types.ts';
import type { PeopleColumns } from '#worker/service.ts';

/** Whom a label helps most: people who open targets, then those you write with, the newest first. */
export function labelOrder(
  workspace: Workspace,
  portfolio: Portfolio | null,
  columns: PeopleColumns | null,
): PersonId[] {
  const doors = new Map((portfolio?.doors ?? []).map((door) => [door.friend, door.opens.length]));
  const weight = new Map<PersonId, number>();
  columns?.ids.forEach((id, at) => {
    const tie = columns.ties[at];
    if (tie && tie.standing !== null) weight.set(id, tie.facts.wrote + tie.facts.sent + tie.order);
  });
  for (const [id, opens] of doors) weight.set(id, 1e6 * opens + (weight.get(id) ?? 0));
  return [...weight]
    .filter(([id]) => workspace.people.get(id)?.own.closeness === undefined)
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}
