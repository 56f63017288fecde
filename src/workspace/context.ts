import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '#model/change.ts';
import type { Day } from '#model/time.ts';
import type { Database } from '#storage/database.ts';
import type { Validate } from '#storage/load.ts';
import type { Desk } from './desk.ts';
import type { LockCommands } from './lock-commands.ts';
import type { Persist } from './persist.ts';
import type { Places } from './places.ts';
import type { Documents } from './store.ts';
import type { Tabs } from './tabs.ts';
import type { SessionState } from './types.ts';

/** What commands work with. Made once, in app.ts. */
export interface Context {
  readonly documents: Documents;
  readonly session: StoreApi<SessionState>;
  readonly desk: Desk;
  readonly database: Database;
  readonly persist: Persist;
  readonly places: Places;
  readonly tabs: Tabs;
  readonly lock: LockCommands;
  readonly validate: Validate;
  readonly now: () => number;
  /** The calendar day where the person is. */
  readonly today: () => Day;
}

/** Does it, and says in a toast what was done, with undo. For changes that reach further than one field. */
export function applyAloud({ documents, session }: Context, change: Change): void {
  if (change.put.length + change.remove.length === 0) return;
  documents.apply(change);
  session.setState({ toast: { text: change.what, undo: true } });
}
