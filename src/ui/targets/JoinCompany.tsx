import { useId, useState } from 'react';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Field } from '#ui/shared/Field.tsx';
import { fold } from '#ui/shared/fold.ts';
import { companyIn } from '#ui/shared/words.ts';

const SUGGESTED = 20;

/** Companies merge: everybody at either is then at one, and the old name stays known. */
export function JoinCompany({ target }: { target: Target }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const list = useId();
  const own = companyIn(workspace, target.company);
  const wanted = fold(name);
  const known = [...workspace.companies.values()].filter(
    (company) => company.id !== target.company && fold(company.name).includes(wanted),
  );
  const join = () => {
    const typed = name.trim();
    commands.together(`${own} joined with ${typed}`, () => {
      commands.mergeCompanies(commands.companyNamed(typed), target.company);
    });
    setName('');
    setSaid(`${own} is part of ${typed} now. The old name stays known.`);
  };
  return (
    <details className="targets-group">
      <summary>{own || 'This company'} has merged with another company</summary>
      <div className="stack">
        <Field
          label={`${own || 'It'} is now part of`}
          hint="Everybody at either is then at that one, here and in later imports. Requests, letters and dates stay. You can undo it."
        >
          {(control) => (
            <input
              {...control}
              className="input"
              list={list}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <datalist id={list}>
          {(wanted === '' ? [] : known.slice(0, SUGGESTED)).map((company) => (
            <option key={company.id} value={company.name} />
          ))}
        </datalist>
        <div>
          <Button size="small" disabled={wanted === '' || wanted === fold(own)} onClick={join}>
            Join the two
          </Button>
        </div>
        <p role="status" className="faint">
          {said}
        </p>
      </div>
    </details>
  );
}
