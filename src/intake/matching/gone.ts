import type { ImportId, PersonId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import type { Person, Sighting } from '#model/person.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { seenOf } from './groups.ts';

/** Below this share of the former list a newer one is taken for a part of it, and nobody is marked. */
const LEAST_SHARE = 0.5;

/** The connection lists of one owner among the imports. */
export function connectionLists(imports: Iterable<Import>, owner: 'me' | PersonId): Import[] {
  return [...imports].filter(
    (each) => each.owner === owner && each.files.some(({ kind }) => kind === 'linkedin-connections'),
  );
}

/**
 * People of the owner's former connection lists whom the new, later list no longer has. `isThere` tells
 * who is in the new one. `partial` when so many are missing that it can only be a part of the list.
 */
export function findGone(
  workspace: Workspace,
  owner: 'me' | PersonId,
  seen: Day,
  isThere: (person: PersonId) => boolean,
): { gone: PersonId[]; partial: boolean; before: number } {
  const lists = new Set(connectionLists(workspace.imports.values(), owner).map(({ id }) => id));
  const gone: PersonId[] = [];
  let before = 0;
  if (lists.size === 0) return { gone, partial: false, before };
  for (const person of workspace.people.values()) {
    if (!person.sightings.some((sighting) => isOn(sighting, lists) && sighting.gone === null && sighting.seen <= seen))
      continue;
    before++;
    if (!isThere(person.id)) gone.push(person.id);
  }
  const partial = before - gone.length < before * LEAST_SHARE;
  return { gone: partial ? [] : gone, partial, before };
}

/** The person with the sightings of those lists marked. */
export function markGone(person: Person, lists: ReadonlySet<ImportId>, day: Day): Person {
  const sightings = person.sightings.map((sighting) =>
    isOn(sighting, lists) && sighting.gone === null && sighting.seen <= day ? { ...sighting, gone: day } : sighting,
  );
  return { ...person, sightings };
}

/**
 * Since when a later list of the same owner lacks the person: the earliest such list, null when none
 * does. Recomputed when an import is taken back or an older list comes in.
 */
export function goneSince(person: Person, sighting: Sighting, lists: readonly Import[]): Day | null {
  if (!lists.some(({ id }) => sighting.imports.includes(id))) return null;
  let since: Day | null = null;
  for (const list of lists) {
    const day = seenOf(list);
    const lacks = !person.sightings.some(({ imports, listed }) => listed && imports.includes(list.id));
    if (lacks && day >= sighting.seen && (since === null || day < since)) since = day;
  }
  return since;
}

function isOn(sighting: Sighting, lists: ReadonlySet<ImportId>): boolean {
  return sighting.listed && sighting.imports.some((id) => lists.has(id));
}
