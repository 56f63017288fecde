import { z } from 'zod';
import data from '#data/playbook.json';
import { predicateSchema } from './predicate.ts';
import { VOCABULARY } from './situation.ts';
import { TOKENS } from './slots.ts';
import { TEXT_KINDS } from './texts/text-kinds.ts';

const gradeSchema = z.enum(['A', 'B', 'B+A', 'C', 'G']);

/** Words with slots; only slots that `slots.ts` can fill. */
const template = z
  .string()
  .min(1)
  .refine((text) => [...text.matchAll(/\{(\w+)\}/g)].every(([, token]) => token !== undefined && TOKENS.has(token)), {
    message: 'names a slot that nothing fills',
  });

const nextSchema = z.enum(['hand-over', 'introduce', 'ask-friend', 'none']);

/** A rule says something else where a narrower condition holds; what it leaves out stays. */
const variantSchema = z.strictObject({
  when: predicateSchema,
  title: template.optional(),
  move: template.optional(),
  reason: template.optional(),
  next: nextSchema.optional(),
  text: z.enum(TEXT_KINDS).nullable().optional(),
});

const ruleSchema = z.strictObject({
  id: z.string(),
  /** The part of the playbook it stands in. */
  section: z.enum(['core', 'path', 'ask', 'after', 'worthwhile', 'etiquette']),
  /** The situation as a coach would say it. */
  situation: z.string().min(1),
  title: template,
  when: predicateSchema,
  /** Guidance only: shown beside these moves; absent means beside any. */
  beside: z.array(z.string()).optional(),
  move: template,
  variants: z.array(variantSchema).default([]),
  reason: template,
  source: z.string().min(1),
  grade: gradeSchema,
  next: nextSchema.default('none'),
  /** The text the app drafts for this move. */
  text: z.enum(TEXT_KINDS).nullable().default(null),
  /** Moves that this one overrules: they are not shown as "also applies". */
  overrules: z.array(z.string()).default([]),
  /** Whether an overruled hand-off is shown among the rejected moves, with this rule's reason. */
  refuses: z.boolean().default(false),
});
export type Rule = z.infer<typeof ruleSchema>;

const refusalSchema = z.strictObject({
  id: z.string(),
  move: template,
  reason: template,
  rule: z.string(),
  source: z.string(),
  grade: gradeSchema,
  beside: z.array(z.string()),
  when: predicateSchema,
});

const questionSchema = z.strictObject({
  /** The situation's field that the answer fills. */
  field: z.enum(Object.keys(VOCABULARY) as [keyof typeof VOCABULARY, ...(keyof typeof VOCABULARY)[]]),
  /** Where the answer is kept: a target's field, or one of the checks on the friend. */
  of: z.enum(['target', 'checks']),
  /** Where it makes sense to ask at all. */
  when: predicateSchema.default({}),
  text: template,
  options: z.array(z.strictObject({ value: z.string(), label: template })).min(2),
});

const playbookSchema = z
  .strictObject({
    /** Moves, most urgent first: the first whose condition holds is the recommendation. */
    precedence: z.array(z.string()),
    rules: z.array(ruleSchema),
    refusals: z.array(refusalSchema),
    questions: z.array(questionSchema),
  })
  .superRefine((book, context) => {
    const ids = new Set(book.rules.map((rule) => rule.id));
    if (ids.size !== book.rules.length) context.addIssue('two rules have one id');
    const named = [
      ...book.precedence,
      ...book.rules.flatMap((rule) => [...rule.overrules, ...(rule.beside ?? [])]),
      ...book.refusals.flatMap((refusal) => [refusal.rule, ...refusal.beside]),
    ];
    for (const id of named) if (!ids.has(id)) context.addIssue(`no rule is called ${id}`);
  });

/** The product's judgement, read once; a fault in the file stops the app from starting and every test. */
export const PLAYBOOK = playbookSchema.parse(data);

const byId = new Map(PLAYBOOK.rules.map((rule) => [rule.id, rule]));

/** The moves in their order. */
export const MOVES: readonly Rule[] = PLAYBOOK.precedence.flatMap((id) => byId.get(id) ?? []);

/** Rules that never are the move themselves: they say how to choose the way, how to ask, what comes after. */
export const GUIDANCE: readonly Rule[] = PLAYBOOK.rules.filter((rule) => !PLAYBOOK.precedence.includes(rule.id));

export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
