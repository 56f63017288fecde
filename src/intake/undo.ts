import type { Change } from '#model/change.ts';
import type { CompanyId, Id, ImportId, PersonId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import type { Me } from '#model/me.ts';
import { hasOwnWords, type Person, profileOf } from '#model/person.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { connectionLists, goneSince } from './matching/gone.ts';
import { seenOf } from './matching/groups.ts';
import { ownerOf } from './matching/person-index.ts';

/**
 * Takes an import back: what only it says goes, and so does everybody who is left without a fact, unless
 * they carry the user's own words, a tie, an ask, a question or a target. An unknown import changes nothing.
 */
export function undoImportChange(workspace: Workspace, importId: ImportId): Change {
  const record = workspace.imports.get(importId);
  if (!record) return { what: 'Import', put: [], remove: [] };
  const put: Entry[] = [];
  const remove: Id[] = [importId];
  const needed = peopleNeeded(workspace, importId);
  const left = new Map<PersonId, Person | null>();
  const others = connectionLists(workspace.imports.values(), record.owner).filter(({ id }) => id !== importId);
  for (const person of workspace.people.values()) {
    const without = withoutImport(person, importId, workspace, others);
    if (without === person) continue;
    const isEmpty = without.sightings.length + without.events.length + without.marks.length === 0;
    const kept = !isEmpty || needed.has(person.id) || hasOwnWords(person) ? named(without, person) : null;
    left.set(person.id, kept);
    if (!kept) remove.push(person.id);
  }
  forgetApart(workspace, left);
  for (const kept of left.values()) if (kept) put.push(kept);
  const me = meWithout(workspace.me, importId);
  if (me !== workspace.me) put.push(me);
  const used = companiesUsed(workspace, left, me);
  for (const company of workspace.companies.values()) {
    if (!company.imports.includes(importId)) continue;
    const imports = company.imports.filter((id) => id !== importId);
    const ownWords =
      company.size !== null || company.units !== undefined || company.tags.length > 0 || company.note !== '';
    if (imports.length > 0 || ownWords || used.has(company.id)) put.push({ ...company, imports });
    else remove.push(company.id);
  }
  const names = record.files.map(({ name }) => name.split('/')[0] ?? name);
  const unique = [...new Set(names)];
  const what = unique.length === 1 ? unique[0] : `${unique.length} files`;
  return { what: `Import of ${what} taken back`, put, remove };
}

/** Nobody is noted as somebody else than one who is gone. */
function forgetApart(workspace: Workspace, left: Map<PersonId, Person | null>): void {
  const isGone = (id: PersonId): boolean => left.get(id) === null;
  for (const person of workspace.people.values()) {
    const { notSame } = person.own;
    if (notSame.length === 0 || isGone(person.id) || !notSame.some(isGone)) continue;
    const kept = left.get(person.id) ?? person;
    left.set(person.id, { ...kept, own: { ...kept.own, notSame: notSame.filter((id) => !isGone(id)) } });
  }
}

/** The same object when the import says nothing of the person. `others`: the other lists of its owner. */
function withoutImport(person: Person, importId: ImportId, workspace: Workspace, others: readonly Import[]): Person {
  const touched = [...person.sightings, ...person.events, ...person.marks].some(({ imports }) =>
    imports.includes(importId),
  );
  const isMarkedGone = person.sightings.some(({ gone }) => gone !== null);
  if (!touched && !isMarkedGone) return person;
  const bare: Person = {
    ...person,
    sightings: rest(person.sightings, importId),
    events: rest(person.events, importId),
    marks: rest(person.marks, importId),
  };
  const owner = workspace.imports.get(importId)?.owner;
  const sightings = bare.sightings.map((sighting) =>
    ownerOf(sighting, workspace) === owner ? dated(sighting, bare, person, workspace, others) : sighting,
  );
  const isSame = !touched && sightings.every((sighting, at) => sighting === person.sightings[at]);
  return isSame ? person : { ...bare, sightings };
}

type Sighting = Person['sightings'][number];

/** `seen` and `gone` as the remaining imports say them. */
function dated(
  sighting: Sighting,
  bare: Person,
  before: Person,
  workspace: Workspace,
  lists: readonly Import[],
): Sighting {
  const days = sighting.imports.flatMap((id) => {
    const record = workspace.imports.get(id);
    return record ? [seenOf(record)] : [];
  });
  const lost = before.sightings.some(
    (old) => old.row === sighting.row && old.file === sighting.file && old.imports.length > sighting.imports.length,
  );
  const newest = days.sort().at(-1) ?? '';
  const seen = lost && newest !== '' && newest < sighting.seen ? newest : sighting.seen;
  const gone = sighting.gone === null ? null : goneSince(bare, { ...sighting, seen }, lists);
  return seen === sighting.seen && gone === sighting.gone ? sighting : { ...sighting, seen, gone };
}

function rest<F extends { readonly imports: ImportId[] }>(facts: readonly F[], importId: ImportId): F[] {
  return facts.flatMap((fact) => {
    if (!fact.imports.includes(importId)) return [fact];
    const imports = fact.imports.filter((id) => id !== importId);
    return imports.length > 0 ? [{ ...fact, imports }] : [];
  });
}

/** Somebody who stays keeps the name they were known by. */
function named(without: Person, before: Person): Person {
  if (profileOf(without).name !== '') return without;
  const { name, company, position } = profileOf(before);
  const job = { ...(company ? { company } : {}), ...(position ? { position } : {}) };
  return { ...without, own: { ...job, ...without.own, name } };
}

/** People whom something other than files holds on to. */
function peopleNeeded({ ties, targets, asks, questions, imports }: Workspace, undone: ImportId): Set<PersonId> {
  const needed = new Set<PersonId | null>();
  for (const { a, b, statements } of ties.values())
    for (const id of [a, b, ...statements.map(({ by }) => by)]) needed.add(id);
  for (const { manager, hr, checks } of targets.values())
    for (const id of [manager, ...hr, ...checks.map(({ friend }) => friend)]) needed.add(id);
  for (const { friend, way } of asks.values()) for (const id of [friend, ...way]) needed.add(id);
  for (const { friend, about } of questions.values()) for (const id of [friend, ...about]) needed.add(id);
  for (const { id, owner } of imports.values()) if (id !== undone && owner !== 'me') needed.add(owner);
  needed.delete(null);
  return needed as Set<PersonId>;
}

function meWithout(me: Me, importId: ImportId): Me {
  const speaks = [...me.employers, ...me.schools].some(({ imports }) => imports.includes(importId));
  return speaks ? { ...me, employers: rest(me.employers, importId), schools: rest(me.schools, importId) } : me;
}

function companiesUsed(workspace: Workspace, left: ReadonlyMap<PersonId, Person | null>, me: Me): Set<CompanyId> {
  const used = new Set<CompanyId>();
  for (const { company } of workspace.targets.values()) used.add(company);
  for (const { company } of me.employers) if (company) used.add(company);
  for (const person of workspace.people.values()) {
    const now = left.has(person.id) ? left.get(person.id) : person;
    if (!now) continue;
    if (now.own.company) used.add(now.own.company);
    if (now.own.place) used.add(now.own.place.company);
    for (const { company } of now.sightings) if (company) used.add(company);
  }
  return used;
}
