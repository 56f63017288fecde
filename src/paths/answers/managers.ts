import type { CompanyId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { ManagerGuess } from '#paths/types.ts';
import { readTitle, type Title } from '#ties/titles.ts';
import { isHr, worksAt } from './exclusions.ts';
import type { Engine } from './target-ways.ts';

const MOST = 8;
/** Ranks above the role's own at which its hiring manager is most likely found (a judgement). */
const LIKELY_STEP: readonly number[] = [0, 0.2, 1, 0.9, 0.6, 0.35, 0.2];

/**
 * Likely hiring managers for a role among people known at the company, by title alone: somebody of the
 * same function, one to two levels above it. HR only where the role is in HR. Best first, each with the reason.
 */
export function managersOf({ facts }: Engine, company: CompanyId, title: string): ManagerGuess[] {
  const role = readTitle(title);
  const name = facts.workspace.companies.get(company)?.name ?? 'the company';
  const guesses: ManagerGuess[] = [];
  for (const person of worksAt(facts, company)) {
    const { position } = profileOf(person);
    if (position === '' || (!role.hr && isHr(person))) continue;
    const theirs = readTitle(position);
    const shared = theirs.functions.filter((one) => role.functions.includes(one));
    const score = likelihood(role, theirs, shared.length > 0);
    if (score <= 0) continue;
    guesses.push({ person: person.id, score, reason: reasonOf(position, name, theirs, shared) });
  }
  return guesses.sort((x, y) => y.score - x.score || (x.person < y.person ? -1 : 1)).slice(0, MOST);
}

function likelihood(role: Title, theirs: Title, sameFunction: boolean): number {
  // Below a lead nobody hires; an unknown level is taken for one below.
  if (theirs.rank < 2) return 0;
  const step =
    LIKELY_STEP[Math.max(0, Math.min(LIKELY_STEP.length - 1, theirs.rank - Math.max(1, role.rank) + 1))] ?? 0;
  if (step === 0) return 0;
  if (sameFunction) return 1 + step;
  // Another function, or none named: only those high enough to lead everybody.
  return theirs.functions.length === 0 || theirs.rank >= 5 ? step / 2 : 0;
}

function reasonOf(position: string, company: string, theirs: Title, shared: readonly string[]): string {
  if (shared.length > 0) return `${position} at ${company}: ${theirs.level} level in ${shared.join(' and ')}.`;
  if (theirs.functions.length === 0) return `${position} at ${company}: ${theirs.level} level, function not named.`;
  return `${position} at ${company}: ${theirs.level} level, another function.`;
}
