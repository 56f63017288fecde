import { useState } from 'react';
import { useApp, useDocument } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { saveFile } from '#ui/shared/save-file.ts';

/** The store refused. The work stays open, and a file can still be saved. */
export function NotSaved() {
  const { commands, flush } = useApp();
  const save = useDocument((state) => state.save);
  const [failed, setFailed] = useState('');
  if (save.is !== 'failed') return null;
  const keep = async () => {
    try {
      const { name, bytes, made } = await commands.backup('');
      saveFile(name, bytes, 'application/octet-stream');
      made();
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="banner no-print" data-kind="problem" aria-label="Not saved" role="alert">
      <p>
        {save.message} {failed}
      </p>
      <span className="row">
        <Button size="small" onClick={() => void keep()}>
          Save a backup file
        </Button>
        {save.missing ? (
          <Button size="small" onClick={() => void commands.storeAgain()}>
            Store it here again
          </Button>
        ) : save.retry ? (
          <Button size="small" onClick={() => void flush()}>
            Try again
          </Button>
        ) : (
          <Button size="small" onClick={() => window.location.reload()}>
            Load again
          </Button>
        )}
      </span>
    </section>
  );
}
