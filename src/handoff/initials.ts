import type { PersonId } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { clean } from './names.ts';

/** Rewrites a text so that it names no other person. */
export type Masking = (text: string) => string;

const LEFT_OUT = '(address left out)';
const ADDRESS = /(?<![^\s@<>()"',;:])[^\s@<>()"',;:]+@[^\s@<>()"',;:]+\.[^\s@<>()"',;:]+/gu;

/** "M. S." for Marta Silva, "A." for Ana; '' for no name. */
export function initialsOf(name: string): string {
  const words = clean(name).match(/[\p{L}\p{N}][^\s-]*/gu) ?? [];
  return words.map((word) => `${Array.from(word)[0]?.toUpperCase() ?? ''}.`).join(' ');
}

/**
 * Everybody else as initials: whole names of all people known here, in any case and without accents too, and for
 * those the text is about also each word of their names. My own name and the company's stay as they are.
 * Names of one word are only looked for among those the text is about: elsewhere "Will" is a verb.
 */
export function maskingFor(workspace: Workspace, about: ReadonlySet<PersonId>, company: string): Masking {
  const mine = new Set([workspace.me.email, ...workspace.me.emails].map((address) => address.trim().toLowerCase()));
  return (text) => {
    const composed = text.normalize('NFC');
    const spaced = composed.toLowerCase().replace(/\s+/g, ' ');
    const { whole, words } = writtenFor(workspace, about, company, spaced);
    const all = [...new Set([...whole.keys(), ...[...words.keys()].map(lower)])];
    const addressed = composed.replace(ADDRESS, (found) => (mine.has(found.toLowerCase()) ? found : LEFT_OUT));
    if (all.length === 0) return addressed;
    const longestFirst = all.sort((a, b) => b.length - a.length).map(pattern);
    const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])\\.?`, 'giu');
    return addressed.replace(named, (found) => {
      const name = found.replace(/\s+/g, ' ');
      const bare = whole.has(lower(name)) || words.has(name) ? name : name.replace(/\.$/, '');
      const as = whole.get(lower(bare)) ?? words.get(bare);
      return as || found;
    });
  };
}

/** What to look for: whole names in lower case ('' stays as written), and words as they are spelt. */
function writtenFor(workspace: Workspace, about: ReadonlySet<PersonId>, company: string, text: string) {
  const whole = new Map<string, string>();
  const words = new Map<string, string>();
  if (company) whole.set(lower(company), '');
  for (const person of workspace.people.values()) {
    const concerned = about.has(person.id);
    for (const name of namesOf(person)) {
      if (!concerned && !name.includes(' ')) continue;
      if (text.includes(lower(name))) whole.set(lower(name), initialsOf(name));
      if (!concerned) continue;
      for (const word of name.split(' ')) if (word.length > 1) words.set(word, initialsOf(word));
    }
  }
  const me = clean(workspace.me.name);
  if (me) whole.set(lower(me), '');
  return { whole, words };
}

/** Every spelling a source or the user gives, with and without accents. */
function namesOf(person: Person): Set<string> {
  const names = [person.own.name ?? '', ...person.sightings.map((sighting) => sighting.name)].map((name) =>
    name.normalize('NFC').replace(/\s+/g, ' ').trim(),
  );
  return new Set(names.flatMap((name) => [name, name.normalize('NFD').replace(/\p{M}/gu, '')]).filter(Boolean));
}

const lower = (text: string) => text.toLowerCase();

const pattern = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+');
