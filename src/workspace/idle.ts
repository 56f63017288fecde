import { watchActivity } from './page.ts';
import type { Tabs } from './tabs.ts';

interface IdleParts {
  /** After how many minutes without a key or a touch; 0: never. */
  readonly minutes: () => number;
  readonly lock: () => void;
  readonly tabs: Tabs;
  readonly now: () => number;
}

/** The clock of the wall decides: a computer that slept for an hour was idle for an hour. */
const LOOK_MS = 5_000;
const TELL_MS = 5_000;

/** Locks once nobody was at work in any tab for so long. Answers how to stop. */
export function watchIdle({ minutes, lock, tabs, now }: IdleParts): () => void {
  let active = now();
  let told = 0;
  const look = (): void => {
    const limit = minutes();
    const idle = now() - active >= limit * 60_000;
    if (limit === 0 || idle) active = now();
    if (limit > 0 && idle) lock();
  };
  const stir = (): void => {
    look();
    active = now();
    if (active - told < TELL_MS) return;
    told = active;
    tabs.tell({ is: 'active' });
  };
  tabs.hear(({ is }) => {
    if (is === 'active') active = now();
  });
  const timer = setInterval(look, LOOK_MS);
  const unwatch = watchActivity({ stir, look });
  return () => {
    clearInterval(timer);
    unwatch();
  };
}
