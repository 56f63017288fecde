import { mailKey } from '#intake/address.ts';
import { companyKey } from '#intake/company-key.ts';
import { type Change, recordOf } from '#model/change.ts';
import { type CompanyId, type Id, kindOf, type PersonId } from '#model/ids.ts';
import { mergePairs } from '#model/merge.ts';
import { type Person, profileOf } from '#model/person.ts';
import { isRecord, same } from '#model/same.ts';
import { type Entry, entriesOf, type Workspace } from '#model/workspace.ts';
import { compose } from '#workspace/ledger.ts';
import { merged } from '#workspace/rebase.ts';

/** How many records of each kind there are; the person's own record is always there and not counted. */
export type Counts = ReadonlyMap<ReturnType<typeof kindOf>, number>;

export function countsOf(entries: Iterable<Entry>): Counts {
  const counts = new Map<ReturnType<typeof kindOf>, number>();
  for (const { id } of entries) if (id !== 'me:me') counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1);
  return counts;
}

/** Everything that is here gives way to these records, as one change that can be undone. */
export function replacing(workspace: Workspace, entries: readonly Entry[], what: string): Change {
  const stays = new Set<string>(entries.map((entry) => entry.id));
  const gone = entriesOf(workspace).filter((entry) => entry.id !== 'me:me' && !stays.has(entry.id));
  return { what, put: entries, remove: gone.map((entry) => entry.id as Id) };
}

/**
 * What is not here is added. Of a record that both have, what is here stays: its empty fields are filled,
 * its lists (sightings, statements, steps of an ask) also get what only the file has. Nothing is removed.
 * The same person or company under another id (the same files, read on two computers) is joined with the one here.
 */
export function merging(workspace: Workspace, entries: readonly Entry[], what: string): Change {
  const companies = knownCompanies(workspace, entries);
  const add = (at: Workspace): Change => {
    const put: Entry[] = [];
    for (const entry of entries) {
      if (companies.has(entry.id)) continue;
      const theirs = companies.size === 0 ? entry : (renamed(entry, companies) as Entry);
      const mine = recordOf(at, theirs.id);
      const next = mine ? (merged(blank(mine), mine, theirs) as Entry) : theirs;
      if (!mine || !same(mine, next)) put.push(next);
    }
    return { what, put, remove: [] };
  };
  return compose(what, workspace, [add, (at) => mergePairs(at, samePeople(workspace, at))]);
}

/** The id here for each company of the file that is here under another id, by its folded name. */
function knownCompanies(workspace: Workspace, entries: readonly Entry[]): Map<string, CompanyId> {
  const here = new Map<string, CompanyId | null>();
  for (const { id, name } of workspace.companies.values()) {
    const key = companyKey(name);
    here.set(key, here.has(key) ? null : id);
  }
  const known = new Map<string, CompanyId>();
  for (const entry of entries) {
    if (kindOf(entry.id) !== 'company' || recordOf(workspace, entry.id) || !('name' in entry)) continue;
    const id = here.get(companyKey(entry.name));
    if (id) known.set(entry.id, id);
  }
  return known;
}

/** Whoever was added and shares a profile or an own e-mail address with exactly one person who was here. */
function samePeople(before: Workspace, after: Workspace): [keep: PersonId, away: PersonId][] {
  const here = new Map<string, Set<PersonId>>();
  for (const person of before.people.values())
    for (const key of keysOf(person)) here.set(key, (here.get(key) ?? new Set()).add(person.id));
  const pairs: [PersonId, PersonId][] = [];
  for (const person of after.people.values()) {
    if (before.people.has(person.id)) continue;
    const found = new Set(keysOf(person).flatMap((key) => [...(here.get(key) ?? [])]));
    const [one] = found;
    if (one && found.size === 1 && !person.own.notSame.includes(one)) pairs.push([one, person.id]);
  }
  return pairs;
}

/** What tells a person from all others. */
function keysOf(person: Person): string[] {
  const slugs = person.sightings.map(({ profile }) => profile && `profile ${profile}`);
  const boxes = profileOf(person).emails.map((address) => mailKey(address));
  return [...new Set([...slugs, ...boxes])].filter((key) => key !== '');
}

/** The record with ids put in place of others, wherever they stand. */
function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, ids));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, renamed(field, ids)]));
}

/** The same shape with nothing in it: measured against it, an empty field is one that nobody filled. */
function blank(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return [];
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, blank(field)]));
  return null;
}
