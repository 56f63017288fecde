import type { ImportId } from '#model/ids.ts';
import type { Correspondence, Mark, Sighting } from '#model/person.ts';
import type { Day } from '#model/time.ts';
import { isEqual } from './said.ts';

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
  const sorted = Uint32Array.from(seconds).sort();
  let count = 0;
  for (const second of sorted) if (count === 0 || second !== sorted[count - 1]) sorted[count++] = second;
  return count === sorted.length ? sorted : sorted.slice(0, count);
}

/** How many of these moments none of the known lists has. */
export function countNew(seconds: Uint32Array, known: readonly Uint32Array[]): number {
  if (known.length === 0) return seconds.length;
  const all = new Set<number>();
  for (const list of known) for (const second of list) all.add(second);
  return seconds.reduce((count, second) => (all.has(second) ? count : count + 1), 0);
}
