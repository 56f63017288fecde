import './person.css';
import { useEffect, useRef } from 'react';
import type { PersonId } from '#model/ids.ts';
import { PersonCard } from './PersonCard.tsx';

/** A person's card over another screen, which stays where it is. */
export function PersonDialog({ id, onClose }: { id: PersonId; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="person-dialog" aria-label="Person card" onClose={onClose}>
      <PersonCard id={id} onClose={() => dialog.current?.close()} />
    </dialog>
  );
}
