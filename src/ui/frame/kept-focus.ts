import { type RefObject, useEffect } from 'react';

/** Parts of a screen that have a heading of their own. */
const PARTS = 'section, article, aside, fieldset, [role="group"]';

/**
 * What has the focus may go away with the answer it took: a question, a filter, a row. Then the heading of the
 * nearest part of the screen that is still there takes it, so that the next Tab goes on from there; where the whole
 * screen has become another one, its h1. Grids keep their own: their rows come and go while one scrolls.
 */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = main.current;
    if (!root) return;
    let last: Element | null = null;
    let around: Element[] = [];
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element && !target.closest('[role="grid"]') ? target : null;
      around = [];
      for (let part = last?.closest(PARTS); part && root.contains(part); part = part.parentElement?.closest(PARTS))
        around.push(part);
    };
    const mend = () => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      const near = around.find((part) => part.isConnected && part.querySelector('h1, h2, h3'));
      const heading = near?.querySelector<HTMLElement>('h1, h2, h3') ?? root.querySelector('h1');
      if (!heading) return;
      last = null;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: near !== undefined });
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
