import './intake.css';
import { useState } from 'react';
import type { Doubt } from '#intake/types.ts';
import { AnswerFailed } from '#ui/shared/AnswerFailed.tsx';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { count } from '#ui/shared/words.ts';
import type { Verdicts } from './doubt-words.ts';
import { type OnVerdicts, SamePerson } from './SamePerson.tsx';

/** What reviews left open, asked of what is stored. Each answer is kept at once and can be undone. */
export function SamePersonScreen() {
  const { commands, queries } = useApp();
  const { people } = useWorkspace();
  const [said, setSaid] = useState<readonly number[]>([]);
  const answer = useAnswer((signal) => queries.doubles(signal), 'doubles');
  const found = latest(answer);
  // Answered a moment ago: one of the two is gone, or the questions without it are on their way.
  const doubts = (found ?? []).filter(
    ({ about, options }) => about && people.has(about) && options.every(({ person }) => people.has(person)),
  );
  const apart: Verdicts = new Map(doubts.flatMap((doubt) => (isApart(doubt, people) ? [[doubt.index, null]] : [])));
  const settle: OnVerdicts = (answers) => {
    commands.settleDoubles(
      answers.flatMap(([{ about, options }, option]) => {
        const same = option === null ? null : (options[option]?.person ?? null);
        return about ? [{ about, same, options: options.map(({ person }) => person) }] : [];
      }),
    );
    setSaid([...said, answers.length]);
  };
  const answered = said.reduce((sum, one) => sum + one, 0);
  return (
    <div className="screen import">
      <header className="import-head">
        <h1>Same person?</h1>
        <p className="soft">
          {doubts.length > 0
            ? 'People who may be the same under two records. What you leave open stays two people; nothing waits for it.'
            : 'Nobody here looks like the same person twice.'}
        </p>
      </header>
      <AnswerFailed answer={answer} />
      {found === null ? <p className="faint">Looking through your people</p> : null}
      <SamePerson
        doubts={doubts}
        verdicts={apart}
        canUndo={answered > 0}
        onVerdicts={settle}
        onUndo={() => {
          commands.undo();
          setSaid(said.slice(0, -1));
        }}
      />
      <div className="row">
        <ButtonLink to={{ to: 'import' }}>Back to Import</ButtonLink>
        {answered > 0 ? <p className="faint">{count(answered, 'question')} answered now</p> : null}
      </div>
    </div>
  );
}

function isApart({ about, options }: Doubt, people: ReturnType<typeof useWorkspace>['people']): boolean {
  const own = about && people.get(about)?.own.notSame;
  return !!own && options.every(({ person }) => own.includes(person));
}
