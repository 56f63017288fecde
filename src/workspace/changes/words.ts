import type { Change } from '#model/change.ts';
import type { CompanyId, PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';

/** What a command answers when its record is gone (another tab removed it): nothing changes. */
export const nothing: Change = { what: '', put: [], remove: [] };

export function nameOf(workspace: Workspace, id: PersonId): string {
  const person = workspace.people.get(id);
  return (person && profileOf(person).name) || 'somebody without a name';
}

export function companyName(workspace: Workspace, id: CompanyId): string {
  return workspace.companies.get(id)?.name ?? 'an unknown company';
}

/** "Head of Sales at Acme" */
export function targetName(workspace: Workspace, target: Pick<Target, 'title' | 'company'>): string {
  return `${target.title || 'a role'} at ${companyName(workspace, target.company)}`;
}

/** "1 tie", "3 ties" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
