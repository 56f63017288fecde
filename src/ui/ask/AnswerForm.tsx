import { useState } from 'react';
import type { Answer, AskedName, TravellingAnswer, TravellingQuestion } from '#friendcheck/types.ts';
import type { Contact } from '#intake/match-names.ts';
import { Button } from '#ui/shared/Button.tsx';
import { Choice, Field, TextField } from '#ui/shared/Field.tsx';
import { today } from '#ui/shared/today.ts';
import { AnswerOut } from './AnswerOut.tsx';
import { ANSWER_OPTIONS } from './answer-words.ts';
import { OwnList } from './OwnList.tsx';
import { ShareList } from './ShareList.tsx';

type More = AskedName & { readonly answer: Answer };

/** The friend's side: tick, see what goes back, send it back in any chat. No account, nothing stored. */
export function AnswerForm({ question }: { question: TravellingQuestion }) {
  const [answers, setAnswers] = useState<readonly (Answer | null)[]>(question.names.map(() => null));
  const [connected, setConnected] = useState<ReadonlySet<number>>(new Set());
  const [contacts, setContacts] = useState<readonly Contact[]>([]);
  const [more, setMore] = useState<readonly More[]>([]);
  const [remark, setRemark] = useState('');
  const [leaveMeOut, setLeaveMeOut] = useState(false);
  const [finished, setFinished] = useState(false);
  const answer: TravellingAnswer = { id: question.id, by: question.to, on: today(), answers, more, remark, leaveMeOut };
  if (finished) return <AnswerOut question={question} answer={answer} onBack={() => setFinished(false)} />;
  return (
    <div className="screen ask-friend stack">
      <header className="stack-tight">
        <h1 tabIndex={-1}>{question.from || 'A friend'} asks: do you know them?</h1>
        <p className="soft">Any answer is fine. It takes half a minute, and nothing is stored or sent by this page.</p>
        {question.line ? <p className="ask-line">{question.line}</p> : null}
      </header>
      <div className="ask-answers stack">
        {question.names.map(({ name, company }, place) => (
          <Choice
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the answer names
            key={place}
            label={company ? `${name}, ${company}` : name}
            {...(connected.has(place) ? { hint: 'You are connected, by your own list. Do you know them?' } : {})}
            value={answers[place] ?? null}
            options={ANSWER_OPTIONS}
            onChoose={(said) => setAnswers(answers.map((before, i) => (i === place ? said : before)))}
          />
        ))}
      </div>
      <details className="ask-more">
        <summary>Look it up in your own LinkedIn list</summary>
        <OwnList
          names={question.names}
          onFound={(places, found) => {
            setConnected(places);
            setContacts(found);
          }}
        />
      </details>
      {contacts.length > 0 ? (
        <details className="ask-more">
          <summary>Share this list, if you are willing</summary>
          <ShareList question={question} contacts={contacts} />
        </details>
      ) : null}
      <details className="ask-more">
        <summary>Somebody else you would introduce</summary>
        <MoreNames more={more} onMore={setMore} />
      </details>
      <Field label="A remark (optional)">
        {(control) => (
          <textarea
            {...control}
            className="textarea ask-remark"
            maxLength={2000}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
        )}
      </Field>
      <label className="row">
        <input type="checkbox" checked={leaveMeOut} onChange={(event) => setLeaveMeOut(event.target.checked)} />
        Please leave me out of this search
      </label>
      <div className="row">
        <Button
          look="primary"
          disabled={answers.every((one) => one === null) && more.length === 0 && !leaveMeOut}
          onClick={() => setFinished(true)}
        >
          See what goes back
        </Button>
      </div>
    </div>
  );
}

function MoreNames({ more, onMore }: { more: readonly More[]; onMore: (more: readonly More[]) => void }) {
  const [name, setName] = useState('');
  const [company, setCompany] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onMore([...more, { name: name.trim(), company: company.trim(), answer: 'know' }]);
    setName('');
    setCompany('');
  };
  return (
    <div className="stack-tight">
      {more.map((one) => (
        <div key={`${one.name} ${one.company}`} className="row-apart">
          <span>
            {one.name} <span className="faint">{one.company}</span>
          </span>
          <Button size="small" look="quiet" onClick={() => onMore(more.filter((other) => other !== one))}>
            Remove
          </Button>
        </div>
      ))}
      <TextField label="Name" maxLength={200} value={name} onText={setName} />
      <TextField label="Company" maxLength={200} value={company} onText={setCompany} />
      <Button size="small" onClick={add}>
        Add this name
      </Button>
    </div>
  );
}
