import type { Change } from '#model/change.ts';
import { type ImportId, kindOf, type PersonId } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import type { Facts } from './facts.ts';

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
  const before = facts.workspace;
  const put = new Map<PersonId, Person>();
  const gone = new Set<PersonId>();
  const left = new Set<ImportId>();
  for (const id of change.remove) {
    if (kindOf(id) === 'person' && before.people.has(id as PersonId)) gone.add(id as PersonId);
    if (kindOf(id) === 'import') left.add(id as ImportId);
  }
  for (const entry of change.put) {
    const kind = kindOf(entry.id);
    if (kind === 'import' && (before.imports.has(entry.id as ImportId) || facts.missing.has(entry.id as ImportId)))
      return null;
    if (kind === 'person') put.set(entry.id as PersonId, entry as Person);
  }
  for (const id of put.keys()) gone.delete(id);
  if (put.size + gone.size > 1 + before.people.size * LARGE) return null;
  for (const id of gone) if ((before.people.get(id)?.events.length ?? 0) > 0) return null;
  for (const [id, person] of put) if (!sameMessages(before.people.get(id)?.events ?? [], person.events)) return null;
  const stays = ({ id }: Person) => !put.has(id) && !gone.has(id);
  if (left.size > 0 && facts.all.some(({ person }) => stays(person) && names(person, left))) return null;
  return { people: [...put.values()], gone: [...gone] };
}

function names(person: Person, imports: ReadonlySet<ImportId>): boolean {
  return [person.sightings, person.events].some((said) =>
    said.some((one) => one.imports.some((id) => imports.has(id))),
  );
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
