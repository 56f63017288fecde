import './interview.css';
import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Statement } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { PairQuestion } from '#paths/types.ts';
import { AnswerFailed } from '#ui/shared/AnswerFailed.tsx';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { href } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { companyIn, count, firstName, nameIn } from '#ui/shared/words.ts';
import { Answers, answerOf, type KeyedAnswer } from './Answers.tsx';
import { useHeld } from './use-held.ts';
import { useKeys } from './use-keys.ts';

const AT_ONCE = 40;
/** More selected people than this are not asked about at once. */
const MOST = 200;
/** About five minutes by keyboard. */
const ENOUGH = 30;

const SAID: Record<Statement['says'], string> = {
  well: 'know each other well',
  know: 'know each other',
  met: 'have met',
  no: 'do not know each other',
  unsure: 'may know each other',
};

const SAYS: readonly KeyedAnswer<Statement['says']>[] = [
  { key: '1', label: 'Well', value: 'well' },
  { key: '2', label: 'Knows', value: 'know' },
  { key: '3', label: 'Has met', value: 'met' },
  { key: '4', label: 'No', value: 'no' },
  { key: '5', label: 'Not sure', value: 'unsure' },
];

/**
 * One question at a time, the one that would change the ways in most comes first. `among`: only about pairs of
 * those people.
 */
export function WhoKnowsWhom({ among = null }: { among?: readonly PersonId[] | null }) {
  const { commands, queries } = useApp();
  const workspace = useWorkspace();
  const answer = useAnswer(
    (signal) => queries.questions(AT_ONCE, signal, among ?? undefined),
    `questions ${among?.join(' ') ?? ''}`,
  );
  const [answered, setAnswered] = useState<readonly PairQuestion[]>([]);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [again, setAgain] = useState<PairQuestion | null>(null);
  const [says, setSays] = useState<Statement['says'] | null>(null);

  const done = new Set(answered.map(pairOf));
  const isOpen = (one: PairQuestion) =>
    !done.has(pairOf(one)) &&
    !skipped.has(pairOf(one)) &&
    workspace.people.has(one.friend) &&
    workspace.people.has(one.about);
  const open = (latest(answer) ?? []).filter(isOpen);
  const held = useHeld(open[0] ?? null, isOpen);
  const question = again ?? held;

  const keep = (said: Statement['says'], how: Statement['how']) => {
    if (!question) return;
    const by = how === 'told' ? { by: question.friend } : {};
    commands.addStatement(question.friend, question.about, { on: today(), how, says: said, ...by });
    setAnswered([...answered, question]);
    setAgain(null);
    setSays(null);
  };
  const say = (said: Statement['says']) => (said === 'unsure' ? keep(said, 'think') : setSays(said));
  const skip = () => {
    if (!question) return;
    setSkipped(new Set(skipped).add(pairOf(question)));
    setAgain(null);
    setSays(null);
  };
  const back = () => {
    if (says) return setSays(null);
    const last = answered.at(-1);
    if (!last) return;
    commands.undo();
    setAnswered(answered.slice(0, -1));
    setAgain(last);
  };
  const hows = question ? howAnswers(firstName(nameIn(workspace, question.friend))) : [];
  useKeys((key) => {
    if (key === 'u') back();
    else if (!question) return false;
    else if (key === 'n') skip();
    else if (says) {
      const how = answerOf(hows, key);
      if (!how) return false;
      keep(says, how.value);
    } else {
      const said = answerOf(SAYS, key);
      if (!said) return false;
      say(said.value);
    }
    return true;
  });

  return (
    <div className="screen interview">
      <header className="interview-head">
        <h1>Who knows whom{among ? ` among ${count(among.length, 'person', 'people')}` : ''}</h1>
        <p className="soft">
          Nobody's files say who knows whom. You do. A few answers turn a list of names into ways in, and "not sure" is
          always fine.
        </p>
        {among ? (
          <p className="soft">
            Only about the people you selected{among.length > MOST ? `, the first ${MOST} of them` : ''}.{' '}
            <a href={href({ to: 'who-knows-whom' })}>Ask about everybody who matters</a>
          </p>
        ) : null}
      </header>
      <AnswerFailed answer={answer} />
      {question ? (
        <section className="card interview-card" aria-label="Question">
          <Question question={question} says={says} />
          {says ? (
            <Answers label="How do you know?" answers={hows} onAnswer={(how) => keep(says, how)} />
          ) : (
            <Answers label="Answers" answers={SAYS} onAnswer={say} />
          )}
          <div className="interview-foot">
            <span />
            <Button look="quiet" size="small" onClick={skip}>
              <kbd>N</kbd> Next question
            </Button>
          </div>
        </section>
      ) : answer.is === 'failed' ? null : (
        <Nothing
          waiting={answer.is === 'waiting'}
          answered={answered.length}
          among={among !== null}
          workspace={workspace}
        />
      )}
      {question || answered.length > 0 ? (
        <Progress
          answered={answered.length}
          left={open.length}
          onBack={back}
          canGoBack={answered.length > 0 || says !== null}
        />
      ) : null}
    </div>
  );
}

function pairOf({ friend, about }: PairQuestion): string {
  return `${friend} ${about}`;
}

function howAnswers(friend: string): readonly KeyedAnswer<Statement['how']>[] {
  return [
    { key: 't', label: `${friend} told me`, value: 'told' },
    { key: 's', label: 'I have seen it', value: 'seen' },
    { key: 'i', label: 'I think so', value: 'think' },
  ];
}

function Question({ question, says }: { question: PairQuestion; says: Statement['says'] | null }) {
  const workspace = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  const key = `${pairOf(question)} ${says ?? ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new question takes the focus, so that it is read out
  useEffect(() => heading.current?.focus({ preventScroll: true }), [key]);
  const about = workspace.people.get(question.about);
  const at = about ? companyIn(workspace, profileOf(about).company) : '';
  return (
    <>
      <h2 ref={heading} tabIndex={-1} aria-describedby={says ? undefined : 'interview-why'}>
        {says
          ? `${nameIn(workspace, question.friend)} and ${nameIn(workspace, question.about)} ${SAID[says]}. How do you know?`
          : `Does ${nameIn(workspace, question.friend)} know ${nameIn(workspace, question.about)}${at ? ` at ${at}` : ''}?`}
      </h2>
      {about && !says && profileOf(about).position !== '' ? <p className="soft">{profileOf(about).position}</p> : null}
      {says ? null : (
        <p className="interview-why" id="interview-why">
          <span className="faint">Why we ask:</span> {question.why}
        </p>
      )}
    </>
  );
}

function Progress({
  answered,
  left,
  onBack,
  canGoBack,
}: {
  answered: number;
  left: number;
  onBack: () => void;
  canGoBack: boolean;
}) {
  const goal = useGoal(answered + left);
  return (
    <div className="stack-tight">
      <progress className="interview-progress" max={goal} value={answered} aria-label="Answered" />
      <div className="interview-foot">
        <p className="faint" role="status">
          {answered < goal
            ? `${answered} of about ${goal} answers. Stop whenever you like.`
            : `${count(answered, 'answer')}. That is plenty; go on if you like.`}
        </p>
        <Button look="quiet" size="small" onClick={onBack} disabled={!canGoBack}>
          <kbd>U</kbd> Back
        </Button>
      </div>
    </div>
  );
}

/** New questions come up as others are answered; the goal stays what it was at the start. */
function useGoal(questions: number): number {
  const [goal, setGoal] = useState(0);
  if (goal === 0 && questions > 0) setGoal(Math.min(questions, ENOUGH));
  return Math.max(goal, 1);
}

function Nothing({
  waiting,
  answered,
  among,
  workspace,
}: {
  waiting: boolean;
  answered: number;
  among: boolean;
  workspace: Workspace;
}) {
  if (waiting) return <p className="faint">Looking for the question that helps most</p>;
  if (among) {
    return (
      <section className="card stack" aria-label="No question">
        <p>{answered > 0 ? 'Thank you. ' : ''}Every pair among them has your answer.</p>
        <div className="row">
          <ButtonLink to={{ to: 'who-knows-whom' }} look="primary">
            Ask about everybody who matters
          </ButtonLink>
          <ButtonLink to={{ to: 'map' }}>Back to the map</ButtonLink>
        </div>
      </section>
    );
  }
  if (workspace.targets.size === 0) {
    return (
      <section className="card stack" aria-label="No question">
        <p>Name one role first. Then we ask about the few people who matter for it.</p>
        <div>
          <ButtonLink to={{ to: 'new-target' }} look="primary">
            Name one role
          </ButtonLink>
        </div>
      </section>
    );
  }
  return (
    <section className="card stack" aria-label="No question">
      <p>
        {answered > 0
          ? 'Thank you. No other answer would change your ways in now.'
          : "No answer would change your ways in now. Bring a friend's list, or name another role."}
      </p>
      <div className="row">
        <ButtonLink to={{ to: 'targets' }} look="primary">
          Go to your targets
        </ButtonLink>
        <ButtonLink to={{ to: 'import' }}>Import a list</ButtonLink>
      </div>
    </section>
  );
}
