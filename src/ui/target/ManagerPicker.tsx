import './manager-picker.css';
import { useState } from 'react';
import type { CompanyId, PersonId } from '#model/ids.ts';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { personHits } from '#ui/shared/person-hits.ts';
import { nameIn } from '#ui/shared/words.ts';

export type ManagerChoice = PersonId | { readonly name: string } | null;

/** A person you have, a new name, or "I don't know" with likely ones and the reason. */
export function ManagerPicker({
  company,
  title,
  value,
  onChoose,
}: {
  company: CompanyId | null;
  title: string;
  value: ManagerChoice;
  onChoose: (choice: ManagerChoice) => void;
}) {
  const workspace = useWorkspace();
  const [typed, setTyped] = useState(typeof value === 'string' ? nameIn(workspace, value) : (value?.name ?? ''));
  const hits = typed.trim() && typeof value !== 'string' ? personHits(workspace, typed, 4) : [];
  return (
    <div className="stack-tight manager-picker">
      <TextField
        label="Hiring manager"
        hint="A name from your people, or a new one. Leave it empty if you don't know."
        value={typed}
        autoComplete="off"
        onText={(text) => {
          setTyped(text);
          onChoose(text.trim() ? { name: text.trim() } : null);
        }}
      />
      {hits.length > 0 ? (
        <ul className="manager-picker-hits" aria-label="People you have">
          {hits.map((hit) => (
            <li key={hit.id}>
              <Button
                size="small"
                onClick={() => {
                  setTyped(hit.name);
                  onChoose(hit.id);
                }}
              >
                {hit.name}
                {hit.detail ? <span className="faint">{hit.detail}</span> : null}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {value === null && company ? <Likely company={company} title={title} onChoose={(id) => onChoose(id)} /> : null}
    </div>
  );
}

function Likely({
  company,
  title,
  onChoose,
}: {
  company: CompanyId;
  title: string;
  onChoose: (person: PersonId) => void;
}) {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const guesses = latest(useAnswer((signal) => queries.managers(company, title, signal), `${company} ${title}`));
  if (!guesses || guesses.length === 0) return null;
  return (
    <div className="stack-tight">
      <p className="field-hint">Likely ones among the people you have. Check before you choose.</p>
      <ul className="manager-picker-likely">
        {guesses.slice(0, 4).map((guess) => (
          <li key={guess.person}>
            <Button size="small" onClick={() => onChoose(guess.person)}>
              {nameIn(workspace, guess.person)}
            </Button>
            <span className="faint">{guess.reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
