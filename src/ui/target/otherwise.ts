import type { PersonId } from '#model/ids.ts';
import type { Step, WayShown } from '#paths/types.ts';

/** What is left without the weaker step of a way, where the list does not say it already. */
export interface Otherwise {
  readonly step: Step & { readonly from: PersonId };
  /** The next way in: chosen where it is in the list, else only told by its people. null: no way in does without. */
  readonly next: { readonly people: readonly PersonId[]; readonly listed: WayShown | null } | null;
}

/**
 * Only a step between two others: without mine the fallback is next. Nothing where the next way is the fallback
 * itself, stands above this one, or where this is the only one.
 */
export function otherwiseOf(way: WayShown, list: readonly WayShown[]): Otherwise | null {
  const step = way.steps[way.weaker];
  if (!step || step.from === 'me') return null;
  const of = { ...step, from: step.from };
  if (!way.otherwise) return way.fallback === null ? null : { step: of, next: null };
  const id = way.otherwise.join('>');
  const placeOf = (one: string) => list.findIndex((other) => other.id === one);
  const at = placeOf(id);
  if (id === way.fallback || (at >= 0 && at < placeOf(way.id))) return null;
  return { step: of, next: { people: way.otherwise, listed: list[at] ?? null } };
}
