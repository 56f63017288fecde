import './interview.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Portfolio } from '#paths/types.ts';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { CLOSENESS_WORDS, companyIn, count, nameIn } from '#ui/shared/words.ts';
import { Answers, answerOf, type KeyedAnswer } from './Answers.tsx';
import { labelOrder } from './label-order.ts';
import { useKeys } from './use-keys.ts';

type Closeness = (typeof CLOSENESS_WORDS)[number]['value'];

const ANSWERS: readonly KeyedAnswer<Closeness>[] = CLOSENESS_WORDS.map(({ value, label }) => ({
  key: String(value),
  label,
  value,
}));

/** How close are you? One person at a time, the ones on ways in first; stop at any time. */
export function LabelPeople() {
  const { commands, queries } = useApp();
  const workspace = useWorkspace();
  const portfolio = latest(useAnswer((signal) => queries.portfolio(signal), 'portfolio'));
  const columns = latest(useAnswer((signal) => queries.people(signal), 'people'));
  const [labelled, setLabelled] = useState<readonly PersonId[]>([]);
  const [skipped, setSkipped] = useState<ReadonlySet<PersonId>>(new Set());
  const [again, setAgain] = useState<PersonId | null>(null);
  const order = useMemo(() => labelOrder(workspace, portfolio, columns), [workspace, portfolio, columns]);
  const open = order.filter((id) => !skipped.has(id));
  const at = again ?? open[0] ?? null;

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
      {at ? (
        <section className="card interview-card" aria-label="Person">
          <Who id={at} portfolio={portfolio} />
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
          <p>{columns ? 'Everybody who matters has your word.' : 'Looking for the people who matter most'}</p>
          <div>
            <ButtonLink to={{ to: 'people' }}>See the people</ButtonLink>
          </div>
        </section>
      )}
      <div className="interview-foot">
        <p className="faint" role="status">
          {count(labelled.length, 'person', 'people')} labelled now, {count(open.length, 'person', 'people')} without
          your word
        </p>
        <Button look="quiet" size="small" onClick={back} disabled={labelled.length === 0}>
          <kbd>U</kbd> Back
        </Button>
      </div>
    </div>
  );
}

function Who({ id, portfolio }: { id: PersonId; portfolio: Portfolio | null }) {
  const workspace = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new person takes the focus, so that it is read out
  useEffect(() => heading.current?.focus({ preventScroll: true }), [id]);
  const person = workspace.people.get(id);
  const profile = person ? profileOf(person) : null;
  const opens = portfolio?.doors.find((door) => door.friend === id)?.opens ?? [];
  const titles = opens.map(({ target }) => workspace.targets.get(target)?.title).filter(Boolean);
  return (
    <div className="stack-tight">
      <h2 ref={heading} tabIndex={-1}>
        How close are you to {nameIn(workspace, id)}?
      </h2>
      <p className="soft">
        {profile ? [profile.position, companyIn(workspace, profile.company)].filter(Boolean).join(', ') : ''}
      </p>
      {titles.length > 0 ? <p className="faint">On a way in to: {titles.join(', ')}</p> : null}
    </div>
  );
}
