import { companyKey } from '#intake/company-key.ts';
import { fold } from '#intake/text.ts';
import type { OwnFacts, ReadOut } from '#intake/types.ts';
import type { CompanyId, ImportId } from '#model/ids.ts';
import type { Employer, Me } from '#model/me.ts';
import { mayBeOne, nameTokens } from './name-key.ts';

/** What all files together say of the user, for them to look at. */
export function ownOf(read: readonly ReadOut[]): Partial<OwnFacts> {
  const all = read.map(({ own }) => own);
  const name = all.find((own) => own.name)?.name;
  const profile = all.find((own) => own.profile)?.profile;
  const emails = [...new Set(all.flatMap((own) => own.emails ?? []))];
  const employers = all.flatMap((own) => own.employers ?? []);
  const schools = all.flatMap((own) => own.schools ?? []);
  return {
    ...(name ? { name } : {}),
    ...(profile ? { profile } : {}),
    ...(emails.length > 0 ? { emails } : {}),
    ...(employers.length > 0 ? { employers } : {}),
    ...(schools.length > 0 ? { schools } : {}),
  };
}

/** The name, profile or address of whose files these are; '' when it is nobody's, or the user's as far as known. */
export function strangerIn({ name = '', profile = '', emails = [] }: Partial<OwnFacts>, me: Me): string {
  const isName = name !== '' && me.name !== '' && mayBeOne(nameTokens(name), nameTokens(me.name));
  const isMine = isName || me.profiles.includes(profile) || emails.some((address) => me.emails.includes(address));
  return isMine ? '' : name || profile || (emails[0] ?? '');
}

/** Of those, what the user's record does not say yet. */
export function newOwn(own: Partial<OwnFacts>, me: Me): Partial<OwnFacts> {
  const { name, profile, emails = [], employers = [], schools = [] } = own;
  const unknown = {
    emails: emails.filter((address) => !me.emails.includes(address)),
    employers: employers.filter((each) => employerAt(me.employers, each) < 0),
    schools: schools.filter((each) => schoolAt(me.schools, each) < 0),
  };
  return {
    ...(name && me.name === '' ? { name } : {}),
    ...(profile && !me.profiles.includes(profile) ? { profile } : {}),
    ...(unknown.emails.length > 0 ? { emails: unknown.emails } : {}),
    ...(unknown.employers.length > 0 ? { employers: unknown.employers } : {}),
    ...(unknown.schools.length > 0 ? { schools: unknown.schools } : {}),
  };
}

/**
 * The user's record with what the files say added. Nothing the user wrote is replaced; an employer or a
 * school that is there already only gains the import. null when nothing changes.
 */
export function mergeOwn(
  me: Me,
  own: Partial<OwnFacts>,
  by: ImportId,
  companyOf: (name: string) => CompanyId | null,
): Me | null {
  const merged: Me = {
    ...me,
    name: me.name || (own.name ?? ''),
    email: me.email || (own.emails?.[0] ?? ''),
    emails: [...new Set([...me.emails, ...(own.emails ?? [])])],
    profiles: [...new Set([...me.profiles, ...(own.profile ? [own.profile] : [])])],
    employers: mergeEmployers(me.employers, own.employers ?? [], by, companyOf),
    schools: mergeSchools(me.schools, own.schools ?? [], by),
  };
  return JSON.stringify(merged) === JSON.stringify(me) ? null : merged;
}

function mergeEmployers(
  known: readonly Employer[],
  added: OwnFacts['employers'],
  by: ImportId,
  companyOf: (name: string) => CompanyId | null,
): Employer[] {
  const list = [...known];
  for (const employer of added) {
    const { company: name, title, from, to } = employer;
    const at = employerAt(list, employer);
    const before = list[at];
    if (before) list[at] = { ...before, to: before.to || to, imports: [...new Set([...before.imports, by])] };
    else
      list.push({ company: companyOf(name), name, title, from, to, still: to === '' ? null : 'left', imports: [by] });
  }
  return list;
}

function mergeSchools(known: Me['schools'], added: OwnFacts['schools'], by: ImportId): Me['schools'] {
  const list = [...known];
  for (const school of added) {
    const { name, from, to } = school;
    const at = schoolAt(list, school);
    const before = list[at];
    if (before) list[at] = { ...before, to: before.to || to, imports: [...new Set([...before.imports, by])] };
    else list.push({ name, from, to, imports: [by] });
  }
  return list;
}

function employerAt(list: readonly Employer[], { company, title, from }: OwnFacts['employers'][number]): number {
  return list.findIndex(
    (each) => companyKey(each.name) === companyKey(company) && each.from === from && fold(each.title) === fold(title),
  );
}

function schoolAt(list: Me['schools'], { name, from }: OwnFacts['schools'][number]): number {
  return list.findIndex((each) => fold(each.name) === fold(name) && each.from === from);
}
