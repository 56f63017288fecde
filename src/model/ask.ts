import { z } from 'zod';
import { askId, personId, targetId } from './ids.ts';
import { day } from './time.ts';

export const askState = z.enum([
  'queued',
  'prepared',
  'asked',
  'agreed',
  'declined',
  'silent',
  'handed-over',
  'heard-back',
  'done',
]);
/** `queued` is the fallback that waits for another ask to end; `silent` is closed without an answer. */
export type AskState = z.infer<typeof askState>;

/**
 * The letter as the person edits it. Section texts are plain text with a small markup the editor keeps:
 * `**bold**`, lines that start with `- ` are a list, an empty line parts paragraphs.
 */
export const letterSchema = z.object({
  greeting: z.string(),
  need: z.string(),
  did: z.string(),
  lack: z.string(),
  why: z.string(),
  next: z.string(),
  closing: z.string(),
  /** "You need / I did" as two columns of pairs instead of two sections. */
  pairs: z.array(z.object({ need: z.string(), did: z.string() })).default([]),
  paper: z.enum(['A4', 'Letter']).default('A4'),
});
export type Letter = z.infer<typeof letterSchema>;

export const packetSchema = z.object({
  note: z.string(),
  letter: letterSchema,
  line: z.string(),
  script: z.string(),
  tone: z.enum(['warm', 'plain', 'formal']).default('warm'),
});
export type Packet = z.infer<typeof packetSchema>;

/** One request to one friend to hand over or to introduce, from its packet to its end. */
export const askSchema = z.object({
  id: askId,
  target: targetId,
  friend: personId,
  /** The people after the friend on the way in, the hiring manager last. */
  way: z.array(personId),
  kind: z.enum(['hand-over', 'introduce']),
  state: askState,
  history: z.array(z.object({ state: askState, on: day, note: z.string().default('') })),
  nudgedOn: day.nullable().default(null),
  declineReason: z.enum(['', 'not-well', 'not-comfortable', 'no-use']).default(''),
  thankedOn: day.nullable().default(null),
  /** Why a second open ask was allowed. */
  sheOffered: z.boolean().default(false),
  packet: packetSchema,
  checklist: z.array(z.string()).default([]),
});
export type Ask = z.infer<typeof askSchema>;

const OPEN: ReadonlySet<AskState> = new Set(['prepared', 'asked', 'agreed', 'handed-over']);

/** Whether the ask still binds its friend and its hiring manager (PLAYBOOK §6). */
export function isOpen(ask: Ask): boolean {
  return OPEN.has(ask.state);
}
