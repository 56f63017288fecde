import type { Change } from '#model/change.ts';
import { type CompanyId, kindOf, type PersonId } from '#model/ids.ts';
import { companiesOf, type Person, profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { mayBeContact, myTie, type TieContext } from '#ties/mine.ts';
import type { MyTie } from '#ties/types.ts';

/** What is derived from one person alone; stands as long as the record does. */
export interface Known {
  readonly person: Person;
  /** Worked out when first asked for: of 150,000 people most are only on friends' lists. */
  readonly tie: MyTie;
  /** False: nothing ties me to them, and `tie` has no standing. */
  readonly mayBeContact: boolean;
  /** Friends whose shared list has this person. */
  readonly owners: ReadonlySet<PersonId>;
  /** In the network; renumbered when people come or go. */
  node: number;
}

/** What every query looks up about people; one value per revision of them. */
export interface Facts {
  readonly workspace: Workspace;
  readonly context: TieContext;
  /** In the order of their ids: node v of the network is `all[v - 1]`, node 0 is me. */
  readonly all: readonly Known[];
  known(id: PersonId): Known | undefined;
  /** 0 for somebody who is not in the workspace. */
  nodeOf(id: PersonId): number;
  mine(person: Person): MyTie;
  ownersOf(person: Person): ReadonlySet<PersonId>;
  /** Everybody any source ever named at the company. */
  everAt(company: CompanyId): readonly Person[];
  /** People with a flag of the user's own: no ways, or no first step, through them. */
  readonly flagged: ReadonlySet<PersonId>;
  /** The same after changes to the own words of people who were there before. */
  changed(workspace: Workspace, people: readonly Person[]): Facts;
}

/** `before` lends what was computed for records that are still the same, of the same context. */
export function createFacts(workspace: Workspace, context: TieContext, before: Facts | null = null): Facts {
  const companies = new Map<CompanyId, PersonId[]>();
  const flagged = new Set<PersonId>();
  const all: Known[] = [];
  const byId = new Map<PersonId, Known>();
  for (const id of sortedIds(workspace)) {
    const person = workspace.people.get(id);
    if (!person) continue;
    const lent = before?.known(id);
    const known = lent?.person === person ? lent : new KnownPerson(person, context);
    known.node = all.push(known);
    byId.set(id, known);
    enter(person, companies, flagged);
  }
  return factsOver(workspace, context, { all, byId, companies, flagged });
}

/** Most workspaces are stored in order: looking is cheaper than sorting. */
function sortedIds({ people }: Workspace): PersonId[] {
  const ids = [...people.keys()];
  return ids.every((id, i) => i === 0 || (ids[i - 1] ?? id) < id) ? ids : ids.sort();
}

interface Lookups {
  readonly all: Known[];
  readonly byId: Map<PersonId, Known>;
  /** May name people twice, and people who left: readers look again. */
  readonly companies: Map<CompanyId, PersonId[]>;
  readonly flagged: Set<PersonId>;
}

function factsOver(workspace: Workspace, context: TieContext, lookups: Lookups): Facts {
  const { all, byId, companies, flagged } = lookups;
  // Somebody who is not here (a record of another revision) is answered all the same.
  const known = (person: Person) => byId.get(person.id) ?? new KnownPerson(person, context);
  return {
    workspace,
    context,
    all,
    flagged,
    known: (id) => byId.get(id),
    nodeOf: (id) => byId.get(id)?.node ?? 0,
    mine: (person) => known(person).tie,
    ownersOf: (person) => known(person).owners,
    everAt: (company) =>
      [...new Set(companies.get(company))]
        .sort()
        .map((id) => byId.get(id)?.person)
        .filter((person) => person !== undefined)
        .filter((person) => companiesOf(person).includes(company)),
    changed(next, people) {
      for (const person of people) {
        const node = byId.get(person.id)?.node ?? 0;
        const fresh = new KnownPerson(person, context);
        fresh.node = node;
        all[node - 1] = fresh;
        byId.set(person.id, fresh);
        enter(person, companies, flagged);
      }
      return factsOver(next, context, lookups);
    },
  };
}

class KnownPerson implements Known {
  readonly person: Person;
  readonly mayBeContact: boolean;
  readonly owners: ReadonlySet<PersonId>;
  node = 0;
  readonly #context: TieContext;
  #tie: MyTie | null = null;

  constructor(person: Person, context: TieContext) {
    this.person = person;
    this.mayBeContact = mayBeContact(person, context);
    this.owners = ownersOf(person, context);
    this.#context = context;
  }

  get tie(): MyTie {
    this.#tie ??= myTie(this.person, this.#context);
    return this.#tie;
  }
}

/** The company somebody works at now, as far as known. Most people have one source, and need no profile. */
export function companyNow(person: Person): CompanyId | null {
  const [only] = person.sightings;
  if (person.own.company !== undefined) return person.own.company;
  return person.sightings.length === 1 && only ? only.company : profileOf(person).company;
}

function enter(person: Person, companies: Map<CompanyId, PersonId[]>, flagged: Set<PersonId>): void {
  for (const { company } of person.sightings) if (company !== null) place(company, person.id, companies);
  const { doNotContact, leaveOut, hr, company } = person.own;
  if (company) place(company, person.id, companies);
  if (doNotContact || leaveOut || hr) flagged.add(person.id);
  else flagged.delete(person.id);
}

function place(company: CompanyId, person: PersonId, companies: Map<CompanyId, PersonId[]>): void {
  const there = companies.get(company);
  if (!there) companies.set(company, [person]);
  else if (there[there.length - 1] !== person) there.push(person);
}

function ownersOf(person: Person, { imports }: TieContext): ReadonlySet<PersonId> {
  let owners: Set<PersonId> | null = null;
  for (const { listed, gone, imports: ids } of person.sightings) {
    if (!listed || gone !== null) continue;
    for (const id of ids) {
      const owner = imports.get(id)?.owner;
      if (owner === undefined || owner === 'me' || owner === person.id) continue;
      owners ??= new Set();
      owners.add(owner);
    }
  }
  return owners ?? NOBODY;
}

const NOBODY: ReadonlySet<PersonId> = new Set();

/** How far a change goes. */
export interface Reach {
  /** People whose own words alone changed, so that numbering and lists stand; null when it asks for more. */
  readonly people: readonly Person[] | null;
  /** Whether messages, or the dates they are read by, may have changed. */
  readonly messages: boolean;
}

const EVERYTHING: Reach = { people: null, messages: true };

export function reachOf(before: Workspace, change: Change): Reach {
  const ids = [...change.remove, ...change.put.map(({ id }) => id)];
  if (ids.length > SMALL || ids.some((id) => kindOf(id) === 'import')) return EVERYTHING;
  const removed = change.remove.filter((id) => kindOf(id) === 'person') as PersonId[];
  if (removed.some((id) => (before.people.get(id)?.events.length ?? 0) > 0)) return EVERYTHING;
  const people = change.put.filter((entry) => kindOf(entry.id) === 'person') as Person[];
  let stands = removed.length === 0;
  for (const person of people) {
    const known = before.people.get(person.id);
    if (!sameMessages(known?.events ?? [], person.events)) return EVERYTHING;
    stands &&= known !== undefined && JSON.stringify(known.sightings) === JSON.stringify(person.sightings);
  }
  return { people: stands ? people : null, messages: false };
}

/** More records at once than any single edit puts. */
const SMALL = 200;

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
