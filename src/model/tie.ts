import { z } from 'zod';
import { personId, questionId, tieId } from './ids.ts';
import { day } from './time.ts';

/** How certain a tie is. The order is the ranking: a confirmed tie before a listed one (WARMTH.md §3). */
export const STANDINGS = ['confirmed', 'listed', 'inferred'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * One dated statement about whether two people know each other. `told`: one of them told me; `seen`:
 * I have seen them work together; `answer`: the friend's own answer to a question; `think`: my guess,
 * which stays an inferred tie.
 */
export const statementSchema = z.object({
  on: day,
  how: z.enum(['told', 'seen', 'answer', 'think']),
  says: z.enum(['well', 'know', 'met', 'no', 'unsure']),
  /** Who said it; null for my own words. */
  by: personId.nullable(),
  question: questionId.nullable().default(null),
  remark: z.string().default(''),
});
export type Statement = z.infer<typeof statementSchema>;

/**
 * Words said about a pair (a.id < b.id). Listed ties are not stored here: they follow from whose list a
 * sighting is in. My own ties follow from my files and my words.
 */
export const tieSchema = z.object({
  id: tieId,
  a: personId,
  b: personId,
  statements: z.array(statementSchema).min(1),
});
export type Tie = z.infer<typeof tieSchema>;
