import type { Change } from '#model/change.ts';
import type { PersonId } from '#model/ids.ts';
import { newId } from '#model/ids.ts';
import { NO_OWN_WORDS, type OwnWords, type Person, personByHand } from '#model/person.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { companyNamed } from './company.ts';
import { counted, nameOf, nothing } from './words.ts';

/** Somebody by hand, and the company when it is new. */
export function addPerson(
  workspace: Workspace,
  own: Partial<OwnWords> & { name: string },
  company: string | undefined,
  today: Day,
): { id: PersonId; change: Change } {
  const id = newId('person');
  const at = company?.trim() ? companyNamed(workspace, company) : null;
  const person = personByHand(id, dated({ ...own, ...(at && { company: at.id }) }, own, today));
  return { id, change: { what: `New person ${own.name}`, put: [...(at?.change.put ?? []), person], remove: [] } };
}

/** Own words put in place; a field that is `undefined` in `edit` is taken back. */
export function editPerson(workspace: Workspace, id: PersonId, edit: Partial<OwnWords>, today: Day): Change {
  const person = workspace.people.get(id);
  if (!person) return nothing;
  return { what: `Edit of ${nameOf(workspace, id)}`, put: [withWords(person, edit, today)], remove: [] };
}

/** The same for many people, each from their own words: one step to undo. */
export function editPeople(
  workspace: Workspace,
  ids: readonly PersonId[],
  edit: (own: OwnWords) => Partial<OwnWords>,
  today: Day,
): Change {
  const people = ids.flatMap((id) => workspace.people.get(id) ?? []);
  const put = people.map((person) => withWords(person, edit(person.own), today));
  return { what: `Edit of ${counted(people.length, 'person', 'people')}`, put, remove: [] };
}

/** The same closeness for many people; null takes the word back. */
export function label(
  workspace: Workspace,
  ids: readonly PersonId[],
  closeness: OwnWords['closeness'] | null,
  today: Day,
): Change {
  const people = ids.map((id) => workspace.people.get(id)).filter((person) => person !== undefined);
  const [only] = people;
  const whose = only && people.length === 1 ? nameOf(workspace, only.id) : counted(people.length, 'person', 'people');
  const put = people.map((person) => withWords(person, { closeness: closeness ?? undefined }, today));
  return { what: `Closeness of ${whose}`, put, remove: [] };
}

function withWords(person: Person, edit: Partial<OwnWords>, today: Day): Person {
  return { ...person, own: dated({ ...person.own, ...edit }, edit, today) };
}

/** Closeness is dated by the day it was said, undated when it is taken back, and no longer assumed once it is said. */
function dated<T extends Partial<OwnWords>>(own: T, edit: Partial<OwnWords>, today: Day): T {
  const { closeness: said, closenessAssumed } = edit;
  const on = said === undefined || closenessAssumed ? undefined : today;
  const closeness = 'closeness' in edit ? { closenessOn: on, closenessAssumed } : {};
  const fields = Object.entries({ ...own, ...closeness }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as T;
}

/**
 * The chosen sightings become a person of their own, with the messages and marks of files that only they
 * are in. Each is noted as "not the same", so that the next import does not join them again.
 */
export function splitPerson(
  workspace: Workspace,
  id: PersonId,
  chosen: readonly number[],
): { id: PersonId; change: Change } {
  const newcomer = newId('person');
  const person = workspace.people.get(id);
  if (!person) return { id: newcomer, change: nothing };
  const goes = new Set(chosen);
  const going = person.sightings.filter((_, index) => goes.has(index));
  const staying = person.sightings.filter((_, index) => !goes.has(index));
  const stays = new Set(staying.map((sighting) => sighting.file));
  const moved = new Set(going.map((sighting) => sighting.file).filter((file) => !stays.has(file)));
  const leaves = ({ file }: { file: string }): boolean => moved.has(file);
  const rest: Person = {
    ...person,
    sightings: staying,
    events: person.events.filter((list) => !leaves(list)),
    marks: person.marks.filter((mark) => !leaves(mark)),
    own: { ...person.own, notSame: [...person.own.notSame, newcomer] },
  };
  const split: Person = {
    id: newcomer,
    sightings: going.map((sighting) => ({ ...sighting, why: 'you-said-so' })),
    events: person.events.filter(leaves),
    marks: person.marks.filter(leaves),
    own: { ...NO_OWN_WORDS, notSame: [id] },
  };
  return {
    id: newcomer,
    change: { what: `Split of ${nameOf(workspace, id)} into two people`, put: [rest, split], remove: [] },
  };
}
