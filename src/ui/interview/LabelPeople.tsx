import './interview.css';
import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { AnswerFailed } from '#ui/shared/AnswerFailed.tsx';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { CLOSENESS_WORDS, companyIn, count, nameIn } from '#ui/shared/words.ts';
import { Answers, answerOf, type KeyedAnswer } from './Answers.tsx';
import { useHeld } from './use-held.ts';
import { useKeys } from './use-keys.ts';

type Closeness = (typeof CLOSENESS_WORDS)[number]['value'];

const ANSWERS: readonly KeyedAnswer<Closeness>[] = CLOSENESS_WORDS.map(({ value, label }) => ({
  key: String(value),
  label,
  value,
}));

/** Asked for together; the next come as these are answered. */
const AT_ONCE = 100;

/** How close are you? One person at a time, the ones on ways in first; stop at any time. */
export function LabelPeople() {
  const { commands, queries } = useApp();
  const workspace = useWorkspace();
  const [labelled, setLabelled] = useState<readonly PersonId[]>([]);
  const [skipped, setSkipped] = useState<ReadonlySet<PersonId>>(new Set());
  const [again, setAgain] = useState<PersonId | null>(null);
  const limit = AT_ONCE + skipped.size;
  const answer = useAnswer((signal) => queries.toLabel(limit, signal), String(limit));
  const order = latest(answer);
  const isOpen = ({ person }: { person: PersonId }) =>
    !skipped.has(person) && workspace.people.has(person) && !hasWord(workspace, person);
  const open = (order ?? []).filter(isOpen);
  const held = useHeld(open[0] ?? null, isOpen);
  const at = again ?? held?.person ?? null;
  const why = [held, ...(order ?? [])].find((one) => one?.person === at)?.why ?? '';

  const label = (closeness: Closeness) => {
    if (!at) return;
    commands.label([at], closeness);
    setLabelled([...labelled, at]);
    setAgain(null);
  };
  const skip = () => {
    if (!at) return;
    setSkipped(new Set(skipped).add(at));
    setAgain(null);
  };
  const back = () => {
    const last = labelled.at(-1);
    if (!last) return;
    commands.undo();
    setLabelled(labelled.slice(0, -1));
    setAgain(last);
  };
  useKeys((key) => {
    const answer = answerOf(ANSWERS, key);
    if (answer) label(answer.value);
    else if (key === 'n') skip();
    else if (key === 'u') back();
    else return false;
    return true;
  });

  return (
    <div className="screen interview">
      <header className="interview-head">
        <h1>Label your people</h1>
        <p className="soft">
          Your own word on how close you are is the best single measure there is. It stays on this computer. The people
          who matter most for your targets come first; stop whenever you like.
        </p>
      </header>
      <AnswerFailed answer={answer} />
      {at ? (
        <section className="card interview-card" aria-label="Person">
          <Who id={at} why={why} />
          <Answers label="How close are you?" answers={ANSWERS} oneColumn onAnswer={label} />
          <div className="interview-foot">
            <span />
            <Button look="quiet" size="small" onClick={skip}>
              <kbd>N</kbd> Next person
            </Button>
          </div>
        </section>
      ) : (
        <section className="card stack" aria-label="Nobody left">
          <p>{nobodyLeft(workspace, order !== null)}</p>
          <div>
            {workspace.people.size === 0 ? (
              <ButtonLink to={{ to: 'import' }} look="primary">
                Import contacts
              </ButtonLink>
            ) : (
              <ButtonLink to={{ to: 'people' }}>See the people</ButtonLink>
            )}
          </div>
        </section>
      )}
      <div className="interview-foot">
        <p className="faint" role="status">
          {count(labelled.length, 'person', 'people')} labelled now,{' '}
          {(order?.length ?? 0) >= limit ? `more than ${AT_ONCE} people` : count(open.length, 'person', 'people')}{' '}
          without your word
        </p>
        <Button look="quiet" size="small" onClick={back} disabled={labelled.length === 0}>
          <kbd>U</kbd> Back
        </Button>
      </div>
    </div>
  );
}

function nobodyLeft(workspace: Workspace, known: boolean): string {
  if (workspace.people.size === 0) return 'Nobody is here yet. Bring your contacts first.';
  return known ? 'Everybody has your word.' : 'Looking for the people who matter most';
}

/** Said a moment ago; the answer that leaves them out is on its way. What the app assumed is no word. */
function hasWord(workspace: Workspace, id: PersonId): boolean {
  const own = workspace.people.get(id)?.own;
  return own?.closeness !== undefined && !own.closenessAssumed;
}

function Who({ id, why }: { id: PersonId; why: string }) {
  const workspace = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new person takes the focus, so that it is read out
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id]);
  const person = workspace.people.get(id);
  const profile = person ? profileOf(person) : null;
  return (
    <div className="stack-tight">
      <h2 ref={heading} tabIndex={-1} aria-describedby="interview-why">
        How close are you to {nameIn(workspace, id)}?
      </h2>
      <p className="soft">
        {profile ? [profile.position, companyIn(workspace, profile.company)].filter(Boolean).join(', ') : ''}
      </p>
      {why ? (
        <p className="interview-why" id="interview-why">
          <span className="faint">Why we ask:</span> {why}
        </p>
      ) : null}
    </div>
  );
}
