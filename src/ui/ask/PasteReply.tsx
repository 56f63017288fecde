import { useEffect, useMemo, useRef, useState } from 'react';
import { readReply } from '#friendcheck/read-reply.ts';
import { capsuleSentence, hasCapsule, readCapsule } from '#friendcheck/travel.ts';
import type { Answer, TravellingAnswer } from '#friendcheck/types.ts';
import type { Question } from '#model/question.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice, Field, TextField } from '#ui/shared/Field.tsx';
import { today } from '#ui/shared/today.ts';
import { nameIn } from '#ui/shared/words.ts';
import { ANSWER_OPTIONS } from './answer-words.ts';

/** Reads a reply as a human wrote it, shows what was understood, asks where it is unsure, then takes it in. */
export function PasteReply({
  question,
  pasted = '',
  onDone,
}: {
  question: Question;
  pasted?: string;
  onDone: () => void;
}) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [text, setText] = useState(pasted);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (pasted === '') field.current?.focus();
  }, [pasted]);
  const [tooLong, setTooLong] = useState(false);
  const read = (reply: string) => {
    setTooLong(reply.length > LONGEST_REPLY);
    setText(reply.length > LONGEST_REPLY ? '' : reply);
  };
  const [passphrase, setPassphrase] = useState('');
  const [leaveOut, setLeaveOut] = useState<boolean | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<number, Answer>>(new Map());
  const { answer: packed, problem, locked } = useCapsule(text, passphrase, question);
  const names = useMemo(
    () => question.about.map((id) => ({ name: nameIn(workspace, id), company: '' })),
    [question, workspace],
  );
  const understood = useMemo(
    () =>
      packed
        ? packed.answers.map((answer) => ({ answer, sure: true }))
        : text.trim() && !problem
          ? readReply(text, names)
          : [],
    [packed, text, names, problem],
  );
  const answers = question.about.map((_, place) => chosen.get(place) ?? understood[place]?.answer ?? null);
  const wantsOut = leaveOut ?? (packed ? packed.leaveMeOut : LEAVE_OUT.test(text.slice(0, 20_000)));
  const take = () => {
    const by = nameIn(workspace, question.friend);
    const answer: TravellingAnswer = packed
      ? { ...packed, answers, leaveMeOut: wantsOut }
      : { id: question.id, by, on: today(), answers, more: [], remark: '', leaveMeOut: wantsOut };
    commands.takeAnswer(question.id, answer);
    onDone();
  };
  return (
    <div className="ask-reply stack">
      <Field
        label="Paste the reply"
        hint='As it came, for example "1 know, 2 no". A link or a short text from Handcarry works too, and its file can be dropped here.'
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="textarea"
            value={text}
            maxLength={LONGEST_REPLY + 1}
            onChange={(event) => read(event.target.value)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              const [file] = event.dataTransfer.files;
              if (!file) return;
              event.preventDefault();
              void textOf(file).then(read);
            }}
          />
        )}
      </Field>
      {locked ? <TextField label="Passphrase" value={passphrase} autoComplete="off" onText={setPassphrase} /> : null}
      {problem || tooLong ? (
        <p className="notice" data-kind="problem" role="alert">
          {problem || capsuleSentence('too-large')}
        </p>
      ) : null}
      {understood.length > 0 ? (
        <>
          <h3>This was understood. Change what is not right.</h3>
          {question.about.map((id, place) => (
            <Choice
              key={id}
              label={nameIn(workspace, id)}
              {...(understood[place]?.answer === null && !chosen.has(place)
                ? { hint: 'No answer found for this name.' }
                : understood[place]?.sure === false && !chosen.has(place)
                  ? { hint: 'Not sure about this one. Is it right?' }
                  : {})}
              value={answers[place] ?? null}
              options={ANSWER_OPTIONS}
              onChoose={(answer) => setChosen(new Map(chosen).set(place, answer))}
            />
          ))}
          {packed?.more.length ? (
            <p className="soft">
              They also name:{' '}
              {packed.more.map((one) => `${one.name}${one.company ? `, ${one.company}` : ''}`).join('; ')}.
            </p>
          ) : null}
          {packed?.remark ? (
            <p className="soft">
              Their remark: <q>{packed.remark}</q>
            </p>
          ) : null}
          <label className="row">
            <input type="checkbox" checked={wantsOut} onChange={(event) => setLeaveOut(event.target.checked)} />
            They ask to be left out of this search
          </label>
          {wantsOut ? <p className="notice">Handcarry will keep to that: no request to them from now on.</p> : null}
          <div className="row">
            <Button
              look="primary"
              disabled={answers.every((answer) => answer === null) && !wantsOut && !packed?.more.length}
              onClick={take}
            >
              Take these answers in
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

/** A capsule in the pasted text, when there is one; a sentence when it is refused or for another question. */
function useCapsule(text: string, passphrase: string, question: Question) {
  const [read, setRead] = useState<{ answer: TravellingAnswer | null; problem: string; locked: boolean }>(NOTHING);
  useEffect(() => {
    let current = true;
    if (!hasCapsule(text)) {
      setRead(NOTHING);
      return;
    }
    const open = () =>
      readCapsule(text, passphrase).then((result) => {
        if (!current) return;
        if (!result.ok) {
          const locked = result.error === 'needs-passphrase' || result.error === 'wrong-passphrase';
          setRead({ answer: null, problem: capsuleSentence(result.error), locked });
        } else if (result.value.is === 'question') {
          setRead({ answer: null, problem: 'This is the question itself, not the answer to it.', locked: false });
        } else if (result.value.answer.id !== question.id) {
          setRead({
            answer: null,
            problem: 'This answers another question than this one. Nothing was taken in.',
            locked: false,
          });
        } else setRead({ answer: result.value.answer, problem: '', locked: false });
      });
    const timer = setTimeout(() => void open(), passphrase === '' ? 0 : PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, passphrase, question]);
  return read;
}

/** A passphrase is tried when the typing pauses: each try takes a good part of a second. */
const PAUSE_MS = 400;

/** In plain words, read as a proposal only. */
const LEAVE_OUT = /\b(?:leave|keep|count) me out\b/i;

/** No answer comes near this; a text field with megabytes in it would hold the page. */
const LONGEST_REPLY = 100_000;

function textOf(file: File): Promise<string> {
  return file
    .slice(0, LONGEST_REPLY + 1)
    .text()
    .catch(() => '');
}

const NOTHING = { answer: null, problem: '', locked: false };
