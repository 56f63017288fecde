import { questionText } from '#friendcheck/question-text.ts';
import type { PersonId } from '#model/ids.ts';
import { type OwnWords, profileOf } from '#model/person.ts';
import type { PairQuestion } from '#paths/types.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { PersonPicker, type Picked } from '#ui/shared/PersonPicker.tsx';
import { today } from '#ui/shared/today.ts';
import { companyIn, dayWords, nameIn } from '#ui/shared/words.ts';
import { mayBeAsked, worthAsking } from './suggestions.ts';
import { travelling } from './travelling.ts';

export interface Draft {
  readonly friends: readonly PersonId[];
  readonly about: readonly PersonId[];
  readonly from: string;
  readonly line: string;
}

const SUGGESTED = 4;

/** Whom to ask, about whom, and literally what will travel. */
export function NewQuestion({
  draft,
  pairs,
  onDraft,
  onChoose,
  onPrepare,
}: {
  draft: Draft;
  pairs: readonly PairQuestion[];
  onDraft: (draft: Draft) => void;
  onChoose: (friend: PersonId, about: PersonId | null) => void;
  onPrepare: () => void;
}) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const { friends, about, from, line } = draft;
  const [first] = friends;
  const idOf = (picked: Picked, own: Pick<OwnWords, 'closeness' | 'closenessAssumed'> = {}) =>
    'id' in picked ? picked.id : commands.addPerson({ name: picked.name, ...own });
  const refused = friends.filter((id) => !mayBeAsked(workspace, id));
  return (
    <section className="card stack" aria-label="New question">
      <h2>{first ? 'Your question' : 'Whom do you want to ask?'}</h2>
      {first ? (
        <People
          label="To"
          people={friends}
          remove="Do not ask"
          onRemove={(id) => onDraft({ ...draft, friends: friends.filter((one) => one !== id) })}
        />
      ) : (
        <WorthAsking pairs={pairs} onChoose={onChoose} />
      )}
      <PersonPicker
        label={first ? 'Ask somebody else the same' : 'A friend'}
        {...(first ? {} : { hint: 'Somebody who would answer you.' })}
        allowNew
        without={friends}
        onPick={(picked) => onChoose(idOf(picked, { closeness: 3, closenessAssumed: true }), null)}
      />
      {refused.map((id) => (
        <p key={id} className="notice" data-kind="warning">
          {refusal(nameIn(workspace, id), workspace.people.get(id)?.own.leaveOut?.on)}
        </p>
      ))}
      {first ? (
        <>
          <People
            label="About"
            people={about}
            remove="Do not ask about"
            onRemove={(id) => onDraft({ ...draft, about: about.filter((one) => one !== id) })}
          />
          <PersonPicker
            label="Add a name"
            allowNew
            without={[...friends, ...about]}
            onPick={(picked) => onDraft({ ...draft, about: [...new Set([...about, idOf(picked)])] })}
          />
          <div className="ask-two">
            <TextField
              label="Your name, as your friends know you"
              maxLength={120}
              value={from}
              onText={(text) => onDraft({ ...draft, from: text })}
            />
            <TextField
              label="A personal line (optional)"
              maxLength={300}
              value={line}
              onText={(text) => onDraft({ ...draft, line: text })}
            />
          </div>
        </>
      ) : null}
      {first && about.length > 0 && refused.length === 0 ? (
        <>
          <div className="stack-tight">
            <h3>Exactly this will travel, and nothing else</h3>
            <pre className="ask-travels">
              {questionText(
                travelling(workspace, { id: 'question:new', friend: first, about, from, line, on: today() }),
              )}
            </pre>
            {friends.length > 1 ? <p className="faint">The others get the same with their own name.</p> : null}
          </div>
          <div className="row">
            <Button look="primary" onClick={onPrepare}>
              {friends.length > 1 ? `Prepare these ${friends.length} questions` : 'Prepare this question'}
            </Button>
            <span className="faint">Nothing is sent. You carry it.</span>
          </div>
        </>
      ) : null}
    </section>
  );
}

function refusal(name: string, leftOut: string | undefined): string {
  return leftOut
    ? `${name} asked to be left out of this search on ${dayWords(leftOut)}. Please do not ask again.`
    : `You marked ${name} as do not contact.`;
}

/** The friends whose answer would change most, with the reason. */
function WorthAsking({
  pairs,
  onChoose,
}: {
  pairs: readonly PairQuestion[];
  onChoose: (friend: PersonId, about: PersonId) => void;
}) {
  const workspace = useWorkspace();
  const worth = worthAsking(workspace, pairs, today()).slice(0, SUGGESTED);
  if (worth.length === 0) return null;
  return (
    <ul className="ask-names" aria-label="Worth asking first">
      {worth.map(({ friend, about, why }) => (
        <li key={friend} className="ask-name">
          <span>
            {nameIn(workspace, friend)} <span className="ask-why">{why}</span>
          </span>
          <Button
            size="small"
            aria-label={`Ask ${nameIn(workspace, friend)} about ${nameIn(workspace, about)}`}
            onClick={() => onChoose(friend, about)}
          >
            Ask
          </Button>
        </li>
      ))}
    </ul>
  );
}

function People({
  label,
  people,
  remove,
  onRemove,
}: {
  label: string;
  people: readonly PersonId[];
  remove: string;
  onRemove: (id: PersonId) => void;
}) {
  const workspace = useWorkspace();
  if (people.length === 0) return <p className="soft">Nobody to ask about yet. Add a name, or make a target first.</p>;
  return (
    <div className="stack-tight">
      <h3>{label}</h3>
      <ul className="ask-names">
        {people.map((id) => {
          const person = workspace.people.get(id);
          return (
            <li key={id} className="ask-name">
              <span>
                {nameIn(workspace, id)}{' '}
                <span className="faint">{person ? companyIn(workspace, profileOf(person).company) : ''}</span>
              </span>
              <Button
                size="small"
                look="quiet"
                aria-label={`${remove} ${nameIn(workspace, id)}`}
                onClick={() => onRemove(id)}
              >
                Remove
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
