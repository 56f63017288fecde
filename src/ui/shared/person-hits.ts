import type { PersonId } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { fold, matches } from './fold.ts';

export interface PersonHit {
  readonly id: PersonId;
  readonly name: string;
  readonly detail: string;
}

const folded = new WeakMap<Person, string>();

/** The folded name of a person, kept as long as the record is. */
export function foldedName(person: Person): string {
  let text = folded.get(person);
  if (text === undefined) {
    text = fold(profileOf(person).name);
    folded.set(person, text);
  }
  return text;
}

/** Up to `limit` people whose name fits what was typed, names that begin with it first. */
export function personHits(workspace: Workspace, typed: string, limit: number): PersonHit[] {
  const words = fold(typed);
  if (words === '') return [];
  const begin: Person[] = [];
  const hold: Person[] = [];
  for (const person of workspace.people.values()) {
    const text = foldedName(person);
    if (text.startsWith(words)) begin.push(person);
    else if (hold.length < limit && matches(text, words)) hold.push(person);
    if (begin.length >= limit) break;
  }
  return [...begin, ...hold].slice(0, limit).map((person) => hitOf(workspace, person));
}

function hitOf(workspace: Workspace, person: Person): PersonHit {
  const profile = profileOf(person);
  const company = profile.company ? (workspace.companies.get(profile.company)?.name ?? '') : '';
  return {
    id: person.id,
    name: profile.name || 'somebody without a name',
    detail: [profile.position, company].filter(Boolean).join(', '),
  };
}
