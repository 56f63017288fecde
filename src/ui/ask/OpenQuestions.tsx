import { useState } from 'react';
import type { Question } from '#model/question.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { dayWords, nameIn } from '#ui/shared/words.ts';
import { PasteReply } from './PasteReply.tsx';

/** Who has been asked, who answered, and the box for the reply. */
export function OpenQuestions() {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [open, setOpen] = useState<Question['id'] | null>(null);
  const questions = [...workspace.questions.values()].sort((a, b) => (a.on < b.on ? 1 : -1));
  if (questions.length === 0) return null;
  return (
    <section className="card stack" aria-label="Questions you asked">
      <h2>Waiting for an answer</h2>
      <ul className="stack-tight">
        {questions.map((question) => (
          <li key={question.id} className="ask-question">
            <div className="row-apart">
              <span>
                <strong>{nameIn(workspace, question.friend)}</strong> about{' '}
                {question.about.map((id) => nameIn(workspace, id)).join(', ')}
              </span>
              <span className="faint">
                {question.answeredOn
                  ? `answered on ${dayWords(question.answeredOn)}`
                  : `asked on ${dayWords(question.on)}`}
              </span>
            </div>
            <div className="row">
              <Button
                size="small"
                aria-expanded={open === question.id}
                onClick={() => setOpen(open === question.id ? null : question.id)}
              >
                {question.answeredOn ? 'Enter a newer reply' : 'Enter the reply'}
              </Button>
              <Button size="small" look="quiet" onClick={() => commands.removeQuestion(question.id)}>
                Delete
              </Button>
            </div>
            {open === question.id ? <PasteReply question={question} onDone={() => setOpen(null)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
