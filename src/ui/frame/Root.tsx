import './frame.css';
import './rail.css';
import { useEffect, useRef, useState } from 'react';
import { AppProvider, useDocument } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { go, routeOf } from '#ui/shared/route.ts';
import type { App } from '#workspace/app.ts';
import { Calm } from './Calm.tsx';
import { Crash } from './Crash.tsx';
import { Erased } from './Erased.tsx';
import { Frame } from './Frame.tsx';
import { Locked } from './Locked.tsx';

/** The whole page: opening, the store that would not open, or the frame with its screens. */
export function Root({ app }: { app: App }) {
  return (
    <AppProvider app={app}>
      <Crash>
        <Opened />
      </Crash>
    </AppProvider>
  );
}

function Opened() {
  const id = useDocument((state) => state.workspace?.id);
  const unread = useDocument((state) => (state.save.is === 'failed' && state.save.unread ? state.save.message : null));
  const erased = useDocument((state) => state.save.is === 'erased');
  const locked = useDocument((state) => state.locked);
  const [goOn, setGoOn] = useState(false);
  const before = useRef(id);
  useEffect(() => {
    if (id && before.current && id !== before.current) leaveOldAddress();
    if (id) before.current = id;
  }, [id]);
  if (erased) return <Erased />;
  if (locked === 'yes') return <Locked />;
  if (id === undefined || locked === 'closing') {
    return (
      <main className="opening">
        <p>{locked === 'closing' ? 'Locking Handcarry' : 'Opening Handcarry'}</p>
      </main>
    );
  }
  if (unread !== null && !goOn) return <NotOpened message={unread} onGoOn={() => setGoOn(true)} />;
  // Another workspace is another app: nothing of the one before stays on screen.
  return <Frame key={id} />;
}

/** Addresses of the workspace before mean nothing in another one; Import and Settings do. */
function leaveOldAddress() {
  const { to } = routeOf(window.location.hash);
  if (to !== 'import' && to !== 'settings' && to !== 'from-friend') go({ to: 'home' });
}

/** The store did not open: nothing is overwritten, and the person decides. */
function NotOpened({ message, onGoOn }: { message: string; onGoOn: () => void }) {
  return (
    <main>
      <Calm title="Your data could not be opened">
        <p role="alert">{message}</p>
        <div className="row">
          <Button look="primary" onClick={() => window.location.reload()}>
            Load again
          </Button>
          <Button onClick={onGoOn}>Go on without it</Button>
        </div>
      </Calm>
    </main>
  );
}
