import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { Calm } from './Calm.tsx';

const WORDS = 'delete everything';

/** Before anything is read: the passphrase, and what is left to do without it. */
export function Locked() {
  const { commands } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [failed, setFailed] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    document.title = 'Handcarry';
    form.current?.querySelector('input')?.focus();
  }, []);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const opened = await commands.unlock(passphrase);
    setBusy(false);
    setFailed(opened.ok ? '' : opened.error);
  };
  return (
    <main>
      <Calm title="Handcarry is locked">
        <p>What is kept here is encrypted. Type your passphrase to open it in this tab.</p>
        <form ref={form} className="stack-tight locked" onSubmit={(event) => void open(event)}>
          <TextField
            label="Passphrase"
            type="password"
            autoComplete="current-password"
            value={passphrase}
            onText={(text) => {
              setPassphrase(text);
              setFailed('');
            }}
          />
          <p role="alert" className="field-error">
            {failed}
          </p>
          <div>
            <Button type="submit" look="primary" disabled={busy || passphrase === ''}>
              {busy ? 'Opening' : 'Open'}
            </Button>
          </div>
        </form>
        <Forgotten />
      </Calm>
    </main>
  );
}

function Forgotten() {
  const { commands } = useApp();
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState('');
  const sure = typed.trim().toLowerCase() === WORDS;
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    if (!sure) return;
    const erased = await commands.deleteEverything();
    if (!erased.ok) setFailed(erased.error);
  };
  return (
    <details className="calm-details locked">
      <summary>I forgot the passphrase</summary>
      <div className="stack-tight">
        <p>
          Nobody can open it without the passphrase, and there is no other key. You can delete everything here and begin
          anew; a backup file that you saved can then be restored under Settings.
        </p>
        <form className="stack-tight" onSubmit={(event) => void erase(event)}>
          <TextField
            label={`Type "${WORDS}" to go on`}
            autoComplete="off"
            value={typed}
            onText={setTyped}
            {...(failed ? { error: failed } : {})}
          />
          <div>
            <Button type="submit" look="danger" disabled={!sure}>
              Delete everything
            </Button>
          </div>
        </form>
      </div>
    </details>
  );
}
