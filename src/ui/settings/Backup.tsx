import { useState } from 'react';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { count, dayWords } from '#ui/shared/words.ts';
import { Restore } from './Restore.tsx';

/** One file with everything. The passphrase is never kept, so it cannot be recovered. */
export function Backup() {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [passphrase, setPassphrase] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { backedUp } = workspace.me;
  const since = backedUp ? workspace.revision - backedUp.revision : null;

  const save = async () => {
    setBusy(true);
    try {
      const { name, bytes } = await commands.backup(passphrase);
      saveFile(name, bytes, 'application/octet-stream');
      setSaid(`Saved as ${name}. It is in your downloads.`);
      setPassphrase('');
    } catch (error) {
      setSaid(`The backup could not be made: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p className="soft">
        Browsers may clear what a site keeps, and some do after a week without a visit. A backup file is the only copy
        that is truly yours.
      </p>
      <p>
        {backedUp
          ? `Last backup on ${dayWords(backedUp.on)}${since && since > 1 ? `, ${count(since - 1, 'change')} since` : ''}.`
          : 'Not backed up yet.'}
      </p>
      <div className="settings-add">
        <TextField
          label="Passphrase (optional)"
          hint="With one, the file is encrypted. A forgotten passphrase cannot be recovered."
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onText={setPassphrase}
        />
      </div>
      <div className="row">
        <Button look="primary" disabled={busy} onClick={() => void save()}>
          Save a backup file
        </Button>
        <p role="status" className="faint">
          {said}
        </p>
      </div>
      <Restore />
    </>
  );
}
