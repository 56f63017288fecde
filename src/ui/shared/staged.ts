import { createStore } from 'zustand/vanilla';
import { isLocked } from '#friendcheck/shared-list.ts';
import { hasCapsule } from '#friendcheck/travel.ts';
import type { PersonId, QuestionId } from '#model/ids.ts';

/** Files chosen or dropped: between the drop, "Whose list is this?" and the review. Never stored. */
export interface Staged {
  readonly files: readonly File[];
  readonly owner: 'me' | PersonId;
  /** Whether they were handed to the reader already. */
  readonly read: boolean;
  /** The first of them that asks for a passphrase; it is unlocked before anything is read. */
  readonly locked: File | null;
  /** The question that a friend answered with the list, when one did. */
  readonly answers: QuestionId | null;
  /** A question or an answer of a friend that was dropped as a file; nothing else is read then. */
  readonly capsule: string;
}

const NONE: Staged = { files: [], owner: 'me', read: false, locked: null, answers: null, capsule: '' };
const CAPSULE_FILE = 600_000;

export const staged = createStore<Staged>(() => NONE);

/** Looks at the first bytes of each file, then stages them all. */
export async function stage(files: readonly File[], answers: QuestionId | null = null): Promise<void> {
  if (files.length === 0) return;
  let locked: File | null = null;
  let capsule = '';
  for (const file of files) {
    const start = new Uint8Array(
      await file
        .slice(0, 2000)
        .arrayBuffer()
        .catch(() => new ArrayBuffer(0)),
    );
    if (isLocked(start)) locked ??= file;
    else if (file.size < CAPSULE_FILE && hasCapsule(new TextDecoder().decode(start))) capsule ||= await file.text();
  }
  staged.setState({ ...NONE, files: [...files], locked, answers, capsule }, true);
}

export function unstage(): void {
  staged.setState(NONE, true);
}
