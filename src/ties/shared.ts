import type { Company } from '#model/company.ts';
import type { ImportId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import { type Person, profileOf, type Sighting } from '#model/person.ts';
import { type Day, dayOf, daysBetween } from '#model/time.ts';
import type { Sharpeners } from './curve.ts';
import { YOU_SAID } from './phrases.ts';
import { sharedFunctions } from './titles.ts';

/** A word on somebody and where it comes from. */
export interface Told {
  readonly text: string;
  /** A file's name, or "you said so". */
  readonly source: string;
  readonly imports: readonly ImportId[];
}

/** What is known of one person at one company. */
export interface Stay {
  /** First and last day they are known to have been there. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Whether they are there as far as known. */
  readonly now: boolean;
  /** Whether the user said when they came; files can only see them later than that. */
  readonly since: boolean;
  readonly office: Told | null;
  readonly department: Told | null;
  readonly position: Told | null;
  /** Files that name them at the company, or "you said so". */
  readonly told: readonly Told[];
}

/** What two people of one company share there. */
export interface Shared extends Sharpeners {
  readonly both: readonly [Stay, Stay];
  /** What makes the same specialty: one department, or a function both titles name. */
  readonly specialty: { readonly by: 'department' | 'title'; readonly name: string } | null;
}

/** What sources and the user say of somebody's time at a company. `there`: known to work there by a target. */
export function stayAt(
  { id: company }: Pick<Company, 'id'>,
  person: Person,
  imports: ReadonlyMap<ImportId, Import>,
  there = false,
): Stay {
  const profile = profileOf(person);
  const now = there || profile.company === company;
  const place = person.own.place?.company === company ? person.own.place : null;
  const sightings = person.sightings.filter((one) => one.company === company);
  sightings.sort((a, b) => (a.seen < b.seen ? 1 : a.seen > b.seen ? -1 : 0));
  const days = sightings.flatMap((one) => [one.seen, ...daysOf(one, imports)]);
  if (place) days.push(place.on);
  // The year is known, the day is not: its middle.
  if (place?.since) days.push(earlier(`${place.since}-07-01`, place.on));
  days.sort();
  const newest = (field: 'office' | 'department' | 'position'): Told | null => {
    const one = sightings.find((sighting) => (sighting[field] ?? '') !== '');
    return one ? { text: one[field] ?? '', source: one.file, imports: one.imports } : null;
  };
  const said = (text: string | undefined): Told | null => (text ? { text, source: YOU_SAID, imports: [] } : null);
  const told = sightings.map(({ file, imports: ids }) => ({ text: '', source: file, imports: ids }));
  return {
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    now,
    since: Boolean(place?.since),
    office: said(place?.office) ?? newest('office'),
    department: said(place?.department) ?? newest('department'),
    position: (now ? said(person.own.position) : null) ?? newest('position') ?? positionElsewhere(person, now),
    told: told.length > 0 ? told : [{ text: '', source: YOU_SAID, imports: [] }],
  };
}

/** Somebody a target puts there, of whom the files know a title and no company. */
function positionElsewhere(person: Person, now: boolean): Told | null {
  const one = now ? person.sightings.find(({ company, position }) => company === null && position !== '') : undefined;
  return one ? { text: one.position, source: one.file, imports: one.imports } : null;
}

/** The days of the exports a row stood in: a list read again keeps one row, and only its newest day. */
function daysOf({ imports, seen }: Sighting, all: ReadonlyMap<ImportId, Import>): Day[] {
  return imports.flatMap((id) => {
    const record = all.get(id);
    if (!record) return [];
    const on = record.newest === null ? record.on : dayOf(record.newest);
    return on <= seen ? [on] : [];
  });
}

/**
 * What two people of one company share there; null when they were never there at the same time. Years come
 * from dated sources and can only be too few, so two of them or fewer sharpen nothing, unless the user said
 * of both when they came.
 */
export function sharedAt(company: Company, a: Stay, b: Stay): Shared | null {
  const years = yearsTogether(a, b);
  if (!(a.now && b.now) && years < 0) return null;
  const office = same(a.office, b.office);
  const department = same(a.department, b.department);
  const functions = a.position && b.position ? sharedFunctions(a.position.text, b.position.text) : [];
  const specialty = department
    ? ({ by: 'department', name: department } as const)
    : functions[0]
      ? ({ by: 'title', name: functions[0] } as const)
      : null;
  return {
    both: [a, b],
    sameOffice: office ? true : null,
    sameSpecialty: specialty ? true : null,
    specialty,
    years: years > 2 || (years >= 0 && a.since && b.since) ? years : null,
    unit: unitOf(company, 'department', department) ?? unitOf(company, 'office', office),
  };
}

function unitOf(company: Company, of: 'department' | 'office', name: string | null): Sharpeners['unit'] {
  const unit = name === null ? undefined : company.units?.find((one) => fold(one.name) === fold(name));
  return unit ? { of, size: unit.size } : null;
}

function same(a: Told | null, b: Told | null): string | null {
  return a && b && fold(a.text) === fold(b.text) ? a.text : null;
}

/** Years both were there; below 0 when their times there did not touch, as far as is known. */
function yearsTogether(a: Stay, b: Stay): number {
  if (!a.from || !a.to || !b.from || !b.to) return -1;
  const begin = a.from === earlier(a.from, b.from) ? b.from : a.from;
  return daysBetween(begin, earlier(a.to, b.to)) / 365.25;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const fold = (text: string) => text.trim().toLowerCase();
