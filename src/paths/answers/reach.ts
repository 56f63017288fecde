import type { Change } from '#model/change.ts';
import { type ImportId, kindOf, type PersonId } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import { type Facts, importsNamed } from './facts.ts';

/** Whom a change touches: put anew, whether known before or not, and gone. */
export interface Reach {
  readonly people: readonly Person[];
  readonly gone: readonly PersonId[];
}

/** Above this share of the people, all is computed anew for less. */
const LARGE = 0.25;

/**
 * Whom to look at again after a change; null when it asks for all. That is so where messages may have changed, or
 * the dates they are read by (my ties are fitted to all of them), where an import that was there is rewritten, or
 * people stay who name one that comes or goes, and where a large part of the people is touched.
 */
export function reachOf(facts: Facts, change: Change): Reach | null {
  const before = facts.workspace.people;
  const put = new Map<PersonId, Person>();
  for (const entry of change.put) if (kindOf(entry.id) === 'person') put.set(entry.id as PersonId, entry as Person);
  const gone = new Set<PersonId>();
  for (const id of change.remove as PersonId[]) if (before.has(id) && !put.has(id)) gone.add(id);
  if (put.size + gone.size > 1 + before.size * LARGE) return null;
  for (const id of gone) if ((before.get(id)?.events.length ?? 0) > 0) return null;
  for (const [id, person] of put) if (!sameMessages(before.get(id)?.events ?? [], person.events)) return null;
  if (!importsFit(facts, change, [...put.keys(), ...gone])) return null;
  return { people: [...put.values()], gone: [...gone] };
}

/** Whether imports only come or go, and only with people who name them. */
function importsFit(facts: Facts, change: Change, touched: readonly PersonId[]): boolean {
  const { people, imports } = facts.workspace;
  const left = new Map<ImportId, number>();
  for (const id of change.remove) if (kindOf(id) === 'import') left.set(id as ImportId, facts.naming(id as ImportId));
  for (const { id } of change.put)
    if (kindOf(id) === 'import' && (imports.has(id as ImportId) || facts.naming(id as ImportId) > 0)) return false;
  if (left.size === 0) return true;
  for (const person of touched) {
    const known = people.get(person);
    for (const id of known ? importsNamed(known) : []) left.set(id, (left.get(id) ?? 0) - 1);
  }
  return [...left.values()].every((others) => others <= 0);
}

/** By value: the record may have been copied on its way here. */
function sameMessages(a: Person['events'], b: Person['events']): boolean {
  if (a.length !== b.length) return false;
  return a.every((event, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      event.channel === other.channel &&
      event.imports.join() === other.imports.join() &&
      sameSeconds(event.theirs, other.theirs) &&
      sameSeconds(event.mine, other.mine)
    );
  });
}

function sameSeconds(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((second, i) => second === b[i]);
}
