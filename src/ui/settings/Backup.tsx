import { useEffect, useState } from 'react';
import { changesOf } from '#model/workspace.ts';
import { useApp, useDocument, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { count, dayWords } from '#ui/shared/words.ts';
import { Restore } from './Restore.tsx';
import { canKeepAFile, chooseFile, mayWrite, writeFile } from './same-file.ts';

/** One file with everything. The passphrase is never kept, so it cannot be recovered. */
export function Backup() {
  const { commands, exports } = useApp();
  const workspace = useWorkspace();
  const locks = useDocument((state) => state.lock !== null);
  const [passphrase, setPassphrase] = useState('');
  const [kept, setKept] = useState<FileSystemFileHandle | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { id, me } = workspace;
  const since = me.backedUp ? changesOf(workspace) - me.backedUp.revision : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each workspace has a file of its own
  useEffect(() => {
    void commands.backupFile().then(setKept);
  }, [commands, id]);

  const attempt = async (work: () => Promise<string>) => {
    setBusy(true);
    try {
      setSaid(await work());
    } catch (error) {
      setSaid(`The file could not be written: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      setBusy(false);
    }
  };
  const download = async () => {
    const { name, bytes, made } = await commands.backup(passphrase);
    saveFile(name, bytes, 'application/octet-stream');
    made();
    setPassphrase('');
    return `Saved as ${name}. It is in your downloads.`;
  };
  const write = async (file: FileSystemFileHandle | null) => {
    if (!file) return '';
    if (!(await mayWrite(file))) return 'The browser did not allow writing to this file. Nothing was changed.';
    const { bytes, made } = await commands.backup(passphrase);
    await writeFile(file, bytes);
    made();
    setPassphrase('');
    return `Written to ${file.name}, in place of the backup before.`;
  };
  const choose = async () => {
    const file = await chooseFile(`${workspace.name}.handcarry`);
    const done = await write(file);
    if (file) {
      await commands.keepBackupFile(file);
      setKept(file);
    }
    return done;
  };
  const readable = async () => {
    const { name, bytes, type } = await exports.readable();
    saveFile(name, bytes, type);
    return `Saved as ${name}.`;
  };
  return (
    <>
      <p className="soft">
        Browsers may clear what a site keeps, and some do after a week without a visit. A backup file is the only copy
        that is truly yours.
      </p>
      <p>
        {me.backedUp
          ? `Last backup on ${dayWords(me.backedUp.on)}${since && since > 1 ? `, ${count(since - 1, 'change')} since` : ''}.`
          : 'Not backed up yet.'}
      </p>
      <div className="settings-add">
        <TextField
          label="Passphrase (optional)"
          hint={`With one, the file is encrypted. A forgotten passphrase cannot be recovered.${locks ? ' The lock of the app does not cover this file.' : ''}`}
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onText={setPassphrase}
        />
      </div>
      <div className="row">
        {kept ? (
          <Button look="primary" disabled={busy} onClick={() => void attempt(() => write(kept))}>
            Save to {kept.name}
          </Button>
        ) : null}
        <Button look={kept ? 'plain' : 'primary'} disabled={busy} onClick={() => void attempt(download)}>
          Save a backup file
        </Button>
        {canKeepAFile() ? (
          <Button look="quiet" disabled={busy} onClick={() => void attempt(choose)}>
            {kept ? 'Use another file' : 'Use the same file each time'}
          </Button>
        ) : null}
      </div>
      <p role="status" className="faint">
        {said}
      </p>
      <div className="stack-tight">
        <p className="soft">
          To read it elsewhere: people, ties, targets and asks as CSV and JSON Lines in one zip. This copy is not
          encrypted and cannot be restored.
        </p>
        <div>
          <Button disabled={busy} onClick={() => void attempt(readable)}>
            Save a readable copy
          </Button>
        </div>
      </div>
      <Restore />
    </>
  );
}
