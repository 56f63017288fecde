import { createStore } from 'zustand/vanilla';
import { isLocked } from '#friendcheck/shared-list.ts';
import { hasCapsule } from '#friendcheck/travel.ts';
import type { PersonId, QuestionId } from '#model/ids.ts';
import type { Picked } from './PersonPicker.tsx';

/** Files of one person, read and reviewed together. */
export interface Batch {
  readonly files: readonly File[];
  /** null: a friend's, and which friend's is asked when its turn comes. */
  readonly owner: 'me' | Picked | null;
}

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
  /** What was dropped together but is somebody else's: its turn comes after these. */
  readonly next: readonly Batch[];
  /** How many people's files were dropped together, these included. */
  readonly batches: number;
  /** What is not said yet before they can be read. */
  readonly asks: 'whose' | 'which-friend' | 'nothing';
}

const NONE: Staged = {
  files: [],
  owner: 'me',
  read: false,
  locked: null,
  answers: null,
  capsule: '',
  next: [],
  batches: 1,
  asks: 'whose',
};
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

/** The next person's files of the same drop, if there are any left; `owner` once that is known. */
export function stageNext(known: (picked: Picked) => PersonId): void {
  const { next, batches } = staged.getState();
  const [batch, ...rest] = next;
  if (!batch) {
    unstage();
    return;
  }
  const { files, owner } = batch;
  const who = owner === null || owner === 'me' ? 'me' : known(owner);
  const asks = owner === null ? 'which-friend' : 'nothing';
  staged.setState({ ...NONE, files, owner: who, asks, next: rest, batches }, true);
}

/** What was dropped together, as one batch for each person, read one after the other. */
export function stageBatches(batches: readonly Batch[], known: (picked: Picked) => PersonId): void {
  staged.setState({ ...NONE, next: batches, batches: batches.length }, true);
  stageNext(known);
}
