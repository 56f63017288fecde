import type { Channel } from './tabs.ts';
import type { Locks } from './writer.ts';

/** The line to the other tabs; null where there is none. */
export function openChannel(): Channel | null {
  return typeof BroadcastChannel === 'function' ? new BroadcastChannel('handcarry') : null;
}

/** Web Locks are missing on plain http; the store's own comparison of revisions is enough there. */
export function pageLocks(): Locks | null {
  return typeof navigator === 'object' && 'locks' in navigator ? navigator.locks : null;
}

interface PageEvents {
  readonly leaving: () => void;
  readonly back: () => void;
  readonly unsaved: () => boolean;
}

/**
 * A page may end without notice once it is hidden, and asked to go it has a moment left; a page that comes back may
 * have missed news.
 */
export function watchPage({ leaving, back, unsaved }: PageEvents): () => void {
  if (typeof document === 'undefined') return () => {};
  const visible = (): void => (document.visibilityState === 'hidden' ? leaving() : back());
  const hold = (event: BeforeUnloadEvent): void => {
    leaving();
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

/** `stir`: a key, a touch, the wheel; `look`: the page is looked at again, perhaps after the computer slept. */
export function watchActivity({ stir, look }: { readonly stir: () => void; readonly look: () => void }): () => void {
  if (typeof document === 'undefined') return () => {};
  const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
  const quietly = { passive: true, capture: true };
  for (const sign of signs) addEventListener(sign, stir, quietly);
  document.addEventListener('visibilitychange', look);
  return () => {
    for (const sign of signs) removeEventListener(sign, stir, quietly);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Asks the browser not to clear what is stored: Chromium decides by itself, Firefox asks the person. null: it cannot say. */
export async function askToKeep(): Promise<boolean | null> {
  const storage = typeof navigator === 'object' ? (navigator as { storage?: StorageManager }).storage : undefined;
  if (!storage?.persist) return null;
  const kept = await storage.persisted().catch(() => null);
  return kept === false ? storage.persist().catch(() => false) : kept;
}

/**
 * Everything the page keeps beside the store: cached files, its service worker, settings. Only its own:
 * other apps of the same host are left alone.
 */
export async function forgetPage(): Promise<void> {
  if (typeof window === 'undefined') return;
  const own = new URL('./', document.baseURI).href;
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  const registrations = (await workers?.getRegistrations().catch(() => [])) ?? [];
  await Promise.all(registrations.filter(({ scope }) => scope === own).map((one) => one.unregister()));
  if (typeof caches === 'object') {
    const names = (await caches.keys()).filter((name) => name.startsWith('handcarry'));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
  for (const kept of [localStorage, sessionStorage])
    for (const key of Object.keys(kept)) if (key.startsWith('handcarry')) kept.removeItem(key);
}

/** What the browser keeps for this page between visits; null where it may not, or outside a browser. */
export function ownShelf(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}
