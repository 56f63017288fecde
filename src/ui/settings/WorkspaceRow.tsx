import { useId, useRef, useState } from 'react';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { hueOf } from '#ui/shared/workspace-hue.ts';
import type { Shelf } from '#workspace/types.ts';
import { KeptField } from './KeptField.tsx';

/** One workspace: its colour, its name, and what can be done with it. */
export function WorkspaceRow({ item }: { item: Shelf[number] }) {
  const { commands } = useApp();
  const here = useWorkspace().id === item.id;
  const [failed, setFailed] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const tell = (done: Awaited<ReturnType<typeof commands.openWorkspace>>) => setFailed(done.ok ? '' : done.error);
  return (
    <li className="settings-job" data-workspace-hue={hueOf(item.id)}>
      <div className="settings-workspace">
        <span className="workspace-mark" aria-hidden="true" />
        {item.sample ? (
          <p>{item.name}</p>
        ) : (
          <KeptField
            label="Name"
            value={item.name}
            onKeep={(name) => {
              if (name !== '') void commands.renameWorkspace(item.id, name).then(tell);
            }}
          />
        )}
        {here ? (
          <p className="faint">Open now</p>
        ) : (
          <Button
            size="small"
            aria-label={`Open ${item.name}`}
            onClick={() => void commands.openWorkspace(item.id).then(tell)}
          >
            Open
          </Button>
        )}
        <Button
          size="small"
          look="quiet"
          aria-label={`Delete ${item.name}`}
          onClick={() => dialog.current?.showModal()}
        >
          Delete
        </Button>
      </div>
      <p role="alert" className="field-error">
        {failed}
      </p>
      <dialog ref={dialog} aria-labelledby={title}>
        <div className="stack">
          <h2 id={title}>Delete {item.name}?</h2>
          <p className="soft">
            Its people, targets, asks, letters and imports are removed from this browser. This cannot be undone; backup
            files you saved stay where they are.
          </p>
          <div className="row">
            <Button
              look="danger"
              onClick={() => {
                dialog.current?.close();
                void commands.deleteWorkspace(item.id).then(tell);
              }}
            >
              Delete
            </Button>
            <Button onClick={() => dialog.current?.close()}>Keep it</Button>
          </div>
        </div>
      </dialog>
    </li>
  );
}
