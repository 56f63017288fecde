import type { PersonId } from '#model/ids.ts';
import { tieIdOf } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';

/**
 * Whom to ask this friend about: hiring managers first, then people at target companies that are no
 * contacts of mine by name. Never the friend, never somebody this friend has answered about.
 */
export function suggestedNames(workspace: Workspace, friend: PersonId, limit: number): PersonId[] {
  const targets = [...workspace.targets.values()].filter((target) => target.closed === null);
  const companies = new Set(targets.map((target) => target.company));
  const managers = targets.flatMap((target) => (target.manager ? [target.manager] : []));
  const hr = new Set(targets.flatMap((target) => target.hr));
  const inside = [...workspace.people.values()]
    .filter((person) => companies.has(profileOf(person).company ?? 'company:none') && !person.own.hr)
    .map((person) => person.id)
    .sort((a, b) => seniority(workspace, b) - seniority(workspace, a) || (a < b ? -1 : 1));
  const wanted = [...new Set([...managers, ...inside])];
  return wanted.filter((id) => id !== friend && !hr.has(id) && !answered(workspace, friend, id)).slice(0, limit);
}

function answered(workspace: Workspace, friend: PersonId, about: PersonId): boolean {
  const statements = workspace.ties.get(tieIdOf(friend, about))?.statements ?? [];
  return statements.some((one) => one.by === friend || one.says === 'unsure');
}

function seniority(workspace: Workspace, id: PersonId): number {
  const person = workspace.people.get(id);
  const position = person ? profileOf(person).position : '';
  return /\b(chief|vp|head|director|lead|manager)\b/i.test(position) ? 1 : 0;
}
