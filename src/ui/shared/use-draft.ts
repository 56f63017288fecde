import { useCallback, useEffect, useRef, useState } from 'react';

const PAUSE = 700;

/**
 * Text being typed on top of what is kept. It is kept after a pause in typing, on leaving the field and when the
 * screen goes away, so that one sitting is one undoable step. What is kept elsewhere (undo, another tab) shows
 * as long as nothing is being typed.
 */
export function useDraft<T>(
  kept: T,
  keep: (value: T) => void,
): { value: T; set: (value: T) => void; flush: () => void } {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null);
  const pending = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latestKeep = useRef(keep);
  useEffect(() => {
    latestKeep.current = keep;
  });
  const flush = useCallback(() => {
    const waiting = pending.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    pending.current = null;
    latestKeep.current(waiting.value);
    setDraft(null);
  }, []);
  const set = useCallback(
    (value: T) => {
      if (pending.current) clearTimeout(pending.current.timer);
      pending.current = { value, timer: setTimeout(flush, PAUSE) };
      setDraft({ value });
    },
    [flush],
  );
  useEffect(() => {
    // Before whatever else looks at what is unsaved when the page goes.
    window.addEventListener('beforeunload', flush, true);
    window.addEventListener('pagehide', flush, true);
    return () => {
      window.removeEventListener('beforeunload', flush, true);
      window.removeEventListener('pagehide', flush, true);
      flush();
    };
  }, [flush]);
  return { value: draft ? draft.value : kept, set, flush };
}
