import type { PersonId } from '#model/ids.ts';
import { tieIdOf } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { lastAsked } from '#model/question.ts';
import type { Day } from '#model/time.ts';
import { daysBetween } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { PairQuestion } from '#paths/types.ts';

const YEAR = 365;

/**
 * Whom to ask this friend about: hiring managers first, then people at target companies, the more senior
 * first. Never the friend, nor anybody this friend was asked about within a year, whatever came of it.
 */
export function suggestedNames(workspace: Workspace, friend: PersonId, limit: number, today: Day): PersonId[] {
  const targets = [...workspace.targets.values()].filter((target) => target.closed === null);
  const companies = new Set(targets.map((target) => target.company));
  const managers = targets.flatMap((target) => (target.manager ? [target.manager] : []));
  const hr = new Set(targets.flatMap((target) => target.hr));
  const inside = [...workspace.people.values()]
    .filter((person) => companies.has(profileOf(person).company ?? 'company:none') && !person.own.hr)
    .map((person) => person.id)
    .sort((a, b) => seniority(workspace, b) - seniority(workspace, a) || (a < b ? -1 : 1));
  return [...new Set([...managers, ...inside])]
    .filter((id) => id !== friend && !hr.has(id) && !isSettled(workspace, friend, id, today))
    .slice(0, limit);
}

/** A friend worth asking, and why. */
export interface Askable {
  readonly friend: PersonId;
  readonly about: PersonId;
  readonly why: string;
}

/** Friends whose answer would change a way in, the most useful first, one line each; `about` when it must be one of those. */
export function worthAsking(
  workspace: Workspace,
  questions: readonly PairQuestion[],
  today: Day,
  about: readonly PersonId[] | null = null,
): Askable[] {
  const found = new Map<PersonId, Askable>();
  for (const { friend, about: one, why } of questions) {
    if (found.has(friend) || (about && !about.includes(one)) || !mayBeAsked(workspace, friend)) continue;
    if (!isSettled(workspace, friend, one, today)) found.set(friend, { friend, about: one, why });
  }
  return [...found.values()];
}

/** Nobody who asked to be left out, or whom I marked. */
export function mayBeAsked(workspace: Workspace, friend: PersonId): boolean {
  const own = workspace.people.get(friend)?.own;
  return own !== undefined && !own.leaveOut && !own.doNotContact;
}

function isSettled(workspace: Workspace, friend: PersonId, about: PersonId, today: Day): boolean {
  const statements = workspace.ties.get(tieIdOf(friend, about))?.statements ?? [];
  const said = statements.some(
    (one) => (one.by === friend || one.says === 'unsure') && daysBetween(one.on, today) <= YEAR,
  );
  return said || lastAsked(workspace.questions.values(), friend, about, today) !== null;
}

function seniority(workspace: Workspace, id: PersonId): number {
  const person = workspace.people.get(id);
  const position = person ? profileOf(person).position : '';
  return /\b(chief|vp|head|director|lead|manager)\b/i.test(position) ? 1 : 0;
}
