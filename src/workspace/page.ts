import type { Channel } from './tabs.ts';

/** The line to the other tabs; null where there is none. */
export function openChannel(): Channel | null {
  return typeof BroadcastChannel === 'function' ? new BroadcastChannel('handcarry') : null;
}

/** Web Locks are missing on plain http; the store's own comparison of revisions is enough there. */
export function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'object' && 'locks' in navigator ? navigator.locks : null;
  return locks ? locks.request(name, work) : work();
}

interface PageEvents {
  readonly leaving: () => void;
  readonly back: () => void;
  readonly unsaved: () => boolean;
}

/** A page may end without notice once it is hidden; a page that comes back may have missed news. */
export function watchPage({ leaving, back, unsaved }: PageEvents): () => void {
  if (typeof document === 'undefined') return () => {};
  const visible = (): void => (document.visibilityState === 'hidden' ? leaving() : back());
  const hold = (event: BeforeUnloadEvent): void => {
    if (unsaved()) event.preventDefault();
  };
  document.addEventListener('visibilitychange', visible);
  addEventListener('pagehide', leaving);
  addEventListener('beforeunload', hold);
  return () => {
    document.removeEventListener('visibilitychange', visible);
    removeEventListener('pagehide', leaving);
    removeEventListener('beforeunload', hold);
  };
}
