import { useEffect, useRef, useState } from 'react';
import type { PersonId, QuestionId } from '#model/ids.ts';
import type { Question } from '#model/question.ts';
import { daysBetween } from '#model/time.ts';
import type { PairQuestion } from '#paths/types.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { PersonPicker } from '#ui/shared/PersonPicker.tsx';
import { today } from '#ui/shared/today.ts';
import { dayWords, firstName, nameIn } from '#ui/shared/words.ts';
import { outcomeOf } from './outcome.ts';
import { PasteReply } from './PasteReply.tsx';
import { mayBeAsked, worthAsking } from './suggestions.ts';
import { Travels } from './Travels.tsx';

type Again = (friends: readonly PersonId[], about: readonly PersonId[], like: Question) => void;

const YEAR = 365;
const MORE_FRIENDS = 3;

/** Who has been asked what, who answered, and the box for each reply. */
export function Asked({
  fresh,
  pairs,
  onChange,
  onAgain,
}: {
  fresh: readonly QuestionId[];
  pairs: readonly PairQuestion[];
  onChange: (questions: readonly Question[]) => void;
  onAgain: Again;
}) {
  const workspace = useWorkspace();
  const groups = groupsOf([...workspace.questions.values()]);
  if (groups.length === 0) return null;
  return (
    <section className="stack" aria-label="Questions you asked">
      <h2>Who has been asked</h2>
      {groups.map((questions) => (
        <Group
          key={questions[0]?.id}
          questions={questions}
          fresh={fresh}
          pairs={pairs}
          onChange={onChange}
          onAgain={onAgain}
        />
      ))}
    </section>
  );
}

/** The same question to several friends is one group, the newest first. */
function groupsOf(questions: readonly Question[]): Question[][] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const key = [...question.about].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  const newest = (group: readonly Question[]) =>
    group
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? '';
  return [...groups.values()].sort((a, b) => (newest(a) < newest(b) ? 1 : -1));
}

function Group({
  questions,
  fresh,
  pairs,
  onChange,
  onAgain,
}: {
  questions: readonly Question[];
  fresh: readonly QuestionId[];
  pairs: readonly PairQuestion[];
  onChange: (questions: readonly Question[]) => void;
  onAgain: Again;
}) {
  const workspace = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFresh = questions.some(({ id }) => fresh.includes(id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves to what was just prepared, once
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [fresh]);
  const [first] = questions;
  if (!first) return null;
  const waiting = questions.filter(({ answeredOn }) => answeredOn === null);
  return (
    <div className="card stack">
      <h3 ref={heading} tabIndex={-1}>
        About {first.about.map((id) => nameIn(workspace, id)).join(', ')}
      </h3>
      <table className="table ask-table">
        <thead>
          <tr>
            <th scope="col">Friend</th>
            <th scope="col">Asked</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        {questions.map((question) => (
          <Row key={question.id} question={question} fresh={fresh.includes(question.id)} onAgain={onAgain} />
        ))}
      </table>
      <MoreFriends question={first} asked={questions.map(({ friend }) => friend)} pairs={pairs} onAgain={onAgain} />
      {waiting.length === questions.length ? (
        <div>
          <Button size="small" look="quiet" onClick={() => onChange(questions)}>
            Change the question
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Row({ question, fresh, onAgain }: { question: Question; fresh: boolean; onAgain: Again }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [open, setOpen] = useState<'message' | 'reply' | null>(fresh ? 'message' : null);
  useEffect(() => {
    if (fresh) setOpen('message');
  }, [fresh]);
  const { friend, answeredOn, on } = question;
  const name = nameIn(workspace, friend);
  const old = answeredOn !== null && daysBetween(answeredOn, today()) > YEAR;
  const turn = (what: 'message' | 'reply') => setOpen(open === what ? null : what);
  return (
    <tbody>
      <tr>
        <th scope="row">{name}</th>
        <td className="ask-day">{dayWords(on)}</td>
        <td>
          {answeredOn === null ? (
            <span className="faint">Waiting</span>
          ) : (
            <>
              {outcomeOf(workspace, question)} <span className="faint">{dayWords(answeredOn)}</span>
              {question.remark ? <q className="ask-why">{question.remark}</q> : null}
              {old ? <span className="faint"> More than a year ago: does it still hold?</span> : null}
            </>
          )}
        </td>
      </tr>
      <tr>
        <td colSpan={3}>
          <div className="stack-tight">
            <div className="row">
              <Button size="small" aria-expanded={open === 'reply'} onClick={() => turn('reply')}>
                {answeredOn ? 'Enter a newer reply' : 'Enter the reply'}
              </Button>
              {old && mayBeAsked(workspace, friend) ? (
                <Button size="small" onClick={() => onAgain([friend], question.about, question)}>
                  Ask {firstName(name)} again
                </Button>
              ) : null}
              {answeredOn === null ? (
                <Button size="small" look="quiet" aria-expanded={open === 'message'} onClick={() => turn('message')}>
                  The message
                </Button>
              ) : null}
              <Button
                size="small"
                look="quiet"
                aria-label={`Delete the question to ${name}`}
                onClick={() => commands.removeQuestions([question.id])}
              >
                Delete
              </Button>
            </div>
            {open === 'message' ? <Travels question={question} /> : null}
            {open === 'reply' ? <PasteReply question={question} onDone={() => setOpen(null)} /> : null}
          </div>
        </td>
      </tr>
    </tbody>
  );
}

/** The same question to another friend: one click for those who may know, a name for anybody else. */
function MoreFriends({
  question,
  asked,
  pairs,
  onAgain,
}: {
  question: Question;
  asked: readonly PersonId[];
  pairs: readonly PairQuestion[];
  onAgain: Again;
}) {
  const workspace = useWorkspace();
  const worth = worthAsking(workspace, pairs, today(), question.about).filter(({ friend }) => !asked.includes(friend));
  const ask = (friend: PersonId) => onAgain([friend], question.about, question);
  return (
    <details className="ask-more">
      <summary>Ask another friend the same</summary>
      <div className="stack-tight">
        {worth.slice(0, MORE_FRIENDS).map(({ friend, why }) => (
          <div key={friend} className="ask-name">
            <span>
              {nameIn(workspace, friend)} <span className="ask-why">{why}</span>
            </span>
            <Button size="small" onClick={() => ask(friend)}>
              Ask {firstName(nameIn(workspace, friend))} too
            </Button>
          </div>
        ))}
        <PersonPicker
          label="Somebody else"
          without={[...asked, ...question.about]}
          onPick={(picked) => {
            if ('id' in picked && mayBeAsked(workspace, picked.id)) ask(picked.id);
          }}
        />
      </div>
    </details>
  );
}
