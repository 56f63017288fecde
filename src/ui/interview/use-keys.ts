import { useLayoutEffect, useRef } from 'react';
import { isTyping } from '#ui/shared/typing.ts';

/**
 * Single keys for the whole screen, but never while somebody types or a dialog is open. Layout effects: a
 * fast key must never answer the question before.
 */
export function useKeys(does: (key: string) => boolean): void {
  const latest = useRef(does);
  useLayoutEffect(() => {
    latest.current = does;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (latest.current(event.key.toLowerCase())) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
