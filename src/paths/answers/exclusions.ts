import type { CompanyId, PersonId } from '#model/ids.ts';
import { companyNow, type Person, profileOf } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import type { LeftOut } from '#paths/types.ts';
import { readTitle } from '#ties/titles.ts';
import type { Facts } from './facts.ts';

/** Whom no way in may use for this target, and why. The hiring manager is never left out as HR. */
export function leftOutOf(facts: Facts, target: Target | null): LeftOut {
  const { workspace } = facts;
  const doNotContact: PersonId[] = [];
  const noAsks: PersonId[] = [];
  const hr = new Set<PersonId>();
  for (const id of [...facts.flagged].sort()) {
    const own = workspace.people.get(id)?.own;
    if (own?.doNotContact) doNotContact.push(id);
    if (own?.leaveOut) noAsks.push(id);
    if (own?.hr) hr.add(id);
  }
  if (target) {
    for (const id of target.hr) if (workspace.people.has(id)) hr.add(id);
    for (const person of worksAt(facts, target.company)) if (isHr(person)) hr.add(person.id);
    if (target.manager) hr.delete(target.manager);
  }
  const hidden = hiddenEmployers(facts);
  const employer = new Set([...hidden.keys()].flatMap((company) => worksAt(facts, company).map((person) => person.id)));
  return {
    doNotContact,
    employer: [...employer].sort(),
    employerNames: [...hidden.values()],
    hr: [...hr].sort(),
    noAsks,
    closed: target ? closedFriends(facts, target) : [],
  };
}

/** Everybody who may stand nowhere on a way. `noAsks` only loses the first step (network-of.ts). */
export function nobodyOf(leftOut: LeftOut): Set<PersonId> {
  return new Set([...leftOut.doNotContact, ...leftOut.employer, ...leftOut.hr, ...leftOut.closed]);
}

/** HR by the user's word, else by title. */
export function isHr(person: Person): boolean {
  return person.own.hr ?? readTitle(profileOf(person).position).hr;
}

/** Who works there now, as far as known. */
export function worksAt(facts: Facts, company: CompanyId): readonly Person[] {
  return facts.everAt(company).filter((person) => companyNow(person) === company);
}

/** Employers that must not know, by company. One that was only typed is found by its name. */
export function hiddenEmployers(facts: Facts): ReadonlyMap<CompanyId, string> {
  const hidden = new Map<CompanyId, string>();
  for (const employer of facts.workspace.me.employers) {
    if (employer.still !== 'hidden') continue;
    if (employer.company) hidden.set(employer.company, employer.name);
    const name = fold(employer.name);
    if (name === '') continue;
    for (const company of facts.workspace.companies.values()) {
      if ([company.name, ...company.names].some((spelling) => fold(spelling) === name)) {
        hidden.set(company.id, company.name);
      }
    }
  }
  return hidden;
}

function closedFriends(facts: Facts, target: Target): PersonId[] {
  const closed = new Set<PersonId>();
  for (const ask of facts.workspace.asks.values()) {
    if (ask.target === target.id && (ask.state === 'declined' || ask.state === 'silent')) closed.add(ask.friend);
  }
  return [...closed].sort();
}

const fold = (text: string) => text.trim().toLowerCase();
