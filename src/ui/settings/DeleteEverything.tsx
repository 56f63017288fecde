import { useRef, useState } from 'react';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { showLook } from '#ui/shared/look.ts';
import { count } from '#ui/shared/words.ts';

const WORDS = 'delete everything';

/** For good and without undo, so it asks for the words. */
export function DeleteEverything() {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState('');
  const sure = typed.trim().toLowerCase() === WORDS;
  const erase = async () => {
    const result = await commands.deleteEverything();
    if (!result.ok) {
      setFailed(result.error);
      return;
    }
    showLook('system');
  };
  return (
    <>
      <p className="soft">
        Removes every workspace from this browser: people, targets, asks, letters, CVs and imports; and with them the
        files of the app that were kept for work without a network, and your settings. Backup files you saved stay where
        they are.
      </p>
      <div>
        <Button look="danger" onClick={() => dialog.current?.showModal()}>
          Delete everything
        </Button>
      </div>
      <dialog ref={dialog} aria-labelledby="delete-everything">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (sure) void erase();
          }}
        >
          <h2 id="delete-everything">Delete everything?</h2>
          <p>
            {count(workspace.people.size, 'person', 'people')}, {count(workspace.targets.size, 'target')} and{' '}
            {count(workspace.asks.size, 'ask')} here, and every other workspace. This cannot be undone.
          </p>
          <TextField
            label={`Type "${WORDS}" to go on`}
            value={typed}
            onText={setTyped}
            autoComplete="off"
            {...(failed ? { error: failed } : {})}
          />
          <div className="row">
            <Button type="submit" look="danger" disabled={!sure}>
              Delete everything
            </Button>
            <Button onClick={() => dialog.current?.close()}>Keep it</Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
