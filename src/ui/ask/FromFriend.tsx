import './ask.css';
import { useEffect, useState } from 'react';
import { capsuleSentence, readCapsule, type Travelling } from '#friendcheck/travel.ts';
import type { QuestionId } from '#model/ids.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { nameIn } from '#ui/shared/words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { arrivedCapsule } from './arrived.ts';
import { PasteReply } from './PasteReply.tsx';

/** What opened from a link: a question to answer, or the answer to one of mine. Nothing is stored by looking. */
export function FromFriend() {
  const [capsule] = useState(arrivedCapsule);
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState('');
  const [read, setRead] = useState<Awaited<ReturnType<typeof readCapsule>> | null>(null);
  useEffect(() => {
    let current = true;
    void readCapsule(capsule, passphrase).then((result) => current && setRead(result));
    return () => {
      current = false;
    };
  }, [capsule, passphrase]);
  if (!read) return null;
  if (read.ok) return <Opened travelling={read.value} capsule={capsule} />;
  const locked = read.error === 'needs-passphrase' || read.error === 'wrong-passphrase';
  return (
    <div className="screen ask-friend stack">
      <h1 tabIndex={-1}>A question from a friend</h1>
      <p className="notice" data-kind={locked && read.error === 'needs-passphrase' ? 'warning' : 'problem'}>
        {capsule === ''
          ? 'The question is no longer in this tab. Open the link you were sent once more.'
          : capsuleSentence(read.error)}
      </p>
      {locked ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            setPassphrase(typed);
          }}
        >
          <TextField label="Passphrase" autoComplete="off" value={typed} onText={setTyped} />
          <Button type="submit" look="primary">
            Open
          </Button>
        </form>
      ) : null}
    </div>
  );
}

function Opened({ travelling, capsule }: { travelling: Travelling; capsule: string }) {
  const workspace = useWorkspace();
  const [done, setDone] = useState(false);
  if (travelling.is === 'question') return <AnswerForm question={travelling.question} />;
  const question = workspace.questions.get(travelling.answer.id as QuestionId);
  if (done) {
    return (
      <div className="screen ask-friend stack">
        <h1 tabIndex={-1}>Taken in</h1>
        <p>The answer is part of your ways in now. A word of thanks costs nothing.</p>
        <ButtonLink to={{ to: 'targets' }} look="primary">
          To your targets
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="screen ask-friend stack">
      <h1 tabIndex={-1}>An answer from {travelling.answer.by || 'a friend'}</h1>
      {question ? (
        <>
          <p className="soft">
            To your question to {nameIn(workspace, question.friend)}. Nothing is taken in before you say so.
          </p>
          <PasteReply question={question} pasted={capsule} onDone={() => setDone(true)} />
        </>
      ) : (
        <p className="notice" data-kind="problem">
          This answers a question that was not asked from this workspace. If you asked it on another computer, or in
          another workspace, open the link there. Nothing was taken in.
        </p>
      )}
      <div>
        <ButtonLink to={{ to: 'ask-friend' }} look="quiet">
          To your questions
        </ButtonLink>
      </div>
    </div>
  );
}
