import { z } from 'zod';
import { companyId, importId } from './ids.ts';
import { STANDINGS } from './tie.ts';
import { day } from './time.ts';

export const employerSchema = z.object({
  company: companyId.nullable(),
  name: z.string(),
  title: z.string().default(''),
  from: z.string().default(''),
  to: z.string().default(''),
  /** "Do you still work there?" `hidden`: yes, and they must not know; null: not asked yet. */
  still: z.enum(['hidden', 'known', 'left']).nullable().default(null),
  imports: z.array(importId).default([]),
});
export type Employer = z.infer<typeof employerSchema>;

/** How the table of people is looked at: filters kept by name, and columns not shown. */
export const peopleViewSchema = z.object({
  filters: z
    .array(
      z.object({
        name: z.string(),
        typed: z.string(),
        company: companyId.nullable(),
        closeness: z.enum(['1', '2', '3', '4', '5', 'unsaid', 'any']),
        standing: z.enum([...STANDINGS, 'none', 'any']),
        tag: z.string(),
      }),
    )
    .default([]),
  hidden: z.array(z.string()).default([]),
});
export type PeopleView = z.infer<typeof peopleViewSchema>;

/** About the user: what the letter, the owner of a mailbox and the confidential search need. */
export const meSchema = z.object({
  id: z.literal('me:me'),
  name: z.string().default(''),
  phone: z.string().default(''),
  email: z.string().default(''),
  city: z.string().default(''),
  /** My own addresses and profile slugs, lower case: they decide who "I" am in a mailbox. */
  emails: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  employers: z.array(employerSchema).default([]),
  schools: z
    .array(z.object({ name: z.string(), from: z.string(), to: z.string(), imports: z.array(importId).default([]) }))
    .default([]),
  proofs: z.array(z.object({ text: z.string(), on: day })).default([]),
  /** Column mappings by folded header, as [header, mapping] pairs: never an object keyed by a file. */
  mappings: z.array(z.tuple([z.string(), z.array(z.string())])).default([]),
  backedUp: z.object({ on: day, revision: z.number() }).nullable().default(null),
  publicAddress: z.string().default(''),
  people: peopleViewSchema.optional(),
});
export type Me = z.infer<typeof meSchema>;

export const NOBODY_YET: Me = meSchema.parse({ id: 'me:me' });
