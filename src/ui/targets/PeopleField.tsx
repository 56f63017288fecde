import { useWorkspace } from '#ui/shared/app.tsx';
import { PersonPicker } from '#ui/shared/PersonPicker.tsx';
import { nameIn } from '#ui/shared/words.ts';
import type { NamedPerson } from './draft.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly NamedPerson[];
  readonly onChange: (people: readonly NamedPerson[]) => void;
}

/** Several people by name, known or new. */
export function PeopleField({ label, hint, value, onChange }: Props) {
  const workspace = useWorkspace();
  const shown = (person: NamedPerson) => (typeof person === 'string' ? nameIn(workspace, person) : person.name);
  const known = value.filter((person) => typeof person === 'string');
  return (
    <div className="stack-tight">
      <PersonPicker
        label={label}
        hint={hint}
        allowNew
        without={known}
        onPick={(picked) => onChange([...value, 'id' in picked ? picked.id : picked])}
      />
      {value.length > 0 ? (
        <ul className="row">
          {value.map((person) => (
            <li key={shown(person)}>
              <button
                type="button"
                className="chip targets-chip"
                onClick={() => onChange(value.filter((other) => other !== person))}
              >
                {shown(person)}
                <span aria-hidden="true">×</span>
                <span className="unseen">, take off</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
