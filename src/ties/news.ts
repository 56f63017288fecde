import type { CompanyId, ImportId } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import type { Day } from '#model/time.ts';
import type { MyTie } from './types.ts';

/** Silence after which a once two-way tie counts as dormant. */
const DORMANT_DAYS = 365;

/**
 * Whether we once wrote both ways and have not for a year, at the newest date of the source. Dormant ties
 * are as useful as current ones (Levin, Walter & Murnighan 2011).
 */
export function isDormant({ facts }: MyTie): boolean {
  return facts.lastWrote !== null && facts.lastSent !== null && (facts.quiet ?? 0) > DORMANT_DAYS;
}

export interface Move {
  readonly from: CompanyId;
  readonly to: CompanyId;
  /** The first day a source saw them at the new company. */
  readonly on: Day;
  readonly position: string;
  /** Which imports told of it. */
  readonly imports: readonly ImportId[];
}

/** The newest move between companies that two sources tell of; null when none does. */
export function lastMove(person: Person): Move | null {
  const dated = person.sightings.filter((sighting) => sighting.company !== null);
  dated.sort((a, b) => (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0));
  const to = dated.at(-1)?.company ?? null;
  // What the user says of the company today is newer than any file.
  if (to === null || profileOf(person).company !== to) return null;
  const before = dated.findLastIndex((sighting) => sighting.company !== to);
  const first = dated[before + 1];
  const from = dated[before]?.company;
  // Two sources of one day may disagree without anybody having moved.
  if (!from || !first || dated[before]?.seen === first.seen) return null;
  return { from, to, on: first.seen, position: profileOf(person).position, imports: first.imports };
}
