import { type CompanyId, type PersonId, tieIdOf } from '#model/ids.ts';
import { companiesOf, type Person } from '#model/person.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Day } from '#model/time.ts';
import { buildNetwork, type Network, type TieColumns } from '#paths/network.ts';
import { tieBetween } from '#ties/between.ts';
import { type Inferred, inferTie } from '#ties/curve.ts';
import type { ListedFact } from '#ties/evidence-between.ts';
import { type Shared, sharedAt, stayAt } from '#ties/shared.ts';
import type { TieBetween } from '#ties/types.ts';
import { Columns } from './columns.ts';
import type { Facts, Known, Touched } from './facts.ts';

/** Why a pair is thought to know each other: kept for the sentence. */
export interface Guess extends Inferred {
  readonly company: CompanyId;
  readonly shared: Shared;
  /** Friends whose lists have both. */
  readonly sharers: readonly PersonId[];
}

/** Inferred ties of the targets' managers: manager, then the other. */
export type Guesses = ReadonlyMap<PersonId, ReadonlyMap<PersonId, Guess>>;

/** Guesses only for hiring managers of targets, with people who share a company with them (WARMTH.md §4). */
export function guessesOf(facts: Facts): Guesses {
  return guessesAmong(facts, new Map(), (company) => facts.everAt(company));
}

/** The same once only those people are others than when `before` was guessed. */
export function guessesAfter(facts: Facts, before: Guesses, touched: readonly Touched[]): Guesses {
  const ids = new Set(touched.map(({ id }) => id));
  const there = new Map<CompanyId, Person[]>();
  const enter = (company: CompanyId | null | undefined, person: Person) => {
    const others = company && there.get(company);
    if (others) others.push(person);
    else if (company) there.set(company, [person]);
  };
  for (const { is } of touched) {
    if (!is) continue;
    for (const { company } of is.person.sightings) enter(company, is.person);
    enter(is.person.own.company, is.person);
  }
  const stand = new Map<PersonId, ReadonlyMap<PersonId, Guess>>();
  for (const [manager, others] of before) {
    if (!ids.has(manager)) stand.set(manager, new Map([...others].filter(([other]) => !ids.has(other))));
  }
  return guessesAmong(facts, stand, (company) => there.get(company) ?? []);
}

/** Those that stand, and those of the people `there`; of everybody, for a manager of whom none stand. */
function guessesAmong(facts: Facts, stand: Guesses, there: (company: CompanyId) => readonly Person[]): Guesses {
  const guesses = new Map<PersonId, Map<PersonId, Guess>>();
  for (const target of facts.workspace.targets.values()) {
    const manager = target.manager && facts.workspace.people.get(target.manager);
    if (!manager) continue;
    const standing = stand.get(manager.id);
    const found = guesses.get(manager.id) ?? new Map(standing);
    guesses.set(manager.id, found);
    for (const company of new Set([target.company, ...companiesOf(manager)])) {
      const others = standing ? there(company) : facts.everAt(company);
      guessAt(facts, manager, company, company === target.company, others, found);
    }
  }
  return guesses;
}

function guessAt(
  facts: Facts,
  manager: Person,
  company: CompanyId,
  works: boolean,
  others: readonly Person[],
  found: Map<PersonId, Guess>,
): void {
  const record = facts.workspace.companies.get(company);
  if (!record || (record.size === null && !record.units)) return;
  const { imports } = facts.context;
  const owners = facts.ownersOf(manager);
  const theirs = stayAt(record, manager, imports, works);
  for (const other of others) {
    if (other.id === manager.id) continue;
    const shared = sharedAt(record, stayAt(record, other, imports), theirs);
    if (!shared) continue;
    const sharers = owners.size > 0 ? [...facts.ownersOf(other)].filter((owner) => owners.has(owner)) : [];
    const inferred = inferTie(record.size, shared, sharers.length);
    if (!inferred || inferred.p <= (found.get(other.id)?.p ?? 0)) continue;
    found.set(other.id, { ...inferred, company, shared, sharers });
  }
}

export function guessOf(guesses: Guesses, a: PersonId, b: PersonId): Guess | null {
  const one = guesses.get(a)?.get(b) ?? null;
  const other = guesses.get(b)?.get(a) ?? null;
  return one && other ? (one.p >= other.p ? one : other) : (one ?? other);
}

/** Whose shared list has whom, of two people; newest first. */
export function listedOf(facts: Facts, a: Person, b: Person): ListedFact[] {
  const found: ListedFact[] = [];
  for (const [owner, member] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!facts.ownersOf(member).has(owner.id)) continue;
    for (const { listed, gone, imports, file, connected, seen } of member.sightings) {
      const theirs = imports.filter((id) => facts.workspace.imports.get(id)?.owner === owner.id);
      if (!listed || gone !== null || theirs.length === 0) continue;
      found.push({ owner, member, file, on: connected ?? seen, imports: theirs });
    }
  }
  return found.sort((x, y) => ((x.on ?? '') < (y.on ?? '') ? 1 : -1));
}

/** The one tie between two people other than me; null when there is none. */
export function pairTie(facts: Facts, guesses: Guesses, a: Person, b: Person): TieBetween | null {
  const statements = facts.workspace.ties.get(tieIdOf(a.id, b.id))?.statements ?? [];
  const listed: Day | null = listedOf(facts, a, b)[0]?.on ?? null;
  return tieBetween(a.id, b.id, { statements, listed, inferred: guessOf(guesses, a.id, b.id) });
}

/** My step to somebody as the network has it; null when they are no first step. */
export function firstStep(known: Known): { p: number; standing: number } | null {
  if (!known.mayBeContact || known.person.own.leaveOut) return null;
  const { tie } = known;
  if (tie.standing === null) return null;
  return { p: tie.order, standing: STANDINGS.indexOf(tie.standing) };
}

/** The whole network in columns: my ties, friends' lists, what was said, what is inferred. */
export function networkOf(facts: Facts, guesses: Guesses): Network {
  return buildNetwork(facts.all.length + 1, columnsOf(facts, guesses));
}

export function columnsOf(facts: Facts, guesses: Guesses): TieColumns {
  const columns = new Columns();
  const special = specialPairs(facts, guesses);
  const nodes = new Map<PersonId, number>();
  const nodeOf = (id: PersonId): number => {
    const node = nodes.get(id) ?? facts.nodeOf(id);
    nodes.set(id, node);
    return node;
  };
  facts.all.forEach((known, i) => {
    const { person, owners } = known;
    const mine = firstStep(known);
    if (mine) columns.add(0, i + 1, mine.p, mine.standing);
    const { id } = person;
    for (const owner of owners) {
      const node = nodeOf(owner);
      if (node > 0 && !(special.people.has(id) && special.pairs.has(tieIdOf(owner, id))))
        columns.add(node, i + 1, LISTED.p, LISTED.standing);
    }
  });
  for (const [a, b] of special.pairs.values()) {
    const tie = pairTie(facts, guesses, a, b);
    if (tie) columns.add(facts.nodeOf(a.id), facts.nodeOf(b.id), tie.p, STANDINGS.indexOf(tie.standing));
  }
  return columns.done();
}

/** What a pair gets that is only on a list. */
export const LISTED = { p: 0.25, standing: STANDINGS.indexOf('listed') };

/** Pairs about which more is known than a list. */
function specialPairs(facts: Facts, guesses: Guesses) {
  const { people, ties } = facts.workspace;
  const pairs = new Map<string, readonly [Person, Person]>();
  const named = new Set<PersonId>();
  const add = (one: PersonId, other: PersonId) => {
    const a = people.get(one);
    const b = people.get(other);
    if (!a || !b || a === b) return;
    pairs.set(tieIdOf(one, other), [a, b]);
    named.add(one).add(other);
  };
  for (const tie of ties.values()) add(tie.a, tie.b);
  for (const [manager, others] of guesses) for (const other of others.keys()) add(other, manager);
  return { pairs, people: named };
}
