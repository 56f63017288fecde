import type { Change } from '#model/change.ts';
import { type CompanyId, kindOf, type PersonId } from '#model/ids.ts';
import { type Person, wasEverAt } from '#model/person.ts';
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
  const gathered = new Gathered(context, before?.all);
  for (const person of inOrder(workspace)) gathered.add(person);
  return gathered.facts(workspace);
}

/** Facts on their way: people are added in the order of their ids. */
export class Gathered {
  readonly #context: TieContext;
  readonly #lookups: Lookups;
  readonly #lent: readonly Known[];
  #at = 0;

  constructor(context: TieContext, lent: readonly Known[] = []) {
    this.#context = context;
    this.#lookups = { all: [], owners: ownersIn(context), companies: new Map(), flagged: new Set() };
    this.#lent = lent;
  }

  get people(): number {
    return this.#lookups.all.length;
  }

  add(person: Person): void {
    while ((this.#lent[this.#at]?.person.id ?? person.id) < person.id) this.#at++;
    const old = this.#lent[this.#at];
    const { all, owners } = this.#lookups;
    const known = old?.person === person ? old : new KnownPerson(person, this.#context, owners(person));
    known.node = all.push(known);
    enter(person, this.#lookups);
  }

  facts(workspace: Workspace): Facts {
    return factsOver(workspace, this.#context, this.#lookups);
  }
}

/** By id. Most workspaces are stored in order: looking is cheaper than sorting. */
function inOrder({ people }: Workspace): Person[] {
  const all = [...people.values()];
  const stands = all.every(({ id }, i) => i === 0 || (all[i - 1]?.id ?? id) < id);
  return stands ? all : all.sort((x, y) => (x.id < y.id ? -1 : 1));
}

interface Lookups {
  readonly all: Known[];
  readonly owners: (person: Person) => ReadonlySet<PersonId>;
  /** May name people twice, and people who left: readers look again. */
  readonly companies: Map<CompanyId, PersonId[]>;
  readonly flagged: Set<PersonId>;
}

function factsOver(workspace: Workspace, context: TieContext, lookups: Lookups): Facts {
  const { all, owners, companies, flagged } = lookups;
  const byId = (id: PersonId) => all[placeOf(all, id)];
  // Somebody who is not here (a record of another revision) is answered all the same.
  const known = (person: Person) => byId(person.id) ?? new KnownPerson(person, context, owners(person));
  return {
    workspace,
    context,
    all,
    flagged,
    known: byId,
    nodeOf: (id) => byId(id)?.node ?? 0,
    mine: (person) => known(person).tie,
    ownersOf: (person) => known(person).owners,
    everAt: (company) =>
      [...new Set(companies.get(company))]
        .sort()
        .map((id) => byId(id)?.person)
        .filter((person) => person !== undefined)
        .filter((person) => wasEverAt(person, company)),
    changed(next, people) {
      for (const person of people) {
        const fresh = new KnownPerson(person, context, owners(person));
        const at = placeOf(all, person.id);
        fresh.node = at + 1;
        if (at >= 0) all[at] = fresh;
        enter(person, lookups);
      }
      return factsOver(next, context, lookups);
    },
  };
}

/** Where somebody is among people in the order of their ids; -1 when they are not. */
function placeOf(all: readonly Known[], id: PersonId): number {
  let from = 0;
  let to = all.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const there = all[middle]?.person.id ?? id;
    if (there === id) return middle;
    if (there < id) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

class KnownPerson implements Known {
  readonly person: Person;
  readonly mayBeContact: boolean;
  readonly owners: ReadonlySet<PersonId>;
  node = 0;
  readonly #context: TieContext;
  #tie: MyTie | null = null;

  constructor(person: Person, context: TieContext, owners: ReadonlySet<PersonId>) {
    this.person = person;
    this.mayBeContact = mayBeContact(person, context);
    this.owners = owners;
    this.#context = context;
  }

  get tie(): MyTie {
    this.#tie ??= myTie(this.person, this.#context);
    return this.#tie;
  }
}

function enter(person: Person, { companies, flagged }: Lookups): void {
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

/** Whose shared lists a person is on. Most are on one: those of one list share one set. */
function ownersIn({ imports }: TieContext): Lookups['owners'] {
  const alone = new Map<PersonId, ReadonlySet<PersonId>>();
  return ({ id, sightings }) => {
    let owners: ReadonlySet<PersonId> = NOBODY;
    for (const sighting of sightings) {
      if (!sighting.listed || sighting.gone !== null) continue;
      for (const from of sighting.imports) {
        const owner = imports.get(from)?.owner;
        if (owner === undefined || owner === 'me' || owner === id || owners.has(owner)) continue;
        const one = alone.get(owner) ?? new Set([owner]);
        alone.set(owner, one);
        owners = owners.size === 0 ? one : new Set([...owners, owner]);
      }
    }
    return owners;
  };
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
