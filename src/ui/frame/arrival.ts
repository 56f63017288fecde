import { type RefObject, useEffect, useRef } from 'react';
import type { Route } from '#ui/shared/route.ts';

/** Screens whose selection changes beside the list: the heading keeps still and so does the focus. */
const BESIDE: ReadonlySet<Route['to']> = new Set(['people', 'settings', 'map']);

/** Of the whole page: another workspace makes another frame, and is an arrival all the same. */
let arrived = false;

export function arrivalKey(route: Route, hash: string): string {
  return BESIDE.has(route.to) ? route.to : hash;
}

/**
 * When another screen comes up: its h1 gives the document title and takes the focus, as a page load
 * would. Screens load late, so the heading is waited for. The very first screen does not take the focus. The browser
 * writes titles into its history: with a lock on the app (`secret`) they name nobody.
 */
export function useArrival(main: RefObject<HTMLElement | null>, key: string, secret: boolean): void {
  /** A lock that is set on this screen changes the title, and leaves the place on it alone. */
  const seen = useRef('');
  useEffect(() => {
    const root = main.current;
    if (!root) return;
    const first = !arrived;
    const other = seen.current !== key;
    arrived = true;
    seen.current = key;
    const settle = () => {
      const heading = root.querySelector('h1');
      if (!heading) return false;
      document.title = secret ? 'Handcarry' : `${heading.textContent.trim()} · Handcarry`;
      if (!first && other && !root.contains(document.activeElement)) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
      return true;
    };
    if (!first && other) window.scrollTo(0, 0);
    if (settle()) return;
    const watch = new MutationObserver(() => {
      if (settle()) watch.disconnect();
    });
    watch.observe(root, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [main, key, secret]);
}
