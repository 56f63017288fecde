import type { PersonId } from '#model/ids.ts';
import type { PeopleView } from '#model/me.ts';
import { type Person, profileOf } from '#model/person.ts';
import type { Standing } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { MyTie } from '#ties/types.ts';
import { fold, matches } from '#ui/shared/fold.ts';
import type { PeopleColumns } from '#worker/service.ts';

/** One line of the table: a person, my tie to them (null until the worker has answered) and their roles. */
export interface Row {
  readonly person: Person;
  readonly name: string;
  readonly company: string;
  readonly position: string;
  readonly tie: MyTie | null;
  readonly roles: readonly string[];
  /** Folded name, company and position, for the filter. */
  readonly text: string;
}

/** What may be filtered by; kept under a name in the workspace. */
export type PeopleFilter = Readonly<Omit<PeopleView['filters'][number], 'name'>>;

export const NO_FILTER: PeopleFilter = { typed: '', company: null, closeness: 'any', standing: 'any', tag: '' };

export type SortKey = 'warmth' | 'name' | 'company' | 'position' | 'closeness' | 'last';
export interface Sort {
  readonly key: SortKey;
  readonly down: boolean;
}

export function rowsOf(workspace: Workspace, columns: PeopleColumns | null): Row[] {
  const ties = new Map<PersonId, MyTie>();
  columns?.ids.forEach((id, at) => {
    const tie = columns.ties[at];
    if (tie) ties.set(id, tie);
  });
  return untied(workspace).map((row) => ({ ...row, tie: ties.get(row.person.id) ?? null }));
}

const drawn = new WeakMap<Workspace, readonly Row[]>();

/** The rows without ties: kept until something changes, for the ties come a moment after the people are drawn. */
function untied(workspace: Workspace): readonly Row[] {
  const known = drawn.get(workspace);
  if (known) return known;
  const roles = rolesIn(workspace);
  const rows = [...workspace.people.values()].map((person): Row => {
    const { name, company, position } = profileOf(person);
    const companyName = company ? (workspace.companies.get(company)?.name ?? '') : '';
    return {
      person,
      name: name || 'somebody without a name',
      company: companyName,
      position,
      tie: null,
      roles: roles.get(person.id) ?? (person.own.hr ? ['HR'] : []),
      text: foldedText(person, companyName),
    };
  });
  drawn.set(workspace, rows);
  return rows;
}

const folded = new WeakMap<Person, { readonly company: string; readonly text: string }>();

/** Folding 30,000 names takes as long as drawing them; it is done once per record. */
function foldedText(person: Person, company: string): string {
  const known = folded.get(person);
  if (known?.company === company) return known.text;
  const { name, position } = profileOf(person);
  const text = fold(`${name} ${company} ${position}`);
  folded.set(person, { company, text });
  return text;
}

/** Roles are of a person towards a target or a list: they are derived, never stored on the person. */
export function rolesIn(workspace: Workspace): Map<PersonId, string[]> {
  const roles = new Map<PersonId, string[]>();
  const add = (id: PersonId, role: string) => {
    const known = roles.get(id) ?? (workspace.people.get(id)?.own.hr ? ['HR'] : []);
    if (!known.includes(role)) roles.set(id, [...known, role]);
  };
  for (const target of workspace.targets.values()) {
    const company = workspace.companies.get(target.company)?.name ?? '';
    if (target.manager) add(target.manager, `hiring manager, ${company}`);
    for (const id of target.hr) add(id, 'HR');
  }
  for (const ask of workspace.asks.values()) add(ask.friend, 'friend');
  for (const one of workspace.imports.values()) if (one.owner !== 'me') add(one.owner, 'shared a list');
  return roles;
}

export function filterRows(rows: readonly Row[], filter: PeopleFilter): Row[] {
  const words = fold(filter.typed);
  return rows.filter(
    ({ person, tie, text }) =>
      matches(text, words) &&
      (filter.company === null || profileOf(person).company === filter.company) &&
      (filter.closeness === 'any' || String(person.own.closeness ?? 'unsaid') === filter.closeness) &&
      (filter.standing === 'any' || (tie?.standing ?? 'none') === filter.standing) &&
      (filter.tag === '' || person.own.tags.includes(filter.tag)),
  );
}

/** Sorted copy; equal rows stay in the order of names, whichever way the column runs. */
export function sortRows(rows: readonly Row[], sort: Sort): Row[] {
  const value = VALUES[sort.key];
  const sign = sort.down ? -1 : 1;
  // Each value is found once, not at each of half a million comparisons.
  const keyed = rows.map((row) => ({ row, value: value(row) }));
  keyed.sort((a, b) => sign * compare(a.value, b.value) || compare(a.row.text, b.row.text));
  return keyed.map(({ row }) => row);
}

const VALUES: Record<SortKey, (row: Row) => string | number> = {
  warmth: ({ tie }) => (tie && tie.standing !== null ? standingOrder(tie.standing) + tie.order : -1),
  name: ({ text }) => text,
  company: ({ company }) => company.toLowerCase(),
  position: ({ position }) => position.toLowerCase(),
  closeness: ({ person }) => person.own.closeness ?? 0,
  last: (row) => lastContact(row.tie) ?? 0,
};

function standingOrder(standing: Standing): number {
  return standing === 'confirmed' ? 2 : standing === 'listed' ? 1 : 0;
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Seconds of the last message in either direction; null without messages. */
export function lastContact(tie: MyTie | null): number | null {
  if (!tie) return null;
  const last = Math.max(tie.facts.lastWrote ?? 0, tie.facts.lastSent ?? 0);
  return last > 0 ? last : null;
}
