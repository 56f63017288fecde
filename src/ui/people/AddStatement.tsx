import { useMemo, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import type { Statement } from '#model/tie.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { PersonPicker } from '#ui/shared/PersonPicker.tsx';
import { today } from '#ui/shared/today.ts';
import { firstName, nameIn } from '#ui/shared/words.ts';

/** "Does Ana know Marta?" in your own words, with how you know. */
export function AddStatement({ person, onDone }: { person: Person; onDone: () => void }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [other, setOther] = useState<PersonId | null>(null);
  const [says, setSays] = useState<Statement['says'] | null>(null);
  const [how, setHow] = useState<Statement['how'] | null>(null);
  const without = useMemo(() => [person.id], [person.id]);
  const name = firstName(nameIn(workspace, person.id));
  const needsHow = says === 'well' || says === 'know' || says === 'met' || says === 'no';
  const ready = other && says && (how || !needsHow);

  const save = () => {
    if (!other || !says) return;
    const told = how === 'told';
    commands.addStatement(person.id, other, {
      on: today(),
      how: how ?? 'think',
      says,
      ...(told ? { by: person.id } : {}),
    });
    onDone();
  };
  return (
    <div className="person-add">
      {other ? (
        <div className="row-apart">
          <p>
            Does {name} know {nameIn(workspace, other)}?
          </p>
          <Button look="quiet" size="small" onClick={() => setOther(null)}>
            Somebody else
          </Button>
        </div>
      ) : (
        <PersonPicker
          label={`Whom does ${name} know?`}
          without={without}
          allowNew
          onPick={(picked) => setOther('id' in picked ? picked.id : commands.addPerson({ name: picked.name }))}
        />
      )}
      {other ? (
        <Choice
          label="How well?"
          value={says}
          options={[
            { value: 'well', label: 'Well' },
            { value: 'know', label: 'Knows' },
            { value: 'met', label: 'Has met' },
            { value: 'no', label: 'No' },
            { value: 'unsure', label: 'Not sure' },
          ]}
          onChoose={setSays}
        />
      ) : null}
      {other && needsHow ? (
        <Choice
          label="How do you know?"
          value={how}
          options={[
            { value: 'told', label: `${name} told me` },
            { value: 'seen', label: 'I have seen it' },
            { value: 'think', label: 'I think so' },
          ]}
          onChoose={setHow}
        />
      ) : null}
      <div className="row">
        <Button disabled={!ready} onClick={save}>
          Keep it
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
