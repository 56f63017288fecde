import type { CompanyId, ImportId, PersonId } from '#model/ids.ts';
import { type Person, wasEverAt } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { LEFT } from '#paths/renumber.ts';
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
  /** How many facts of people name the import. */
  naming(id: ImportId): number;
  /** The same once those people are put and those gone; messages and the imports of everybody else stand. */
  changed(workspace: Workspace, people: readonly Person[], gone: readonly PersonId[]): Changed;
}

export interface Changed {
  readonly facts: Facts;
  /** In the order of their ids. */
  readonly touched: readonly Touched[];
  /** The new number of each node (LEFT: gone); null while the old ones stand. */
  readonly moved: Int32Array | null;
}

/** Somebody before and after a change; null when they were not there. `node` is their number now, or 0. */
export interface Touched {
  readonly id: PersonId;
  readonly was: Known | null;
  readonly is: Known | null;
  readonly node: number;
}

export function createFacts(workspace: Workspace, context: TieContext): Facts {
  const gathered = new Gathered(context);
  for (const person of inOrder(workspace)) gathered.add(person);
  return gathered.facts(workspace);
}

/** Facts on their way: people are added in the order of their ids. */
export class Gathered {
  readonly #context: TieContext;
  readonly #lookups: Lookups = { all: [], companies: new Map(), flagged: new Set(), naming: new Map() };
  readonly #owners: Owners;

  constructor(context: TieContext) {
    this.#context = context;
    this.#owners = ownersIn(context);
  }

  get people(): number {
    return this.#lookups.all.length;
  }

  add(person: Person): void {
    this.#lookups.all.push(new KnownPerson(person, this.#context, this.#owners(person)));
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
  /** May name people twice, and people who left: readers look again. */
  readonly companies: Map<CompanyId, PersonId[]>;
  readonly flagged: Set<PersonId>;
  readonly naming: Map<ImportId, { facts: number }>;
}

function factsOver(workspace: Workspace, context: TieContext, lookups: Lookups): Facts {
  const { all, companies, flagged, naming } = lookups;
  const owners = ownersIn(context);
  const byId = (id: PersonId) => all[placeOf(all, id)];
  // Somebody who is not here (a record of another revision) is answered all the same.
  const known = (person: Person) => byId(person.id) ?? new KnownPerson(person, context, owners(person));
  return {
    workspace,
    context,
    all,
    flagged,
    naming: (id) => naming.get(id)?.facts ?? 0,
    known: byId,
    nodeOf: (id) => placeOf(all, id) + 1,
    mine: (person) => known(person).tie,
    ownersOf: (person) => known(person).owners,
    everAt: (company) =>
      [...new Set(companies.get(company))]
        .sort()
        .map((id) => byId(id)?.person)
        .filter((person) => person !== undefined)
        .filter((person) => wasEverAt(person, company)),
    changed(next, people, gone) {
      const now: TieContext = { imports: next.imports, shift: context.shift };
      const ownersNow = ownersIn(now);
      const put = people.map((person) => new KnownPerson(person, now, ownersNow(person)));
      const { merged, ...rest } = merge(all, put, gone);
      for (const { was, is } of rest.touched) {
        if (was) leave(was.person, lookups);
        if (is) enter(is.person, lookups);
      }
      return { facts: factsOver(next, now, { ...lookups, all: merged }), ...rest };
    },
  };
}

/** Where somebody is among people in the order of their ids; -1 when they are not. */
function placeOf(all: readonly Known[], id: PersonId): number {
  const place = placeFor(all, id);
  return all[place]?.person.id === id ? place : -1;
}

/** How many come before that id. */
function placeFor(all: readonly Known[], id: PersonId): number {
  let from = 0;
  let to = all.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((all[middle]?.person.id ?? id) < id) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** People put among the others, and others gone: a new list, and where everybody went when the numbering moved. */
function merge(all: readonly Known[], put: readonly Known[], gone: readonly PersonId[]) {
  const going = [...put.map((is) => ({ id: is.person.id, is })), ...gone.map((id) => ({ id, is: null }))];
  going.sort((x, y) => (x.id < y.id ? -1 : 1));
  const places = going.map(({ id, is }) => {
    const place = placeFor(all, id);
    const there = all[place];
    return { id, is, place, was: there?.person.id === id ? there : null };
  });
  if (places.every(({ was, is }) => was && is)) {
    const merged = all.slice();
    for (const { place, is } of places) if (is) merged[place] = is;
    return { merged, moved: null, touched: places.map(({ place, ...rest }) => ({ ...rest, node: place + 1 })) };
  }
  const merged = all.slice();
  const moved = new Int32Array(all.length + 1);
  const touched: Touched[] = [];
  let from = 0;
  let to = 0;
  const keepUpTo = (place: number) => {
    while (from < place) {
      merged[to++] = all[from++] as Known;
      moved[from] = to;
    }
  };
  for (const { id, is, was, place } of places) {
    keepUpTo(place);
    if (is) merged[to++] = is;
    if (was) moved[++from] = is ? to : LEFT;
    touched.push({ id, is, was, node: is ? to : 0 });
  }
  keepUpTo(all.length);
  merged.length = to;
  return { merged, moved, touched };
}

class KnownPerson implements Known {
  readonly person: Person;
  readonly mayBeContact: boolean;
  readonly owners: ReadonlySet<PersonId>;
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

function enter(person: Person, { companies, flagged, naming }: Omit<Lookups, 'all'>): void {
  for (const { company } of person.sightings) if (company !== null) place(company, person.id, companies);
  const { doNotContact, leaveOut, hr, company } = person.own;
  if (company) place(company, person.id, companies);
  if (doNotContact || leaveOut || hr) flagged.add(person.id);
  for (const id of importsNamed(person)) {
    const count = naming.get(id);
    if (count) count.facts++;
    else naming.set(id, { facts: 1 });
  }
}

function leave(person: Person, { flagged, naming }: Omit<Lookups, 'all'>): void {
  flagged.delete(person.id);
  for (const id of importsNamed(person)) {
    const count = naming.get(id);
    if (count) count.facts--;
  }
}

/** By each fact that ties are read from. */
export function importsNamed({ sightings, events }: Person): ImportId[] {
  const named: ImportId[] = [];
  for (const { imports } of sightings) for (const id of imports) named.push(id);
  for (const { imports } of events) for (const id of imports) named.push(id);
  return named;
}

function place(company: CompanyId, person: PersonId, companies: Map<CompanyId, PersonId[]>): void {
  const there = companies.get(company);
  if (!there) companies.set(company, [person]);
  else if (there[there.length - 1] !== person) there.push(person);
}

type Owners = (person: Person) => ReadonlySet<PersonId>;

/** Whose shared lists a person is on. Most are on one: those of one list share one set. */
function ownersIn({ imports }: TieContext): Owners {
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
