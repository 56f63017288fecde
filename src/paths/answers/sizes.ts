import type { Company } from '#model/company.ts';
import { type PersonId, tieIdOf } from '#model/ids.ts';
import { companiesOf, type Person } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import type { SizeQuestion } from '#paths/types.ts';
import { tieBetween } from '#ties/between.ts';
import { inferTie } from '#ties/curve.ts';
import { type Shared, sharedAt, stayAt } from '#ties/shared.ts';
import type { Facts } from './facts.ts';
import { type Guesses, pairTie } from './network-of.ts';

/** At most so many at once, the target's own company first. */
const AT_ONCE = 3;

/**
 * "About how many people work there?" for each company, department or office where the answer would open a
 * lead to the manager of a target, or has: somebody I can reach was there with them, and nothing better joins
 * the two. Answered ones come last, to be changed.
 */
export function sizesOf(facts: Facts, guesses: Guesses, target: Target, nobody: ReadonlySet<PersonId>): SizeQuestion[] {
  const manager = target.manager ? facts.workspace.people.get(target.manager) : undefined;
  if (!manager) return [];
  const found = new Map<string, SizeQuestion>();
  for (const id of new Set([target.company, ...companiesOf(manager)])) {
    const company = facts.workspace.companies.get(id);
    if (!company) continue;
    const theirs = stayAt(company, manager, facts.context.imports, id === target.company);
    for (const other of facts.everAt(id)) {
      if (other.id === manager.id || nobody.has(other.id) || !isReachable(facts, other)) continue;
      const shared = sharedAt(company, stayAt(company, other, facts.context.imports), theirs);
      if (!shared) continue;
      for (const question of questionsAt(company, shared, isOpen(facts, guesses, other, manager)))
        found.set(keyOf(question), question);
    }
  }
  const all = [...found.values()];
  return [...all.filter(({ size }) => size === null).slice(0, AT_ONCE), ...all.filter(({ size }) => size !== null)];
}

/** Of one pair: what is answered and speaks, else what would, were it few. */
function questionsAt(company: Company, shared: Shared, open: boolean): SizeQuestion[] {
  const { id, size } = company;
  const units = unitsOf(shared);
  const known = company.units?.filter((unit) => units.some(({ name }) => fold(name) === fold(unit.name))) ?? [];
  const answered: SizeQuestion[] = known.map((unit) => ({ company: id, unit: unit.name, size: unit.size }));
  if (size !== null) answered.push({ company: id, unit: null, size });
  if (!open) return answered;
  if (size === null && shared.unit === null) return [...answered, { company: id, unit: null, size: null }];
  const asked = units.filter(
    ({ of, name }) =>
      !known.some((unit) => fold(unit.name) === fold(name)) &&
      inferTie(size, { ...shared, unit: { of, size: '1-10' } }, 0) !== null,
  );
  return [...answered, ...asked.map(({ name }) => ({ company: id, unit: name, size: null }))];
}

/** The department and the office that both name. */
function unitsOf({ both: [a, b] }: Shared): { of: 'department' | 'office'; name: string }[] {
  return (['department', 'office'] as const).flatMap((of) => {
    const [one, other] = [a[of]?.text ?? '', b[of]?.text ?? ''];
    return one !== '' && fold(one) === fold(other) ? [{ of, name: one }] : [];
  });
}

/** A friend, or on the list of one. */
function isReachable(facts: Facts, person: Person): boolean {
  if (facts.ownersOf(person).size > 0) return true;
  return facts.mine(person).standing !== null && !person.own.leaveOut;
}

/** Whether a guess would join the two: nothing does yet, and nobody said that they do not know each other. */
function isOpen(facts: Facts, guesses: Guesses, a: Person, b: Person): boolean {
  if (pairTie(facts, guesses, a, b) !== null) return false;
  const statements = facts.workspace.ties.get(tieIdOf(a.id, b.id))?.statements ?? [];
  return tieBetween(a.id, b.id, { statements, listed: null, inferred: SUPPOSED }) !== null;
}

const SUPPOSED = { p: 0.5, kind: 'same-company' } as const;

const keyOf = ({ company, unit }: SizeQuestion) => `${company} ${unit === null ? '' : fold(unit)}`;
const fold = (text: string) => text.trim().toLowerCase();
