import type { CompanyId, PersonId } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';

/** How a person is called in a text; both '' for somebody without a name. */
export interface Named {
  readonly full: string;
  readonly first: string;
}

const LONGEST_NAME = 60;
const TITLES = /^(mr|mrs|ms|mx|miss|sir|dame|dr|dra|prof|professor|eng|ing|herr|frau|sr|sra|mag|dipl)\.?$/i;

/** One line without control characters and doubled spaces; cut where nobody has so long a name. */
export function clean(text: string, longest = LONGEST_NAME): string {
  const line = text
    .replace(/[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff{}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = Array.from(line);
  return letters.length > longest ? `${letters.slice(0, longest).join('').trim()}…` : line;
}

/** The name as shown, and the word one would say: titles are dropped, "J. Robert Lee" is called in full. */
function nameOf(person: Person | undefined): Named {
  if (!person) return { full: '', first: '' };
  const full = clean(profileOf(person).name);
  const newest = [...person.sightings].sort((a, b) => (a.seen < b.seen ? 1 : -1));
  const given = person.own.name === undefined ? newest.find((sighting) => sighting.first !== '')?.first : undefined;
  return { full, first: firstOf(given ? clean(given) : full, full) };
}

export function namedAs(full: string): Named {
  return { full, first: firstOf(full, full) };
}

function firstOf(given: string, full: string): string {
  const words = given.split(' ').filter((word) => !TITLES.test(word));
  const first = words[0] ?? '';
  return first === '' || /^\p{L}\.?$/u.test(first) ? full : first;
}

export function personNamed(workspace: Workspace, id: PersonId | null | undefined): Named {
  return nameOf(id ? workspace.people.get(id) : undefined);
}

/** '' when the company is not known any more (merged, removed) or has no name. */
export function companyNamed(workspace: Workspace, id: CompanyId | null): string {
  return clean((id && workspace.companies.get(id)?.name) ?? '', 80);
}
