import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionState } from './types.ts';

/** Selection, filters and running tasks of this tab; nothing of it is stored. */
export function createSession(): StoreApi<SessionState> {
  return createStore<SessionState>(() => ({
    intake: { is: 'idle' },
    way: null,
    filter: { maxIntermediaries: 1, without: [], through: [], k: 5 },
    selected: [],
    toast: null,
  }));
}
