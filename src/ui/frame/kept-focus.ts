import { type RefObject, useEffect } from 'react';

/** Parts of a screen that have a heading of their own. */
const PARTS = 'section, article, aside, fieldset, [role="group"]';

/**
 * What has the focus may go away with the answer it took: a question, a filter, a row. Then the heading of the
 * nearest part of the screen that is still there takes it, so that the next Tab goes on from there.
 */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = main.current;
    if (!root) return;
    let last: Element | null = null;
    let around: Element[] = [];
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
      around = [];
      for (let part = last?.closest(PARTS); part && root.contains(part); part = part.parentElement?.closest(PARTS))
        around.push(part);
    };
    const mend = () => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      for (const part of around) {
        const heading = part.isConnected ? part.querySelector<HTMLElement>('h1, h2, h3') : null;
        if (!heading) continue;
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
        return;
      }
    };
    root.addEventListener('focusin', note);
    const watch = new MutationObserver(mend);
    watch.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', note);
      watch.disconnect();
    };
  }, [main]);
}
