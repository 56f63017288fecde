import type { Accepted, OwnFacts, Update } from '#intake/types.ts';
import type { CompanyId, ImportId, PersonId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import { notSame, type Person } from '#model/person.ts';
import type { Problem } from '#model/problem.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { type Built, buildPerson } from './build-person.ts';
import { connectionLists, findGone, goneSince, markGone } from './gone.ts';
import type { Group } from './groups.ts';
import { mergeOwn } from './own-facts.ts';
import type { Placed } from './placed.ts';
import type { Slot } from './slot.ts';
import { type Survey, surveyOf } from './survey.ts';

/**
 * What the import comes to once the doubtful ones are decided: by index, which option is the same person
 * (null: none of them). Those without a decision stay two people.
 * Counting is cheap; the people themselves are built when the import is accepted.
 */
export class Outcome {
  readonly updates: Update[] = [];
  readonly problems: Problem[] = [];
  readonly counts = { added: 0, same: 0, updated: 0 };
  messages = 0;
  marks = 0;
  gone = 0;
  /** People the import speaks of. */
  readonly #touched: readonly Slot[];
  /** Slots that were decided to be the same person as one of those. */
  readonly #others: ReadonlyMap<Slot, readonly Slot[]>;
  readonly #perGroup: { added: number; same: number; updated: number }[];
  /** People missing from a newer list, by the day of that list. */
  readonly #missing = new Map<PersonId, string>();

  constructor(
    private readonly placed: Placed,
    private readonly workspace: Workspace,
    private readonly decided: ReadonlyMap<number, number | null>,
  ) {
    this.#perGroup = placed.groups.map(() => ({ added: 0, same: 0, updated: 0 }));
    const into = takenFor(placed, decided);
    this.#others = gathered(into);
    this.#touched = placed.slots.filter(
      (slot) => !into.has(slot) && (slot.isTouched || this.#othersOf(slot).length > 0),
    );
    for (const slot of this.#touched) {
      const others = this.#othersOf(slot);
      this.#count(surveyOf(slot, others, placed, workspace), slot, others);
    }
    for (const [index, group] of placed.groups.entries()) this.#findMissing(group, index);
    this.gone = this.#missing.size;
  }

  /** The change that stores it all, and what to say when it is done. */
  accepted(own: Partial<OwnFacts>): Accepted {
    const { companies, groups } = this.placed;
    const imports = groups.map(({ record }, index): Import => {
      return { ...record, counts: { ...record.counts, ...this.#perGroup[index] } };
    });
    for (const [index, { record }] of groups.entries()) this.#mentionCompanies(index, record.id);
    const first = imports[0]?.id;
    const me = first ? mergeOwn(this.workspace.me, own, first, (name) => this.#ownCompany(name, first)) : null;
    const put: Entry[] = [...imports, ...companies.changed(), ...this.#people(), ...(me ? [me] : [])];
    return { change: { what: `Import of ${filesOf(groups)}`, put, remove: [] }, summary: this.#summary() };
  }

  #othersOf(slot: Slot): readonly Slot[] {
    return (this.#others.size > 0 && this.#others.get(slot)) || NOBODY;
  }

  #count({ status, updates, newMessages, newMarks }: Survey, slot: Slot, others: readonly Slot[]): void {
    this.counts[status]++;
    this.messages += newMessages;
    this.marks += newMarks;
    for (const update of updates) this.updates.push(update);
    let as = status;
    for (const group of groupsOf(slot, others, this.placed.groups.length)) {
      const counts = this.#perGroup[group];
      if (counts) counts[as]++;
      // A person is new to the first import that brings them, known to the others.
      if (status === 'added') as = 'same';
    }
  }

  #people(): Iterable<Person> {
    const { groups, owner } = this.placed;
    const former = connectionLists(this.workspace.imports.values(), owner);
    const added = connectionLists(
      groups.map(({ record }) => record),
      owner,
    );
    const people = new Map<PersonId, Person>();
    for (const slot of this.#touched) {
      const built = buildPerson(slot, this.#othersOf(slot), this.placed, this.workspace);
      people.set(slot.id, former.length === 0 ? built.person : withGone(built, [...former, ...added]));
    }
    const lists = new Set(former.map(({ id }) => id));
    for (const [id, day] of this.#missing) {
      const person = people.get(id) ?? this.workspace.people.get(id);
      if (person) people.set(id, markGone(person, lists, day));
    }
    this.#keepApart(people);
    return people.values();
  }

  /** Who was said to be two people is not asked about again. */
  #keepApart(people: Map<PersonId, Person>): void {
    for (const [index, { made, options }] of this.placed.suspicions.entries()) {
      if (this.decided.get(index) !== null) continue;
      for (const [one, other] of options.flatMap(({ id }) => [[made.id, id] as const, [id, made.id] as const])) {
        const person = people.get(one) ?? this.workspace.people.get(one);
        if (person) people.set(one, notSame(person, other));
      }
    }
  }

  #findMissing({ outs, seen }: Group, index: number): void {
    const list = outs.find(({ kind, candidates }) => kind === 'linkedin-connections' && candidates.length > 0);
    if (!list) return;
    const present = new Set<PersonId>();
    for (const slot of this.#touched)
      if (slot.known && [slot, ...this.#othersOf(slot)].some((each) => isListedIn(each, index))) present.add(slot.id);
    const found = findGone(this.workspace, this.placed.owner, seen, (person) => present.has(person));
    for (const id of found.gone) this.#missing.set(id, seen);
    if (!found.partial) return;
    const now = outs.reduce(
      (sum, { kind, candidates }) => sum + (kind === 'linkedin-connections' ? candidates.length : 0),
      0,
    );
    const message = `This list has ${number(now)} people, the last one had ${number(found.before)}. It looks like a part of it, so nobody was marked as gone.`;
    this.problems.push({ file: list.file, row: 0, field: '', code: 'truncated', message });
  }

  #mentionCompanies(group: number, by: ImportId): void {
    const { companies, slots } = this.placed;
    for (const { facts } of slots)
      for (const { batch, candidate } of facts) {
        const company = batch.group === group ? companies.named(candidate.company) : null;
        if (company !== null) companies.mention(company, candidate.company, by);
      }
  }

  #ownCompany(name: string, by: ImportId): CompanyId | null {
    const id = this.placed.companies.named(name);
    if (id !== null) this.placed.companies.mention(id, name, by);
    return id;
  }

  #summary(): string {
    const { added, updated, same } = this.counts;
    const parts = [
      `${number(added)} new ${added === 1 ? 'person' : 'people'}`,
      ...(updated > 0 ? [`${number(updated)} updated`] : []),
      ...(same > 0 ? [`${number(same)} already here`] : []),
      ...(this.gone > 0 ? [`${number(this.gone)} no longer on the list`] : []),
      ...(this.messages > 0 ? [`${number(this.messages)} messages counted`] : []),
    ];
    return `${parts.join(', ')}.`;
  }
}

/** A row of an old export may name somebody whom a newer one, already here, no longer had. */
function withGone({ person, news }: Built, lists: readonly Import[]): Person {
  if (!news.some(({ listed }) => listed)) return person;
  const sightings = person.sightings.map((sighting) =>
    news.includes(sighting) && sighting.listed ? { ...sighting, gone: goneSince(person, sighting, lists) } : sighting,
  );
  return { ...person, sightings };
}

/** Who was decided to be somebody else, and whom. */
function takenFor({ suspicions }: Placed, decided: ReadonlyMap<number, number | null>): Map<Slot, Slot> {
  const into = new Map<Slot, Slot>();
  for (const [index, { made, options }] of suspicions.entries()) {
    const known = options[decided.get(index) ?? -1];
    if (known && !into.has(made)) into.set(made, known);
  }
  return into;
}

/** The same by the person they are. */
function gathered(into: ReadonlyMap<Slot, Slot>): Map<Slot, Slot[]> {
  const others = new Map<Slot, Slot[]>();
  for (const slot of into.keys()) {
    const root = rootOf(slot, into);
    others.set(root, [...(others.get(root) ?? []), slot]);
  }
  return others;
}

const NOBODY: readonly Slot[] = [];

/** The known one may itself have been taken for somebody else; they were made in order, so this ends. */
function rootOf(slot: Slot, into: ReadonlyMap<Slot, Slot>): Slot {
  let root = slot;
  for (let next = into.get(root); next; next = into.get(root)) root = next;
  return root;
}

/** Imports that speak of a person, in their order. */
function groupsOf(slot: Slot, others: readonly Slot[], count: number): readonly number[] {
  if (count === 1) return ONLY;
  const all = [slot, ...others].flatMap(({ facts, messages, marks }) => [
    ...facts.map(({ batch }) => batch.group),
    ...[...messages, ...marks].map(({ group }) => group),
  ]);
  return [...new Set(all)].sort((a, b) => a - b);
}

const ONLY: readonly number[] = [0];

function isListedIn({ facts }: Slot, group: number): boolean {
  return facts.some((fact) => fact.batch.group === group && fact.candidate.listed);
}

function filesOf(groups: readonly Group[]): string {
  const names = [...new Set(groups.flatMap(({ outs }) => outs.map(({ archive, file }) => archive || file)))];
  return names.length === 1 ? (names[0] ?? '') : `${names.length} files`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
