import { z } from 'zod';
import { importId, personId } from './ids.ts';
import { day } from './time.ts';

/**
 * One accepted import. Every fact elsewhere names the imports that say it, so that taking one back
 * removes only what nothing else supports.
 */
export const importSchema = z.object({
  id: importId,
  on: day,
  /** Whose list or mailbox this is: mine, or a friend's. */
  owner: z.union([z.literal('me'), personId]),
  files: z.array(z.object({ name: z.string(), kind: z.string(), bytes: z.number() })),
  /** Newest event in the source, in seconds (WARMTH.md §2: "now" for that source); null without events. */
  newest: z.number().int().nullable(),
  counts: z.object({
    added: z.number(),
    same: z.number(),
    updated: z.number(),
    hidden: z.number(),
    problems: z.number(),
  }),
});
export type Import = z.infer<typeof importSchema>;
