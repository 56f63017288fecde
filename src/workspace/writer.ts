import type { Tabs } from './tabs.ts';

/** The part of the browser's LockManager that is used. */
export interface Locks {
  request(name: string, options: LockOptions, work: () => Promise<void>): Promise<unknown>;
}

/**
 * One tab writes a workspace at a time, the one that holds its lock; any tab may become it by an edit.
 *
 *     first edit ─▶ wanted ─▶ the holder stores what it has and lets go ─▶ held, until another tab wants it
 *                     └─▶ no answer for two seconds: taken from it
 *
 * A tab that is closed, killed or crashes lets go by that. The store compares revisions in any case, so that a tab
 * that hangs, loses the lock and wakes up in the middle of a save overwrites nothing.
 */
export interface Writer {
  /** Resolves once this tab is the one that writes; at once where the browser has no locks. */
  hold(id: string): Promise<void>;
  /** Somebody else may write. */
  release(): void;
}

export interface WriterParts {
  readonly locks: Locks | null;
  readonly tabs: Tabs;
  /** Stores what is pending, before another tab writes. */
  readonly finish: () => Promise<void>;
  /** Milliseconds. */
  readonly patience?: number | undefined;
}

const PATIENCE_MS = 2_000;

export function createWriter({ locks, tabs, finish, patience = PATIENCE_MS }: WriterParts): Writer {
  let held: { readonly id: string; readonly letGo: () => void } | null = null;
  let waiting: { readonly id: string; readonly granted: Promise<void> } | null = null;
  /** Another tab waits behind this one. */
  let wanted = false;

  const release = (): void => {
    held?.letGo();
    held = null;
    wanted = false;
  };
  const passOn = async (): Promise<void> => {
    const own = held;
    await finish();
    if (held === own) release();
  };
  const ask = (from: Locks, id: string): Promise<void> =>
    new Promise((resolve) => {
      const impatient = new AbortController();
      const request = (options: LockOptions): void => {
        let own: typeof held = null;
        const work = (): Promise<void> =>
          new Promise((letGo) => {
            clearTimeout(timer);
            // Another workspace was opened meanwhile.
            if (waiting?.id !== id) return letGo();
            own = { id, letGo };
            held = own;
            resolve();
            if (wanted) void passOn();
          });
        from.request(`handcarry ${id}`, options, work).catch(() => {
          // Taken by another tab, or this browser refuses locks: then the comparison in the store is enough.
          if (own && held === own) held = null;
          if (!own && !options.signal?.aborted) resolve();
        });
      };
      const timer = setTimeout(() => {
        impatient.abort();
        request({ steal: true });
      }, patience);
      request({ signal: impatient.signal });
      tabs.tell({ is: 'wanted', id });
    });

  tabs.hear((news) => {
    if (news.is !== 'wanted') return;
    if (held?.id === news.id) void passOn();
    else if (waiting?.id === news.id) wanted = true;
  });

  return {
    hold: async (id) => {
      if (!locks || held?.id === id) return;
      if (waiting?.id === id) return waiting.granted;
      release();
      const own = { id, granted: ask(locks, id) };
      waiting = own;
      await own.granted;
      if (waiting === own) waiting = null;
    },
    release,
  };
}
