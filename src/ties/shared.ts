import type { CompanyId } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import { type Day, daysBetween } from '#model/time.ts';
import type { Sharpeners } from './curve.ts';
import { sameFunction } from './titles.ts';

/** When sources saw a person at a company, oldest first, and whether they are there as far as known. */
interface Spell {
  readonly seen: readonly Day[];
  readonly now: boolean;
}

/**
 * What two people of one company share there; null when they were never seen there at the same time.
 * Years come from dated sources and can only be too few, so two of them or fewer sharpen nothing.
 */
export function sharedAt(company: CompanyId, a: Person, b: Person, bWorksThere = false): Sharpeners | null {
  const one = spellAt(company, a);
  const other = spellAt(company, b, bWorksThere);
  const years = yearsTogether(one.seen, other.seen);
  if (!(one.now && other.now) && years < 0) return null;
  const [mine, theirs] = [profileOf(a), profileOf(b)];
  const sameDepartment = mine.department !== '' && fold(mine.department) === fold(theirs.department);
  return {
    sameOffice: null,
    sameSpecialty: sameDepartment || sameFunction(mine.position, theirs.position) || null,
    years: years > 2 ? years : null,
  };
}

function spellAt(company: CompanyId, person: Person, there = false): Spell {
  const seen = person.sightings.filter((sighting) => sighting.company === company).map((sighting) => sighting.seen);
  return { seen: seen.sort(), now: there || profileOf(person).company === company };
}

/** Years both were seen there; below 0 when their times there did not touch, as far as sources tell. */
function yearsTogether(one: readonly Day[], other: readonly Day[]): number {
  const [a, b, c, d] = [one[0], other[0], one.at(-1), other.at(-1)];
  if (!a || !b || !c || !d) return -1;
  // The earlier end less the later beginning.
  return Math.min(daysBetween(a, c), daysBetween(a, d), daysBetween(b, c), daysBetween(b, d)) / 365.25;
}

const fold = (text: string) => text.trim().toLowerCase();
