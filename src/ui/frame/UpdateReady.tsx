import { useState } from 'react';
import { useStore } from 'zustand';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';

/** A new version waits until the person takes it: nothing is replaced while somebody is at work. */
export function UpdateReady() {
  const { updates } = useApp();
  const { is } = useStore(updates.state);
  const [later, setLater] = useState('');
  const [failed, setFailed] = useState(false);
  if (is === 'none' || later === is) return null;
  return (
    <section className="banner no-print" aria-label="New version" role="status">
      <p>
        {is === 'waiting'
          ? 'A new version is ready.'
          : 'Another tab has loaded a new version. Load this one too when you are done here.'}
        {failed ? ' Not loaded: your last change could not be saved yet.' : ''}
      </p>
      <span className="row">
        <Button size="small" onClick={() => void updates.take().then((taken) => setFailed(!taken))}>
          Load it now
        </Button>
        <Button size="small" look="quiet" onClick={() => setLater(is)}>
          Later
        </Button>
      </span>
    </section>
  );
}
