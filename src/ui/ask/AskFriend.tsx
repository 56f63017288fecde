import './ask.css';
import { useState } from 'react';
import type { PersonId, QuestionId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { PersonPicker, type Picked } from '#ui/shared/PersonPicker.tsx';
import { companyIn, nameIn } from '#ui/shared/words.ts';
import { OpenQuestions } from './OpenQuestions.tsx';
import { suggestedNames } from './suggestions.ts';
import { Travels } from './Travels.tsx';

const SUGGESTED = 5;

/** One question to one friend: which of these people do you know? Nothing is sent; the person carries it. */
export function AskFriend() {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [friend, setFriend] = useState<PersonId | null>(null);
  const [about, setAbout] = useState<readonly PersonId[]>([]);
  const [line, setLine] = useState('');
  const [kept, setKept] = useState<QuestionId | null>(null);

  const choose = (picked: Picked) => {
    const id = 'id' in picked ? picked.id : commands.addPerson({ name: picked.name, closeness: 3 });
    setFriend(id);
    setAbout(suggestedNames(workspace, id, SUGGESTED));
    setKept(null);
  };
  const add = (picked: Picked) => {
    const id = 'id' in picked ? picked.id : commands.addPerson({ name: picked.name });
    setAbout([...new Set([...about, id])]);
    setKept(null);
  };
  const change = () => {
    if (kept) commands.removeQuestion(kept);
    setKept(null);
  };
  const person = friend ? workspace.people.get(friend) : undefined;
  return (
    <div className="screen stack">
      <header className="stack-tight">
        <h1 tabIndex={-1}>Ask a friend</h1>
        <p className="soft ask-lead">
          Nobody's export says who knows whom. Your friend does. One short question, thirty seconds to answer, and a
          lead becomes a way in, or you know that it is none.
        </p>
      </header>
      <section className="card stack" aria-label="New question">
        {friend ? (
          <div className="row-apart">
            <h2>A question for {nameIn(workspace, friend)}</h2>
            <Button size="small" look="quiet" onClick={() => setFriend(null)}>
              Somebody else
            </Button>
          </div>
        ) : (
          <PersonPicker
            label="Whom do you want to ask?"
            hint="Somebody who would answer you."
            allowNew
            onPick={choose}
          />
        )}
        {person?.own.leaveOut ? (
          <p className="notice" data-kind="warning">
            {nameIn(workspace, person.id)} asked to be left out of this search on {person.own.leaveOut.on}. Please do
            not ask again.
          </p>
        ) : null}
        {friend && !person?.own.leaveOut ? (
          <>
            <Names about={about} onRemove={kept ? null : (id) => setAbout(about.filter((one) => one !== id))} />
            {kept ? (
              <Button size="small" look="quiet" onClick={change}>
                Change the question
              </Button>
            ) : (
              <>
                <PersonPicker label="Add a name" allowNew without={[friend, ...about]} onPick={add} />
                <TextField label="A personal line (optional)" maxLength={300} value={line} onText={setLine} />
              </>
            )}
            {about.length > 0 ? (
              <Travels
                friend={friend}
                about={about}
                line={line}
                kept={kept}
                onKeep={() => {
                  if (!kept) setKept(commands.askFriend(friend, about));
                }}
              />
            ) : null}
          </>
        ) : null}
      </section>
      <OpenQuestions />
    </div>
  );
}

function Names({ about, onRemove }: { about: readonly PersonId[]; onRemove: ((id: PersonId) => void) | null }) {
  const workspace = useWorkspace();
  if (about.length === 0) return <p className="soft">Nobody to ask about yet. Add a name, or make a target first.</p>;
  return (
    <ul className="ask-names">
      {about.map((id) => {
        const person = workspace.people.get(id);
        return (
          <li key={id} className="ask-name">
            <span>
              {nameIn(workspace, id)}{' '}
              <span className="faint">{person ? companyIn(workspace, profileOf(person).company) : ''}</span>
            </span>
            {onRemove ? (
              <Button
                size="small"
                look="quiet"
                aria-label={`Do not ask about ${nameIn(workspace, id)}`}
                onClick={() => onRemove(id)}
              >
                Remove
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
