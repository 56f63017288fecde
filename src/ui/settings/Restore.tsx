import { type FormEvent, useRef, useState } from 'react';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Field, TextField } from '#ui/shared/Field.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import type { OpenedBackup, RestoreHow } from '#workspace/backup-commands.ts';
import { RestoreChoice } from './RestoreChoice.tsx';

/** A backup is read and checked first; the person sees what is in it and decides what becomes of it. */
export function Restore() {
  const { commands } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [locked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [opened, setOpened] = useState<OpenedBackup | null>(null);
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);
  const [busy, setBusy] = useState(false);

  const clear = () => {
    setFile(null);
    setOpened(null);
    setLocked(false);
    setPassphrase('');
    if (field.current) field.current.value = '';
  };
  const look = async (chosen: File, typed: string) => {
    setBusy(true);
    const result = await commands.openBackup(chosen, typed);
    setBusy(false);
    setOpened(result.ok ? result.value : null);
    setLocked(!result.ok && result.error.locked);
    setSaid(result.ok ? null : { ok: result.error.locked && typed === '', text: result.error.message });
  };
  const restore = async (how: RestoreHow) => {
    if (!opened) return;
    setBusy(true);
    const result = await opened.restore(how);
    setBusy(false);
    setSaid({ ok: result.ok, text: result.ok ? result.value : result.error });
    if (result.ok) clear();
  };
  const unlock = (event: FormEvent) => {
    event.preventDefault();
    if (file) void look(file, passphrase);
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
              const chosen = event.target.files?.[0] ?? null;
              setFile(chosen);
              setOpened(null);
              setPassphrase('');
              if (chosen) void look(chosen, '');
            }}
          />
        )}
      </Field>
      {file ? (
        <p className="faint">
          {file.name}, {sizeWords(file.size)}
          {locked ? ', locked with a passphrase' : ''}
        </p>
      ) : null}
      {locked ? (
        <form className="settings-add" onSubmit={unlock}>
          <TextField
            label="Passphrase of this file"
            type="password"
            autoComplete="off"
            value={passphrase}
            onText={setPassphrase}
          />
          <Button type="submit" disabled={busy || passphrase === ''}>
            Open it
          </Button>
        </form>
      ) : null}
      {opened ? (
        <RestoreChoice opened={opened} busy={busy} onRestore={(how) => void restore(how)} onLeave={clear} />
      ) : null}
      <p role={said && !said.ok ? 'alert' : 'status'} className={said && !said.ok ? 'field-error' : 'faint'}>
        {said?.text ?? ''}
      </p>
    </section>
  );
}
