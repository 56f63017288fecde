import type { Candidate } from '#intake/types.ts';
import type { CompanyId } from '#model/ids.ts';
import type { Sighting } from '#model/person.ts';
import type { CompanyIndex } from './company-index.ts';

/** What a row or a sighting says of a person, apart from where it stood and when. */
export type Said = Pick<Sighting, 'name' | 'profile' | 'position' | 'department' | 'connected' | 'listed'> & {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly company: CompanyId | null;
  readonly office?: string | undefined;
};

/** A row with its company found. "Freelance" is no company; the word stays with the position. */
export function saidOf(row: Candidate, companies: CompanyIndex): Said {
  const { name, profile, emails, phones, department, connected, listed } = row;
  const company = companies.named(row.company);
  const position = company !== null || row.company === '' ? row.position : withWord(row.position, row.company);
  const said = { name, profile, emails, phones, company, position, department, connected, listed };
  return row.office ? { ...said, office: row.office } : said;
}

/** Whether two sightings of one list say the same. */
export function isSameSaid(a: Said, b: Said): boolean {
  return (
    a.name === b.name &&
    a.profile === b.profile &&
    a.company === b.company &&
    a.position === b.position &&
    a.connected === b.connected &&
    a.listed === b.listed &&
    a.department === b.department &&
    a.office === b.office &&
    isEqual(a.emails, b.emails) &&
    isEqual(a.phones, b.phones)
  );
}

function withWord(position: string, word: string): string {
  return position === '' ? word : `${position} (${word})`;
}

export function isEqual(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
