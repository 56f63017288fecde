import { createStore } from 'zustand/vanilla';
import type { PersonId } from '#model/ids.ts';

/** Files chosen or dropped: between the drop, "Whose list is this?" and the review. Never stored. */
export interface Staged {
  readonly files: readonly File[];
  readonly owner: 'me' | PersonId;
  /** Whether they were handed to the reader already. */
  readonly read: boolean;
}

const NONE: Staged = { files: [], owner: 'me', read: false };

export const staged = createStore<Staged>(() => NONE);

export function stage(files: readonly File[]): void {
  if (files.length > 0) staged.setState({ ...NONE, files: [...files] }, true);
}

export function unstage(): void {
  staged.setState(NONE, true);
}
