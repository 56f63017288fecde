import { useEffect } from 'react';
import { isTyping } from '#ui/shared/typing.ts';

/** Ctrl/Cmd K searches, Ctrl/Cmd Z takes back and with Shift brings back, outside of text fields; with Shift L locks. */
export function useFrameKeys(does: { search: () => void; undo: () => void; redo: () => void; lock: () => void }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'k') {
        event.preventDefault();
        does.search();
      } else if (key === 'l' && event.shiftKey) {
        event.preventDefault();
        does.lock();
      } else if (key === 'z' && !isTyping(event.target)) {
        event.preventDefault();
        if (event.shiftKey) does.redo();
        else does.undo();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [does]);
}
