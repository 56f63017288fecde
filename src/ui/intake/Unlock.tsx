import { useState } from 'react';
import { listSentence, openList } from '#friendcheck/shared-list.ts';
import type { QuestionId } from '#model/ids.ts';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { stage } from '#ui/shared/staged.ts';

/** A list that a friend shared is locked: the passphrase first, then it is read like any other list. */
export function Unlock({ file, others, onLeave }: { file: File; others: readonly File[]; onLeave: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const bytes = await file.arrayBuffer().catch(() => null);
    const opened = bytes && (await openList(new Uint8Array(bytes), passphrase));
    setBusy(false);
    if (!opened) setProblem('The browser could not read this file. Was it moved or changed?');
    else if (!opened.ok) setProblem(listSentence(opened.error));
    else await stage([...others, new File([opened.value.text], file.name)], opened.value.list.question as QuestionId);
  };
  return (
    <form
      className="screen import"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <header className="import-head">
        <h1>A list that a friend shared</h1>
        <p className="soft">
          {file.name} is locked. Type the passphrase that your friend told you. It is opened on this computer only.
        </p>
      </header>
      <TextField
        label="Passphrase"
        autoComplete="off"
        value={passphrase}
        onText={setPassphrase}
        {...(problem ? { error: problem } : {})}
      />
      <div className="row">
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? 'Opening' : 'Open the list'}
        </Button>
        <Button onClick={onLeave}>Leave it</Button>
      </div>
    </form>
  );
}
