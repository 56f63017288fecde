import { z } from 'zod';
import { fail, ok, type Result } from '#model/result.ts';
import { type Entry, SCHEMA_VERSION, type Workspace } from '#model/workspace.ts';
import { type SealProblem, seal, unseal } from '#seal/envelope.ts';
import { canonicalJson, decode } from './canonical.ts';
import type { Validate } from './load.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a backup holds, validated. */
export interface Restored {
  readonly name: string;
  readonly revision: number;
  readonly sample: boolean;
  readonly entries: readonly Entry[];
}

/** Why a backup is not opened. `locked`: a passphrase, or another one, would open it. */
export interface Refusal {
  readonly locked: boolean;
  readonly message: string;
}

const documentSchema = z.object({
  format: z.literal('handcarry'),
  schema: z.number().int().min(1),
  id: z.string(),
  name: z.string(),
  sample: z.boolean(),
  revision: z.number().int().min(0),
  entries: z.array(z.unknown()),
});

const REFUSED: Record<SealProblem, string> = {
  'not-sealed': 'This is not a Handcarry backup. Its name usually ends in .handcarry.',
  newer: 'This backup was made by a newer version of Handcarry. Reload the app to get it, then restore again.',
  damaged: 'This backup is damaged: its checksum does not match. Nothing was changed. Try another copy of the file.',
  'needs-passphrase': 'This backup is locked with a passphrase. Type it to see what is in the file.',
  'wrong-passphrase': 'The passphrase does not open this backup. Nothing was changed.',
  'too-large': 'This backup holds more than 1 GB, which is more than Handcarry opens. Nothing was changed.',
};

/** A workspace as a file; locked when the passphrase is not empty. */
export function writeBackup(workspace: Workspace, passphrase: string): Promise<Bytes> {
  return seal(new TextEncoder().encode(canonicalJson(workspace)), passphrase);
}

/** Reads and checks a whole backup before anything is done with it. */
export async function readBackup(
  bytes: Bytes,
  passphrase: string,
  validate: Validate,
): Promise<Result<Restored, Refusal>> {
  const opened = await unseal(bytes, passphrase);
  if (!opened.ok) return fail({ locked: opened.error.endsWith('passphrase'), message: REFUSED[opened.error] });
  const document = await readDocument(parsed(new TextDecoder().decode(opened.value)), validate);
  return document.ok ? document : fail({ locked: false, message: document.error });
}

/** The same for a canonical document that is not sealed, such as the sample; the failure is a sentence. */
export async function readDocument(json: unknown, validate: Validate): Promise<Result<Restored, string>> {
  const document = documentSchema.safeParse(json);
  if (!document.success) return fail(REFUSED['not-sealed']);
  const { name, revision, sample, schema, entries: encoded } = document.data;
  if (schema > SCHEMA_VERSION) return fail(REFUSED.newer);
  const { entries, refused } = await validate(encoded.map(decode));
  if (refused > 0)
    return fail(`${refused} records of this backup cannot be read by this version. Nothing was changed.`);
  return ok({ name, revision, sample, entries });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
