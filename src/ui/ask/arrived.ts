import { go } from '#ui/shared/route.ts';

/**
 * A question or an answer that came in the address is read once, then the address is cleaned, so that
 * nothing of it stays in the history of the browser. It is kept in memory only.
 */
let arrived = '';
let times = 0;

/** Takes a capsule out of the address, now and whenever a link brings one; called before the first screen. */
export function watchAddress(): void {
  takeFromAddress();
  window.addEventListener('hashchange', takeFromAddress);
}

export function arrivedCapsule(): string {
  return arrived;
}

/** Opens a question or an answer that came as a file. */
export function bringCapsule(text: string): void {
  arrived = text;
  times++;
  go({ to: 'from-friend', time: times });
}

function takeFromAddress(): void {
  const { hash, pathname, search } = window.location;
  if (!/^#(ask|answer)=/.test(hash)) return;
  arrived = hash;
  times++;
  history.replaceState(null, '', `${pathname}${search}#/from-friend/${times}`);
}
