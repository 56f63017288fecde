import './ask.css';
import { useState } from 'react';
import type { PersonId, QuestionId } from '#model/ids.ts';
import type { Question } from '#model/question.ts';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { today } from '#ui/shared/today.ts';
import { Asked } from './Asked.tsx';
import { type Draft, NewQuestion } from './NewQuestion.tsx';
import { suggestedNames } from './suggestions.ts';

const SUGGESTED = 5;
const QUESTIONS = 60;

/** Which of these people do you know? One question to one friend or several; the person carries it. */
export function AskFriend({ person, about }: { person?: PersonId | undefined; about?: PersonId | undefined }) {
  const { commands, queries } = useApp();
  const workspace = useWorkspace();
  const [draft, setDraft] = useState<Draft>(() => ({
    friends: person && workspace.people.has(person) ? [person] : [],
    about:
      about && workspace.people.has(about)
        ? [about]
        : person
          ? suggestedNames(workspace, person, SUGGESTED, today())
          : [],
    from: workspace.me.name,
    line: '',
  }));
  const [fresh, setFresh] = useState<readonly QuestionId[]>([]);
  const pairs = latest(useAnswer((signal) => queries.questions(QUESTIONS, signal), 'questions')) ?? [];

  const choose = (friend: PersonId, one: PersonId | null) =>
    setDraft({
      ...draft,
      friends: [...new Set([...draft.friends, friend])],
      about:
        draft.about.length > 0
          ? draft.about
          : [...new Set([...(one ? [one] : []), ...suggestedNames(workspace, friend, SUGGESTED, today())])].slice(
              0,
              SUGGESTED,
            ),
    });
  const prepare = () => {
    setFresh(commands.askFriends(draft));
    setDraft({ ...draft, friends: [], about: [], line: '' });
  };
  const change = (questions: readonly Question[]) => {
    const [first] = questions;
    if (!first) return;
    commands.removeQuestions(questions.map(({ id }) => id));
    setDraft({
      friends: questions.map(({ friend }) => friend),
      about: [...new Set(questions.flatMap((question) => question.about))],
      from: first.from,
      line: first.line,
    });
    window.scrollTo(0, 0);
  };
  return (
    <div className="screen ask stack">
      <header className="stack-tight">
        <h1 tabIndex={-1}>Ask a friend</h1>
        <p className="soft">
          Nobody's export says who knows whom. Your friend does. One short question, thirty seconds to answer, and a
          lead becomes a way in, or you know that it is none.
        </p>
      </header>
      <NewQuestion draft={draft} pairs={pairs} onDraft={setDraft} onChoose={choose} onPrepare={prepare} />
      <Asked
        fresh={fresh}
        pairs={pairs}
        onChange={change}
        onAgain={(friends, names, { from, line }) =>
          setFresh(commands.askFriends({ friends, about: names, from, line }))
        }
      />
    </div>
  );
}
