import { useState } from 'react';

/**
 * The question on screen stays until it is answered or put off: what the service thinks of a moment later never
 * takes its place under the person's keys.
 */
export function useHeld<T>(next: T | null, open: (held: T) => boolean): T | null {
  const [held, setHeld] = useState(next);
  const shown = held !== null && open(held) ? held : next;
  if (shown !== held) setHeld(shown);
  return shown;
}
