import { useRef } from 'react';
import { isOpen } from '#model/ask.ts';
import { type Person, profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { ASK_WORDS, count, dayWords, firstName } from '#ui/shared/words.ts';
import { leavingWith } from '#workspace/changes/remove-person.ts';

/** Deleting a person takes everything known about them along, and says so first. */
export function DeletePerson({ person, onGone }: { person: Person; onGone: () => void }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const dialog = useRef<HTMLDialogElement>(null);
  const { name } = profileOf(person);
  return (
    <section className="person-section">
      <div>
        <Button look="danger" size="small" onClick={() => dialog.current?.showModal()}>
          Delete this person
        </Button>
      </div>
      <dialog ref={dialog} aria-labelledby="delete-person">
        <div className="stack">
          <h2 id="delete-person">Delete {name || 'this person'}?</h2>
          <p className="soft">What goes with them: {whatGoes(workspace, person)}.</p>
          <Waiting friend={person} />
          <p className="soft">
            The store forgets them at once. Undo can bring them back for half a minute; after that nothing here holds
            them any more. A later import of the same files brings the contact back.
          </p>
          <p className="soft">{whatBackupsHold(workspace)}</p>
          <div className="row">
            <Button onClick={() => dialog.current?.close()}>Keep</Button>
            <Button
              look="danger"
              onClick={() => {
                dialog.current?.close();
                commands.removePerson(person.id);
                onGone();
              }}
            >
              Delete
            </Button>
          </div>
        </div>
      </dialog>
    </section>
  );
}

/** Somebody who was asked, or carries the page, should not learn it from silence. */
function Waiting({ friend }: { friend: Person }) {
  const { asks } = useWorkspace();
  const open = [...asks.values()].find((ask) => ask.friend === friend.id && isOpen(ask) && ask.state !== 'prepared');
  if (!open) return null;
  return (
    <p>
      A request to {firstName(profileOf(friend).name) || 'this friend'} is open ({ASK_WORDS[open.state].toLowerCase()}).
      Close it in the hand-off first if they should hear how it ends.
    </p>
  );
}

/** The app cannot reach into files that were saved. */
function whatBackupsHold({ me }: Workspace): string {
  if (!me.backedUp) return 'No backup file was saved of this workspace, so no file holds them.';
  return `Backup files still hold them: the last one is of ${dayWords(me.backedUp.on)}. Save a new one and delete the old files.`;
}

function whatGoes(workspace: Workspace, person: Person): string {
  const { ties, asks, targets, lists } = leavingWith(workspace, person.id);
  const messages = person.events.reduce((sum, one) => sum + one.theirs.length + one.mine.length, 0);
  const parts = [
    person.sightings.length > 0 ? count(person.sightings.length, 'row of your files', 'rows of your files') : '',
    messages > 0 ? `the times of ${count(messages, 'message')}` : '',
    ties > 0 ? count(ties, 'word on whom they know', 'words on whom they know') : '',
    asks > 0 ? `${count(asks, 'request')} with the note and the letter` : '',
    targets > 0 ? `their place in ${count(targets, 'target')}` : '',
    lists > 0 ? `${count(lists, 'list')} they shared, with everybody known from there only` : '',
    'your own words',
  ];
  return parts.filter(Boolean).join(', ');
}
