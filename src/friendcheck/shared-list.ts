import { z } from 'zod';
import { fail, ok, type Result } from '#model/result.ts';
import { type Day, day } from '#model/time.ts';
import { isSealed, type SealProblem, seal, unseal } from '#seal/envelope.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** One contact as a friend shares it: nothing but these three. */
export interface Shared {
  readonly name: string;
  readonly company: string;
  readonly position: string;
}

/** The list of a friend who is willing, without those the friend left out. */
export interface SharedList {
  readonly by: string;
  /** The question that was answered with it; tells the asker whose list it is. */
  readonly question: string;
  readonly on: Day;
  readonly people: readonly Shared[];
}

export type ListProblem = SealProblem | 'backup' | 'no-passphrase';

const VERSION = 1;
/** LinkedIn lets nobody have more than 30,000 connections. */
export const MOST_SHARED = 50_000;
/** Three names a row, and then some. */
const MAX_OPENED = 64 * 1024 * 1024;
export const SHORTEST_PASSPHRASE = 8;

const short = z.string().max(400);
// Intake reads this text as the file of a list; its first key says what it is (intake/shared-list.ts).
const listSchema = z.object({
  handcarry: z.literal('list'),
  version: z.number().int().min(1),
  by: z.string().max(120),
  question: z.string().max(80),
  on: day,
  people: z.array(z.tuple([short, short, short])).max(MOST_SHARED),
});

/** Whether a file that begins with these bytes wants a passphrase before anything else: a list, or a backup. */
export function isLocked(start: Uint8Array): boolean {
  return isSealed(start);
}

/** A list as a file that only the passphrase opens; refused without one. */
export async function sealList(list: SharedList, passphrase: string): Promise<Result<Bytes, 'no-passphrase'>> {
  if (passphrase.length < SHORTEST_PASSPHRASE) return fail('no-passphrase');
  const people = list.people
    .slice(0, MOST_SHARED)
    .map(({ name, company, position }) => [cut(name), cut(company), cut(position)]);
  const { on, question } = list;
  const by = list.by.slice(0, 120);
  const text = JSON.stringify({ handcarry: 'list', version: VERSION, by, question, on, people });
  return ok(await seal(new TextEncoder().encode(text), passphrase));
}

/** Whose list it is, and its text for intake; or why nothing is taken in. */
export async function openList(
  bytes: Bytes,
  passphrase: string,
): Promise<Result<{ readonly list: SharedList; readonly text: string }, ListProblem>> {
  const opened = await unseal(bytes, passphrase, MAX_OPENED);
  if (!opened.ok) return opened;
  const text = new TextDecoder().decode(opened.value);
  const data = parsed(text);
  const list = listSchema.safeParse(data);
  if (!list.success) return fail(saysFormat(data) ? 'backup' : isNewer(data) ? 'newer' : 'damaged');
  if (list.data.version > VERSION) return fail('newer');
  const people = list.data.people.map(([name, company, position]) => ({ name, company, position }));
  const { by, on, question } = list.data;
  return ok({ list: { by, question, on, people }, text });
}

const SENTENCES: Record<ListProblem, string> = {
  'not-sealed': 'This is not a list that a friend shared with Handcarry.',
  newer: 'This list was made by a newer version of Handcarry. Reload this page to get it, then open the file again.',
  damaged:
    'This file did not arrive whole, or was changed on its way. Ask for it to be sent again. Nothing was taken in.',
  'needs-passphrase': 'This file is locked. Type the passphrase that your friend told you.',
  'wrong-passphrase': 'That is not the passphrase this file was locked with. Nothing was taken in.',
  'too-large': 'This file holds far more than a list of contacts. Nothing was taken in.',
  backup: 'This is a backup of a whole workspace, not a list. Open it in Settings, under Backup and restore.',
  'no-passphrase': `A list is only saved with a passphrase of ${SHORTEST_PASSPHRASE} characters or more.`,
};

/** What to tell the person when a list is not opened or not saved. */
export function listSentence(problem: ListProblem): string {
  return SENTENCES[problem];
}

function cut(text: string): string {
  return text.slice(0, 400);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function saysFormat(data: unknown): boolean {
  return z.object({ format: z.literal('handcarry') }).safeParse(data).success;
}

function isNewer(data: unknown): boolean {
  return z.object({ handcarry: z.literal('list'), version: z.number().gt(VERSION) }).safeParse(data).success;
}
