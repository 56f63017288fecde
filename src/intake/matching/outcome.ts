import type { Accepted, OwnFacts, Update } from '#intake/types.ts';
import type { ImportId, PersonId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import type { Person } from '#model/person.ts';
import type { Problem } from '#model/problem.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { type Built, buildPerson } from './build-person.ts';
import { connectionLists, findGone, goneSince, markGone } from './gone.ts';
import type { Group } from './groups.ts';
import { mergeOwn } from './own-facts.ts';
import type { Placed } from './placed.ts';
import { isTouched, type Slot } from './slot.ts';
import { updatesOf } from './updates.ts';

type Status = 'added' | 'same' | 'updated';

/** What the import comes to once the doubtful ones are decided; those not in `merged` stay two people. */
export class Outcome {
  readonly updates: Update[] = [];
  readonly problems: Problem[] = [];
  readonly counts = { added: 0, same: 0, updated: 0 };
  messages = 0;
  marks = 0;
  gone = 0;
  readonly #people = new Map<PersonId, Person>();
  readonly #perGroup: { added: number; same: number; updated: number }[];

  constructor(
    private readonly placed: Placed,
    private readonly workspace: Workspace,
    merged: ReadonlyMap<number, true>,
  ) {
    this.#perGroup = placed.groups.map(() => ({ added: 0, same: 0, updated: 0 }));
    const into = mergedInto(placed, merged);
    const absorbed = new Map<Slot, Slot[]>();
    for (const slot of into.keys()) {
      const root = rootOf(slot, into);
      absorbed.set(root, [...(absorbed.get(root) ?? []), slot]);
    }
    for (const slot of placed.slots) {
      if (into.has(slot)) continue;
      const others = absorbed.get(slot) ?? [];
      if (isTouched(slot) || others.length > 0) this.#lay(slot, others);
    }
    for (const group of placed.groups) this.#markGone(group);
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
    const put: Entry[] = [...imports, ...companies.changed(), ...this.#people.values(), ...(me ? [me] : [])];
    return { change: { what: `Import of ${filesOf(groups)}`, put, remove: [] }, summary: this.#summary() };
  }

  #lay(slot: Slot, others: readonly Slot[]): void {
    const { groups, companies } = this.placed;
    const built = buildPerson(slot, others, groups, this.workspace);
    const updates = slot.known && built.news.length > 0 ? updatesOf(slot.known, built.person, companies) : [];
    for (const update of updates) this.updates.push(update);
    const status = slot.known === null ? 'added' : updates.length > 0 ? 'updated' : 'same';
    this.#count(status, built);
    this.messages += built.newMessages;
    this.marks += built.newMarks;
    this.#people.set(slot.id, this.#withGone(built));
  }

  #count(status: Status, { groups }: Built): void {
    this.counts[status]++;
    for (const [at, group] of groups.entries()) {
      const counts = this.#perGroup[group];
      // A person is new to the first import that brings them, known to the others.
      if (counts) counts[at > 0 && status === 'added' ? 'same' : status]++;
    }
  }

  /** A row of an old export may name somebody whom a newer one, already here, no longer had. */
  #withGone({ person, news }: Built): Person {
    if (!news.some(({ listed }) => listed)) return person;
    const { imports } = this.workspace;
    const known = connectionLists(imports.values(), this.placed.owner);
    if (known.length === 0) return person;
    const all = [
      ...known,
      ...connectionLists(
        this.placed.groups.map(({ record }) => record),
        this.placed.owner,
      ),
    ];
    const sightings = person.sightings.map((sighting) =>
      news.includes(sighting) && sighting.listed ? { ...sighting, gone: goneSince(person, sighting, all) } : sighting,
    );
    return { ...person, sightings };
  }

  #markGone({ outs, seen, record }: Group): void {
    const lists = outs.filter(({ kind, candidates }) => kind === 'linkedin-connections' && candidates.length > 0);
    const list = lists[0];
    if (!list) return;
    const present = new Set(
      [...this.#people.values()]
        .filter((person) => person.sightings.some(({ listed, imports }) => listed && imports.includes(record.id)))
        .map(({ id }) => id),
    );
    const found = findGone(this.workspace, this.placed.owner, seen, (person) => present.has(person));
    if (found.partial) this.#tellPartial(list.file, present.size, found.before);
    const former = new Set(connectionLists(this.workspace.imports.values(), this.placed.owner).map(({ id }) => id));
    for (const id of found.gone) {
      const person = this.#people.get(id) ?? this.workspace.people.get(id);
      if (person) this.#people.set(id, markGone(person, former, seen));
    }
    this.gone += found.gone.length;
  }

  #tellPartial(file: string, now: number, before: number): void {
    const message = `This list has ${now} people, the last one had ${before}. It looks like a part of it, so nobody was marked as gone.`;
    this.problems.push({ file, row: 0, field: '', code: 'truncated', message });
  }

  #mentionCompanies(group: number, by: ImportId): void {
    for (const slot of this.placed.slots)
      for (const fact of slot.facts)
        if (fact.group === group && fact.company !== null)
          this.placed.companies.mention(fact.company, fact.candidate.company, by);
  }

  #ownCompany(name: string, by: ImportId): ReturnType<Placed['companies']['named']> {
    const id = this.placed.companies.named(name);
    if (id !== null) this.placed.companies.mention(id, name, by);
    return id;
  }

  #summary(): string {
    const { added, updated, same } = this.counts;
    const parts = [
      `${number(added)} new`,
      ...(updated > 0 ? [`${number(updated)} updated`] : []),
      ...(same > 0 ? [`${number(same)} already here`] : []),
      ...(this.gone > 0 ? [`${number(this.gone)} no longer on the list`] : []),
      ...(this.messages > 0 ? [`${number(this.messages)} messages counted`] : []),
    ];
    return `${parts.join(', ')}.`;
  }
}

function mergedInto({ suspicions }: Placed, merged: ReadonlyMap<number, true>): Map<Slot, Slot> {
  const into = new Map<Slot, Slot>();
  for (const [index, { made, known }] of suspicions.entries()) if (merged.has(index)) into.set(made, known);
  return into;
}

/** The known one may itself have been taken for somebody else. */
function rootOf(slot: Slot, into: ReadonlyMap<Slot, Slot>): Slot {
  let root = slot;
  for (let next = into.get(root); next && next !== slot; next = into.get(root)) root = next;
  return root;
}

function filesOf(groups: readonly Group[]): string {
  const names = [...new Set(groups.flatMap(({ outs }) => outs.map(({ archive, file }) => archive || file)))];
  return names.length === 1 ? (names[0] ?? '') : `${names.length} files`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
