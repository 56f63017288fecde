import './toast.css';
import { useEffect, useState } from 'react';
import { useApp, useSession } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Icon } from './Icon.tsx';

const STAYS_MS = 8_000;

/** One sentence about what just happened, with its undo. Stays while it is pointed at or focused. */
export function Toast() {
  const { commands } = useApp();
  const toast = useSession((state) => state.toast);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => commands.dismissToast(), STAYS_MS);
    return () => clearTimeout(timer);
  }, [toast, held, commands]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at the toast only keeps it from leaving
    <div
      className="toast-place no-print"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="status" aria-live="polite">
        {toast ? (
          <div className="toast">
            <p>{toast.text}</p>
            {toast.undo ? (
              <Button look="quiet" size="small" onClick={() => commands.undo()}>
                Undo
              </Button>
            ) : null}
            <button
              type="button"
              className="toast-close"
              onClick={() => commands.dismissToast()}
              aria-label="Close this message"
            >
              <Icon name="close" />
            </button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
