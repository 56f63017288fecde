import { type FormEvent, useState } from 'react';
import { useApp, useDocument } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { WorkspaceRow } from './WorkspaceRow.tsx';

/** Searches side by side; nothing of one is seen in another. */
export function Workspaces() {
  const { commands } = useApp();
  const shelf = useDocument((state) => state.shelf);
  const [name, setName] = useState('');
  const [failed, setFailed] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const made = await commands.newWorkspace(name);
    setFailed(made.ok ? '' : made.error);
    if (made.ok) setName('');
  };
  return (
    <>
      <p className="soft">
        A second search, or a client's: each workspace has its own people, targets and imports, and nothing crosses.
      </p>
      <p>
        If you coach, keep a client's contacts here only with that client's consent. They are other people's names, and
        the client decides what happens to them.
      </p>
      <ul className="settings-jobs" aria-label="Workspaces">
        {shelf.map((item) => (
          <WorkspaceRow key={item.id} item={item} />
        ))}
      </ul>
      <form className="settings-add" onSubmit={(event) => void add(event)}>
        <TextField
          label="Name of a new workspace"
          autoComplete="off"
          value={name}
          onText={setName}
          {...(failed ? { error: failed } : {})}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          Make it
        </Button>
      </form>
    </>
  );
}
