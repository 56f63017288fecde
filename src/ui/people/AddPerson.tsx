import { type FormEvent, useRef, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';

/** Somebody no file knows. */
export function AddPerson({ onAdded }: { onAdded: (id: PersonId) => void }) {
  const { commands } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [company, setCompany] = useState('');
  const [position, setPosition] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const id = commands.addPerson(
      { name: name.trim(), ...(position.trim() ? { position: position.trim() } : {}) },
      company.trim() || undefined,
    );
    dialog.current?.close();
    onAdded(id);
  };
  const open = () => {
    setName('');
    setCompany('');
    setPosition('');
    dialog.current?.showModal();
  };
  return (
    <>
      <Button onClick={open}>Add a person</Button>
      <dialog ref={dialog} aria-labelledby="add-person">
        <form className="stack" onSubmit={submit}>
          <h2 id="add-person">Add a person</h2>
          <TextField label="Name" required value={name} onText={setName} autoComplete="off" />
          <TextField label="Company" value={company} onText={setCompany} autoComplete="off" />
          <TextField label="Position" value={position} onText={setPosition} autoComplete="off" />
          <div className="row">
            <Button type="submit" look="primary" disabled={name.trim() === ''}>
              Add
            </Button>
            <Button onClick={() => dialog.current?.close()}>Cancel</Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
