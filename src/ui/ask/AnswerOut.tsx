import { useEffect, useState } from 'react';
import { linkTo, packAnswer } from '#friendcheck/travel.ts';
import type { TravellingAnswer, TravellingQuestion } from '#friendcheck/types.ts';
import { Button } from '#ui/shared/Button.tsx';
import { CopyButton } from '#ui/shared/CopyButton.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { ANSWER_WORDS } from './answer-words.ts';

/** Literally what goes back, and how: a short text, a link, or a file. */
export function AnswerOut({
  question,
  answer,
  onBack,
}: {
  question: TravellingQuestion;
  answer: TravellingAnswer;
  onBack: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [capsule, setCapsule] = useState('');
  const content = JSON.stringify(answer);
  useEffect(() => {
    let current = true;
    const delay = passphrase === '' ? 0 : 400;
    const timer = setTimeout(() => {
      void packAnswer(JSON.parse(content) as TravellingAnswer, passphrase).then(
        (packed) => current && setCapsule(packed),
      );
    }, delay);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [content, passphrase]);
  const said = [
    ...question.names.flatMap(({ name }, place) => {
      const one = answer.answers[place];
      return one ? [`${name}: ${ANSWER_WORDS[one]}`] : [];
    }),
    ...answer.more.map(({ name, company }) => `${name}${company ? `, ${company}` : ''}: I would introduce`),
    ...(answer.remark ? [`Remark: ${answer.remark}`] : []),
    ...(answer.leaveMeOut ? ['Please leave me out of this search.'] : []),
  ];
  const isPublic = window.location.protocol === 'https:';
  const link = linkTo(`${window.location.origin}${window.location.pathname}`, capsule);
  return (
    <div className="screen ask-friend stack">
      <h1 tabIndex={-1}>Exactly this goes back</h1>
      <ul className="ask-travels">
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className="soft">
        Copy it and paste it into the chat with {question.from || 'your friend'}. This page sends nothing.
      </p>
      <div className="row">
        <CopyButton
          text={isPublic ? link : capsule}
          label={isPublic ? 'Copy the answer as a link' : 'Copy the answer'}
          size="normal"
          look="primary"
        />
        <Button onClick={() => saveFile('answer-to-a-friend.txt', capsule, 'text/plain')}>Save as a file</Button>
        <Button look="quiet" onClick={onBack}>
          Change it
        </Button>
      </div>
      <TextField
        label="Passphrase (optional)"
        hint="Whoever carries the answer could read it. Agree on a passphrase in another way if that matters."
        autoComplete="off"
        value={passphrase}
        onText={setPassphrase}
      />
    </div>
  );
}
