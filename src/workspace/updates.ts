import { createStore } from 'zustand/vanilla';
import type { Reading } from './types.ts';

/**
 * `waiting`: a new version of the app is here and starts when the person says so.
 * `taken`: another tab started it; this one still runs the old one until it is loaded anew.
 */
export type UpdateState = 'none' | 'waiting' | 'taken';

/** New versions of the app. None is ever put in place of a page that is being worked in. */
export interface Updates {
  readonly state: Reading<{ readonly is: UpdateState }>;
  /** Stores what is pending and loads the new version. Answers false, and does nothing, when something could not be stored. */
  take(): Promise<boolean>;
}

export interface UpdateParts {
  /** Registers the service worker; null where there is none (development, plain http, an old browser). */
  readonly register: () => Promise<ServiceWorkerRegistration> | null;
  /** Stores what is pending, and says whether nothing is left. */
  readonly settle: () => Promise<boolean>;
  readonly reload: () => void;
}

/** A tab that stays open asks again this often, when it is looked at. */
const ASK_EVERY_MS = 60 * 60 * 1000;

export function createUpdates({ register, settle, reload }: UpdateParts): Updates & { watch(): Promise<void> } {
  const state = createStore<{ readonly is: UpdateState }>(() => ({ is: 'none' }));
  let registration: ServiceWorkerRegistration | null = null;
  let taking = false;

  const look = (): void => {
    // Without a controller this is the first visit: there is no old version to replace.
    if (registration?.waiting && navigator.serviceWorker.controller) state.setState({ is: 'waiting' });
  };
  const watchInstalling = (): void => registration?.installing?.addEventListener('statechange', look);

  return {
    state,
    watch: async () => {
      registration = (await register()?.catch(() => null)) ?? null;
      if (!registration) return;
      const own = registration;
      look();
      watchInstalling();
      own.addEventListener('updatefound', watchInstalling);
      const hadController = navigator.serviceWorker.controller !== null;
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        if (taking) reload();
        else if (hadController) state.setState({ is: 'taken' });
      });
      let asked = performance.now();
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden' || performance.now() - asked < ASK_EVERY_MS) return;
        asked = performance.now();
        own.update().catch(() => {});
      });
    },
    take: async () => {
      if (!(await settle())) return false;
      taking = true;
      if (registration?.waiting) registration.waiting.postMessage({ type: 'SKIP_WAITING' });
      else reload();
      return true;
    },
  };
}
