import { useRef, useState } from 'react';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Field, TextField } from '#ui/shared/Field.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import { count } from '#ui/shared/words.ts';

/** Puts a backup in place of what is here, after saying what that replaces. One step, which undo takes back. */
export function Restore() {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const clear = () => {
    setFile(null);
    setPassphrase('');
    if (field.current) field.current.value = '';
  };
  const restore = async () => {
    if (!file) return;
    setBusy(true);
    const result = await commands.restore(file, passphrase);
    setBusy(false);
    setSaid({ ok: result.ok, text: result.ok ? result.value : result.error });
    if (result.ok) clear();
  };
  return (
    <section className="settings-block" aria-labelledby="settings-restore">
      <h3 id="settings-restore">Restore</h3>
      <Field label="Backup file">
        {(control) => (
          <input
            {...control}
            ref={field}
            type="file"
            accept=".handcarry"
            className="input"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setSaid(null);
            }}
          />
        )}
      </Field>
      {file ? (
        <div className="notice stack-tight">
          <p>
            {file.name}, {sizeWords(file.size)}. It replaces what is open now:{' '}
            {count(workspace.people.size, 'person', 'people')}, {count(workspace.targets.size, 'target')},{' '}
            {count(workspace.asks.size, 'ask')}. You can undo it.
          </p>
          <TextField
            label="Passphrase, if the file has one"
            type="password"
            autoComplete="off"
            value={passphrase}
            onText={setPassphrase}
          />
          <div className="row">
            <Button disabled={busy} onClick={() => void restore()}>
              Restore this file
            </Button>
            <Button look="quiet" onClick={clear}>
              Leave it
            </Button>
          </div>
        </div>
      ) : null}
      <p role={said && !said.ok ? 'alert' : 'status'} className={said && !said.ok ? 'field-error' : 'faint'}>
        {said?.text ?? ''}
      </p>
    </section>
  );
}
