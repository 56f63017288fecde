import type { Ask, AskState } from '#model/ask.ts';

const ENDED: ReadonlySet<AskState> = new Set(['declined', 'heard-back', 'done']);

/**
 * Whether a friend is waiting for a thank-you: an ask that ended with a word from them. Silence owes
 * nothing, so that it blocks nobody for ever (PLAYBOOK §6); an ask that never reached the friend neither.
 */
export function owesThanks(ask: Ask): boolean {
  const reached = ask.history.some(({ state }) => state !== 'queued' && state !== 'prepared' && state !== 'done');
  return ENDED.has(ask.state) && ask.thankedOn === null && reached;
}
