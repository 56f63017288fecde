import { useCallback, useEffect, useRef, useState } from 'react';

/** What is typed is on the disk within 300 ms: this, and what the store takes. */
const KEEP_MS = 150;

/** A text as it is kept. */
export const trimmed = (text: string): string => text.trim();

/**
 * Text being typed on top of what is kept. It is kept while it is typed, on leaving the field and when the screen or
 * the page goes; the store makes one undoable step of one sitting. With `clean`, what is kept may read differently
 * (trimmed), so what is typed stays on screen until the field is left. What is kept elsewhere (undo, another tab)
 * shows as long as nothing is being typed.
 */
export function useDraft<T>(
  kept: T,
  keep: (value: T) => void,
  clean?: (value: T) => T,
): { value: T; set: (value: T) => void; flush: () => void; leave: () => void } {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null);
  const pending = useRef<{ value: T; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef({ kept, keep, clean });
  useEffect(() => {
    latest.current = { kept, keep, clean };
  });
  const flush = useCallback(() => {
    const waiting = pending.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    pending.current = null;
    const now = latest.current;
    const value = now.clean ? now.clean(waiting.value) : waiting.value;
    if (value !== now.kept) now.keep(value);
    if (!now.clean) setDraft(null);
  }, []);
  const leave = useCallback(() => {
    flush();
    setDraft(null);
  }, [flush]);
  const set = useCallback(
    (value: T) => {
      if (pending.current) pending.current.value = value;
      else pending.current = { value, timer: setTimeout(flush, KEEP_MS) };
      setDraft({ value });
    },
    [flush],
  );
  useEffect(() => {
    if (clean && !pending.current) setDraft((typed) => (typed && clean(typed.value) !== kept ? null : typed));
  }, [kept, clean]);
  useEffect(() => {
    // Before whatever else looks at what is unsaved when the page goes.
    const ends = ['beforeunload', 'pagehide', 'visibilitychange'];
    for (const end of ends) window.addEventListener(end, flush, true);
    return () => {
      for (const end of ends) window.removeEventListener(end, flush, true);
      flush();
    };
  }, [flush]);
  return { value: draft ? draft.value : kept, set, flush, leave };
}
