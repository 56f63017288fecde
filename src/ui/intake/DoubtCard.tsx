import '#ui/interview/interview.css';
import { useEffect, useRef, useState } from 'react';
import type { Described, Doubt } from '#intake/types.ts';
import { Answers, answerOf, type KeyedAnswer } from '#ui/interview/Answers.tsx';
import { useKeys } from '#ui/interview/use-keys.ts';
import { Button } from '#ui/shared/Button.tsx';
import { count } from '#ui/shared/words.ts';
import { questionKey } from './doubt-words.ts';
import type { OnVerdicts } from './SamePerson.tsx';

/** One question at a time: same, two people or later, a key each. */
export function DoubtCard({
  open,
  done,
  onVerdicts,
  onUndo,
  canUndo,
  onLeave,
}: {
  open: readonly Doubt[];
  done: number;
  onVerdicts: OnVerdicts;
  onUndo: () => void;
  canUndo: boolean;
  onLeave: () => void;
}) {
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const left = open.filter((each) => !later.has(questionKey(each)));
  const [doubt] = left;
  const answers = doubt ? answersTo(doubt) : [];
  const answer = (option: number | null) => {
    if (doubt) onVerdicts([[doubt, option]]);
  };
  const postpone = () => {
    if (doubt) setLater(new Set(later).add(questionKey(doubt)));
  };
  useKeys((key) => {
    const given = answerOf(answers, key);
    if (given) answer(given.value);
    else if (key === 'l') postpone();
    else if (key === 'u' && canUndo) onUndo();
    else return false;
    return true;
  });
  return (
    <div className="interview doubt-one">
      {doubt ? (
        <section className="card interview-card" aria-label="Question">
          <Question key={questionKey(doubt)} doubt={doubt} />
          <Answers label="Same person?" answers={answers} oneColumn={doubt.options.length > 1} onAnswer={answer} />
          <div className="interview-foot">
            <p className="faint">{doubt.reason}</p>
            <Button look="quiet" size="small" onClick={postpone} aria-keyshortcuts="l">
              <kbd>L</kbd> Later
            </Button>
          </div>
        </section>
      ) : (
        <section className="card stack" aria-label="Nothing left">
          <p>
            {later.size === 0
              ? 'No question of this kind is left.'
              : `${count(later.size, 'question')} left for later. They stay two people until you say otherwise.`}
          </p>
        </section>
      )}
      <div className="interview-foot">
        <p className="faint" role="status">
          {done} answered, {left.length} left
        </p>
        <div className="row">
          <Button look="quiet" size="small" onClick={onUndo} disabled={!canUndo} aria-keyshortcuts="u">
            <kbd>U</kbd> Back
          </Button>
          <Button size="small" onClick={onLeave}>
            All questions
          </Button>
        </div>
      </div>
    </div>
  );
}

function answersTo({ options }: Doubt): KeyedAnswer<number | null>[] {
  if (options.length === 1)
    return [
      { key: 's', label: 'Same person', value: 0 },
      { key: 't', label: 'Two people', value: null },
    ];
  return [
    ...options.map(({ known }, at) => ({
      key: String(at + 1),
      label: [known.name, aboutWords(known)].filter(Boolean).join(', '),
      value: at,
    })),
    { key: 't', label: options.length === 2 ? 'Neither: a third person' : 'None of them', value: null },
  ];
}

function Question({ doubt: { incoming, options, file, row } }: { doubt: Doubt }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Each new question takes the focus, so that it is read out.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [only] = options;
  return (
    <div className="stack">
      <h2 ref={heading} tabIndex={-1}>
        {options.length > 1 ? `Which ${incoming.name} is this?` : 'Same person?'}
      </h2>
      <div className="doubt-sides">
        <Side title={`${file}, row ${row}`} who={incoming} />
        {options.length === 1 && only ? <Side title="You already have" who={only.known} /> : null}
      </div>
    </div>
  );
}

function Side({ title, who }: { title: string; who: Described }) {
  return (
    <div>
      <p className="faint">{title}</p>
      <p>
        <strong>{who.name}</strong>
      </p>
      <p className="soft">{aboutWords({ ...who, emails: [] }) || 'No company given'}</p>
      {who.emails.length > 0 ? <p className="soft">{who.emails.join(', ')}</p> : null}
    </div>
  );
}

function aboutWords({ position, company, emails }: Described): string {
  return [[position, company].filter(Boolean).join(', '), emails[0] ?? ''].filter(Boolean).join(' · ');
}
