import './frame.css';
import { useState } from 'react';
import { AppProvider, useDocument } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import type { App } from '#workspace/app.ts';
import { Calm } from './Calm.tsx';
import { Crash } from './Crash.tsx';
import { Frame } from './Frame.tsx';

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
  const nothing = useDocument((state) => !state.workspace?.people.size && !state.workspace?.targets.size);
  const failed = useDocument((state) => (state.save.is === 'failed' ? state.save.message : null));
  const [goOn, setGoOn] = useState(false);
  if (id === undefined) {
    return (
      <main className="opening">
        <p>Opening Handcarry</p>
      </main>
    );
  }
  if (failed !== null && nothing && !goOn) return <NotOpened message={failed} onGoOn={() => setGoOn(true)} />;
  // Another workspace is another app: nothing of the one before stays on screen.
  return <Frame key={id} />;
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
