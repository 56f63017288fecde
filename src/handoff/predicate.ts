import { z } from 'zod';
import { type Situation, type SituationField, VOCABULARY } from './situation.ts';

type Fields = { readonly [F in SituationField]?: Situation[F] | readonly Situation[F][] };

/**
 * A condition as data: every field named must have (one of) its value(s), at least one of `any` must hold,
 * and `not` must not. `{}` always holds.
 */
export type Predicate = Fields & { readonly any?: readonly Predicate[]; readonly not?: Predicate };

const fieldSchemas = Object.fromEntries(
  Object.entries(VOCABULARY).map(([field, values]) => {
    const value = z.enum(values as readonly [string, ...string[]]);
    return [field, z.union([value, z.array(value).min(1)]).optional()];
  }),
);

/** Refuses fields and values that no situation has: a misspelt rule does not load. */
export const predicateSchema: z.ZodType<Predicate> = z.lazy(
  () =>
    z.strictObject({
      ...fieldSchemas,
      any: z.array(predicateSchema).min(1).optional(),
      not: predicateSchema.optional(),
    }) as unknown as z.ZodType<Predicate>,
);

/**
 * Whether a situation meets a condition. Fields are read in the order of the condition and only as far as
 * needed: the table test walks every combination by answering each read in turn.
 */
export function holds(predicate: Predicate, situation: Situation): boolean {
  const { any, not, ...fields } = predicate;
  for (const [field, wanted] of Object.entries(fields) as [SituationField, string | readonly string[]][]) {
    const is = situation[field];
    if (typeof wanted === 'string' ? is !== wanted : !wanted.includes(is)) return false;
  }
  if (not && holds(not, situation)) return false;
  return any ? any.some((one) => holds(one, situation)) : true;
}
