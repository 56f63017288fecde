import type { Change } from '#model/change.ts';
import { type CompanyId, kindOf, type PersonId } from '#model/ids.ts';
import { companiesOf, type Person } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { myTie, type TieContext } from '#ties/mine.ts';
import type { MyTie } from '#ties/types.ts';

/** What is derived from single people and looked up by every query; one value per revision of the people. */
export interface Facts {
  readonly workspace: Workspace;
  readonly context: TieContext;
  /** Sorted: node v of the network is `ids[v - 1]`, node 0 is me. */
  readonly ids: readonly PersonId[];
  /** 0 for somebody who is not in the workspace. */
  nodeOf(id: PersonId): number;
  mine(person: Person): MyTie;
  /** Friends whose shared list has this person. */
  ownersOf(person: Person): ReadonlySet<PersonId>;
  /** Everybody any source ever named at the company. */
  everAt(company: CompanyId): readonly Person[];
  /** People with a flag of the user's own: no ways, or no first step, through them. */
  readonly flagged: ReadonlySet<PersonId>;
  /** The same for the workspace after small changes to people who were there before. */
  changed(workspace: Workspace, people: readonly Person[]): Facts;
}

/** Ties and owners by person record: records never change, so what was computed for one stands. */
export interface Memory {
  readonly context: TieContext;
  readonly ties: WeakMap<Person, MyTie>;
  readonly owners: WeakMap<Person, ReadonlySet<PersonId>>;
}

export const createMemory = (context: TieContext): Memory => ({
  context,
  ties: new WeakMap(),
  owners: new WeakMap(),
});

export function createFacts(workspace: Workspace, memory: Memory): Facts {
  const ids = [...workspace.people.keys()].sort();
  const nodes = new Map(ids.map((id, i) => [id, i + 1]));
  const companies = new Map<CompanyId, Set<PersonId>>();
  const flagged = new Set<PersonId>();
  for (const person of workspace.people.values()) enter(person, companies, flagged);
  return factsOver(workspace, memory, { ids, nodes, companies, flagged });
}

interface Lookups {
  readonly ids: readonly PersonId[];
  readonly nodes: ReadonlyMap<PersonId, number>;
  /** May name people who left; readers look again. */
  readonly companies: Map<CompanyId, Set<PersonId>>;
  readonly flagged: Set<PersonId>;
}

function factsOver(workspace: Workspace, memory: Memory, lookups: Lookups): Facts {
  const { context } = memory;
  return {
    workspace,
    context,
    ids: lookups.ids,
    flagged: lookups.flagged,
    nodeOf: (id) => lookups.nodes.get(id) ?? 0,
    mine: (person) => remember(memory.ties, person, () => myTie(person, context)),
    ownersOf: (person) => remember(memory.owners, person, () => ownersOf(person, context)),
    everAt: (company) => {
      const there = [...(lookups.companies.get(company) ?? [])].sort().map((id) => workspace.people.get(id));
      return there.filter((person) => person !== undefined && companiesOf(person).includes(company)) as Person[];
    },
    changed(next, people) {
      for (const person of people) enter(person, lookups.companies, lookups.flagged);
      return factsOver(next, memory, lookups);
    },
  };
}

function enter(person: Person, companies: Map<CompanyId, Set<PersonId>>, flagged: Set<PersonId>): void {
  for (const company of companiesOf(person)) {
    const there = companies.get(company);
    if (there) there.add(person.id);
    else companies.set(company, new Set([person.id]));
  }
  const { doNotContact, leaveOut, hr } = person.own;
  if (doNotContact || leaveOut || hr) flagged.add(person.id);
  else flagged.delete(person.id);
}

function ownersOf(person: Person, { imports }: TieContext): ReadonlySet<PersonId> {
  const owners = new Set<PersonId>();
  for (const { listed, gone, imports: ids } of person.sightings) {
    if (!listed || gone !== null) continue;
    for (const id of ids) {
      const owner = imports.get(id)?.owner;
      if (owner !== undefined && owner !== 'me' && owner !== person.id) owners.add(owner);
    }
  }
  return owners.size === 0 ? NOBODY : owners;
}

const NOBODY: ReadonlySet<PersonId> = new Set();

function remember<K extends object, V>(memory: WeakMap<K, V>, key: K, compute: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = compute();
  memory.set(key, value);
  return value;
}

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
