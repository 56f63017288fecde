import { z } from 'zod';
import { companyId, fileId, personId, targetId } from './ids.ts';
import { day } from './time.ts';

/** "Don't know" is always an answer. */
export const yesNo = z.enum(['yes', 'no', 'unknown']);

export const stage = z.enum([
  'not-applied',
  'applied',
  'interviewing',
  'hr-no',
  'manager-interviewed',
  'manager-no',
  'manager-yes',
  'sent-to-hr',
  'gone',
]);
/** Where it stands: `sent-to-hr` is a manager who forwarded me to HR, `gone` filled or withdrawn. */
export type Stage = z.infer<typeof stage>;

/** What the user knows of one friend for this target: the five checks and what she offers (PLAYBOOK §1). */
export const friendChecksSchema = z.object({
  friend: personId,
  knowsManager: yesNo.default('unknown'),
  willing: yesNo.default('unknown'),
  knowsMe: yesNo.default('unknown'),
  knowsWork: yesNo.default('unknown'),
  credible: yesNo.default('unknown'),
  employee: yesNo.default('unknown'),
  relation: z.enum(['peer', 'report', 'boss', 'elsewhere', 'social', 'unknown']).default('unknown'),
  offers: z.enum(['talk', 'name-only', 'walk-to-hr', 'unknown']).default('unknown'),
  remote: yesNo.default('unknown'),
});
export type FriendChecks = z.infer<typeof friendChecksSchema>;

/** The four "worthwhile?" questions (PLAYBOOK §4). */
export const worthSchema = z.object({
  open: yesNo.default('unknown'),
  specific: yesNo.default('unknown'),
  stillWant: yesNo.default('unknown'),
  warmerElsewhere: yesNo.default('unknown'),
});
export type Worth = z.infer<typeof worthSchema>;

export const targetSchema = z.object({
  id: targetId,
  created: day,
  title: z.string(),
  company: companyId,
  manager: personId.nullable(),
  managerPast: z.array(z.string()).default([]),
  hr: z.array(personId).default([]),
  putForward: z.enum(['myself', 'friend', 'search-firm', 'unknown']).default('unknown'),
  requisition: z.string().default(''),
  link: z.string().default(''),
  advert: z.string().default(''),
  stage: stage.default('not-applied'),
  posted: yesNo.default('unknown'),
  postedOn: day.nullable().default(null),
  /** `contractor`: it hires through an agency or a main contractor. */
  employer: z.enum(['company', 'public', 'contractor', 'unknown']).default('unknown'),
  contactBan: yesNo.default('unknown'),
  referralScheme: yesNo.default('unknown'),
  applicationRequired: yesNo.default('unknown'),
  applicationOnRecord: yesNo.default('unknown'),
  appliedOn: day.nullable().default(null),
  hrNoOn: day.nullable().default(null),
  hrNoReason: z.string().default(''),
  managerPart: z.enum(['set-requirement', 'saw-cv', 'met-me', 'unknown']).default('unknown'),
  struggles: z.string().default(''),
  whyTeam: z.string().default(''),
  wish: z.number().int().min(1).max(5).nullable().default(null),
  worth: worthSchema.prefault({}),
  checks: z.array(friendChecksSchema).default([]),
  cv: fileId.nullable().default(null),
  /** Set when the person walked away or is done; nothing further is advised. */
  closed: z
    .object({ on: day, how: z.enum(['done', 'walked-away', 'friend-said-no-use']) })
    .nullable()
    .default(null),
});
export type Target = z.infer<typeof targetSchema>;

export const NO_CHECKS: Omit<FriendChecks, 'friend'> = {
  knowsManager: 'unknown',
  willing: 'unknown',
  knowsMe: 'unknown',
  knowsWork: 'unknown',
  credible: 'unknown',
  employee: 'unknown',
  relation: 'unknown',
  offers: 'unknown',
  remote: 'unknown',
};

/** What the user knows of this friend for this target; all "don't know" when nothing was said. */
export function checksFor(target: Target, friend: FriendChecks['friend']): FriendChecks {
  return target.checks.find((checks) => checks.friend === friend) ?? { friend, ...NO_CHECKS };
}
