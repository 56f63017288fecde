import type { ImportId } from '#model/ids.ts';
import type { Correspondence, Mark, Sighting } from '#model/person.ts';
import type { Day } from '#model/time.ts';

/** What a sighting says, apart from where it stood and when. */
type Said = Pick<Sighting, 'name' | 'profile' | 'company' | 'position' | 'department' | 'connected' | 'listed'> & {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
};

/** Whether two sightings of one list say the same; file, row and date may differ. */
export function isSameSighting(a: Said, b: Said): boolean {
  return (
    a.name === b.name &&
    a.profile === b.profile &&
    a.company === b.company &&
    a.position === b.position &&
    a.connected === b.connected &&
    a.listed === b.listed &&
    a.department === b.department &&
    isEqual(a.emails, b.emails) &&
    isEqual(a.phones, b.phones)
  );
}

/** The older record of a fact that a further import repeats. */
export function repeated(sighting: Sighting, by: ImportId, seen: Day): Sighting {
  const newer = seen >= sighting.seen;
  const { imports } = sighting;
  return {
    ...sighting,
    imports: imports.includes(by) ? imports : [...imports, by],
    seen: newer ? seen : sighting.seen,
    gone: newer ? null : sighting.gone,
  };
}

export function isSameMark(a: Pick<Mark, 'kind' | 'on' | 'text'>, b: Pick<Mark, 'kind' | 'on' | 'text'>): boolean {
  return a.kind === b.kind && a.on === b.on && a.text === b.text;
}

export function isSameCorrespondence(a: Correspondence, b: Correspondence): boolean {
  return a.channel === b.channel && isEqual(a.theirs, b.theirs) && isEqual(a.mine, b.mine);
}

/** Ascending seconds without duplicates. */
export function secondsList(seconds: readonly number[]): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(new Set(seconds)).sort();
}

/** How many of these moments none of the known lists has. */
export function countNew(seconds: Uint32Array, known: readonly Uint32Array[]): number {
  if (known.length === 0) return seconds.length;
  const all = new Set<number>();
  for (const list of known) for (const second of list) all.add(second);
  return seconds.reduce((count, second) => (all.has(second) ? count : count + 1), 0);
}

function isEqual(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
