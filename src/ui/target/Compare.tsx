import { useRef, useState } from 'react';
import type { WayShown } from '#paths/types.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Field } from '#ui/shared/Field.tsx';
import { Steps } from '#ui/shared/Steps.tsx';
import { nameIn } from '#ui/shared/words.ts';

const SENTENCES = 3;

/** Two ways in side by side: the same facts in the same order. */
export function Compare({ way, others }: { way: WayShown; others: readonly WayShown[] }) {
  const workspace = useWorkspace();
  const { commands } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const rest = others.filter((other) => other.id !== way.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const other = rest.find(({ id }) => id === chosen) ?? rest[0];
  if (!other) return null;
  const take = (id: string) => {
    dialog.current?.close();
    commands.chooseWay(id);
  };
  return (
    <>
      <Button
        look="quiet"
        size="small"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        Compare
      </Button>
      <dialog ref={dialog} className="compare" aria-label="Compare two ways in" onClose={() => setOpen(false)}>
        {open ? (
          <div className="stack">
            <div className="row-apart">
              <h2>Two ways in</h2>
              <Button look="quiet" size="small" onClick={() => dialog.current?.close()}>
                Close
              </Button>
            </div>
            {rest.length > 1 ? (
              <Field label={`Compare ${nameIn(workspace, way.people[0])} with`}>
                {(control) => (
                  <select
                    {...control}
                    className="select"
                    value={other.id}
                    onChange={(event) => setChosen(event.target.value)}
                  >
                    {rest.map(({ id, people }) => (
                      <option key={id} value={id}>
                        {people.map((person) => nameIn(workspace, person)).join(', ')}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ) : null}
            <div className="compare-two">
              <Side way={way} onTake={take} />
              <Side way={other} onTake={take} />
            </div>
          </div>
        ) : null}
      </dialog>
    </>
  );
}

function Side({ way, onTake }: { way: WayShown; onTake: (id: string) => void }) {
  const workspace = useWorkspace();
  return (
    <section className="stack-tight">
      <h3>{nameIn(workspace, way.people[0])}</h3>
      <Steps way={way} short />
      <ul className="target-evidence">
        {way.evidence.flatMap((list) =>
          list.slice(0, SENTENCES).map((evidence) => <li key={evidence.text}>{evidence.text}</li>),
        )}
      </ul>
      {way.better ? <p className="faint">What would make it better: {way.better}</p> : null}
      <div>
        <Button size="small" onClick={() => onTake(way.id)}>
          Take this one
        </Button>
      </div>
    </section>
  );
}
