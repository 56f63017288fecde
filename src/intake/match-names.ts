import { companyKey } from './company-key.ts';
import { nameTokens, strictKey } from './matching/name-key.ts';
import type { Candidate } from './types.ts';

/** Whether an asked name is in a list: with the same company, by name alone, or not at all. */
export type NameMatch = 'name-and-company' | 'name' | null;

/** Looks asked names up in a friend's own list, on the friend's computer. One entry a name, in order. */
export function matchNames(
  candidates: readonly Pick<Candidate, 'name' | 'company'>[],
  names: readonly { readonly name: string; readonly company: string }[],
): NameMatch[] {
  const companies = new Map<string, Set<string>>();
  for (const { name, company } of candidates) {
    const key = strictKey(nameTokens(name));
    const there = companies.get(key) ?? new Set();
    if (company) there.add(companyKey(company));
    companies.set(key, there);
  }
  return names.map(({ name, company }) => {
    const there = companies.get(strictKey(nameTokens(name)));
    if (!there) return null;
    return company !== '' && there.has(companyKey(company)) ? 'name-and-company' : 'name';
  });
}

/** Somebody on a friend's own list, as far as a shared list would tell. */
export type Contact = Pick<Candidate, 'name' | 'company' | 'position'>;

/** Everybody in a friend's own list with a name, once, in the order of the list. */
export function contactsIn(candidates: readonly Candidate[]): Contact[] {
  const once = new Map<string, Contact>();
  for (const { name, company, position, listed } of candidates) {
    const key = `${name}\n${company}\n${position}`;
    if (listed && name !== '' && !once.has(key)) once.set(key, { name, company, position });
  }
  return [...once.values()];
}
