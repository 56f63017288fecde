import './life.css';
import { useState } from 'react';
import { dateProblems, orderedHistory } from '#handoff/ask-history.ts';
import { type NextState, nextStates, waitingOf } from '#handoff/lifecycle.ts';
import type { Named } from '#handoff/names.ts';
import { personNamed } from '#handoff/names.ts';
import { owesThanks } from '#handoff/thanks.ts';
import type { Ask, AskState } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { TextField } from '#ui/shared/Field.tsx';
import { today } from '#ui/shared/today.ts';
import { ASK_WORDS, dayWords } from '#ui/shared/words.ts';
import { AskedBefore } from './AskedBefore.tsx';
import { Declined } from './Declined.tsx';
import { Fallback, Queued } from './Fallback.tsx';
import { HeardBack } from './HeardBack.tsx';
import { LifeText } from './LifeText.tsx';
import { Reminder } from './Reminder.tsx';
import { Unwritten } from './Unwritten.tsx';

const LINE: readonly AskState[] = ['prepared', 'asked', 'agreed', 'handed-over', 'heard-back', 'done'];
const NOW_WORDS: Partial<Record<AskState, (friend: string) => string>> = {
  prepared: (friend) => `Read the packet below. Then ask ${friend}, in person or by phone if you can.`,
  agreed: (friend) => `${friend} said yes. Give ${friend} the page and the CV. The rest is not in your hands.`,
  declined: (friend) => `${friend} said no. Ask nothing more of ${friend} here, and say thank you.`,
  silent: (friend) => `Closed without an answer. Silence is caution, not judgement. ${friend} owes you nothing.`,
  'handed-over': () =>
    'It is with the hiring manager. There is nothing more to do here but to wait, or to be done with it.',
  'heard-back': (friend) => `An answer came. Tell ${friend} today.`,
};

/** Where the request stands, the one thing to do next, and the words for it. */
export function Life({ ask, target }: { ask: Ask; target: Target }) {
  const workspace = useWorkspace();
  const friend = personNamed(workspace, ask.friend);
  const waiting = waitingOf(ask, friend, today());
  const date = waiting.on && waiting.on > today() ? `That is on ${dayWords(waiting.on)}.` : '';
  const words = NOW_WORDS[ask.state]?.(friend.first || 'your friend') ?? '';
  const wait = [waiting.words, date].filter(Boolean).join(' ');
  const ended = ask.state === 'declined' || ask.state === 'silent';
  const thanks = owesThanks(ask);
  return (
    <section className="card life" aria-labelledby="life-title">
      <h2 id="life-title" className="unseen">
        Where it stands
      </h2>
      <Timeline ask={ask} />
      {words ? <p className="life-now">{words}</p> : null}
      {ask.state === 'prepared' ? <Unwritten ask={ask} /> : null}
      {wait ? <p className="faint">{wait}</p> : null}
      {ask.state === 'heard-back' ? <HeardBack target={target} /> : null}
      {ask.state === 'queued' ? <Queued ask={ask} target={target} /> : null}
      {ended ? <LifeText ask={ask} target={target} nudge={false} thanks={thanks} plain={thanks} /> : null}
      {ended && !thanks ? <Fallback target={target} /> : null}
      {ask.state === 'queued' ? null : <Record key={ask.state} ask={ask} friend={friend} ended={ended} />}
      {ended ? null : <LifeText ask={ask} target={target} nudge={waiting.is === 'nudge-due'} thanks={thanks} />}
      <AskedBefore ask={ask} />
      <Reminder ask={ask} target={target} />
      <Dates problems={dateProblems(ask, today())} />
    </section>
  );
}

function Dates({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="notice" data-kind="warning">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

function Timeline({ ask }: { ask: Ask }) {
  const dates = new Map(orderedHistory(ask).map(({ state, on }) => [state, on]));
  const side = LINE.includes(ask.state) ? [] : [ask.state];
  const shown = [...LINE.filter((state) => side.length === 0 || dates.has(state)), ...side];
  return (
    <ol className="life-line">
      {shown.map((state) => {
        const on = dates.get(state);
        return (
          <li
            key={state}
            data-past={on !== undefined || undefined}
            {...(state === ask.state ? { 'aria-current': 'step' } : {})}
          >
            <span className="life-state">{ASK_WORDS[state]}</span>
            <span className="life-day">{on ? dayWords(on) : ''}</span>
          </li>
        );
      })}
      {ask.nudgedOn ? (
        <li data-past>
          <span className="life-state">Nudged once</span>
          <span className="life-day">{dayWords(ask.nudgedOn)}</span>
        </li>
      ) : null}
    </ol>
  );
}

/** What happened in life is recorded with its day and never refused. The likely next thing is the button. */
function Record({ ask, friend, ended }: { ask: Ask; friend: Named; ended: boolean }) {
  const { commands } = useApp();
  const [on, setOn] = useState(today());
  const [declining, setDeclining] = useState(false);
  const states = likely(nextStates(ask, friend));
  const [first, second] = ended ? [] : states;
  const others = states.filter((state) => state !== first && state !== second);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : today();
  const record = (state: AskState) => {
    if (state === 'declined') setDeclining(true);
    else commands.moveAsk(ask.id, state, day);
  };
  if (declining) return <Declined ask={ask} on={day} onBack={() => setDeclining(false)} />;
  return (
    <div className="row">
      {first ? (
        <Button look={ask.state === 'heard-back' ? 'plain' : 'primary'} onClick={() => record(first.state)}>
          {first.label}
        </Button>
      ) : null}
      {second ? <Button onClick={() => record(second.state)}>{second.label}</Button> : null}
      <details className="life-more">
        <summary>{others.length > 0 ? 'Something else, or another day' : 'On another day'}</summary>
        <div className="stack-tight">
          <div className="row">
            {others.map(({ state, label }) => (
              <Button key={state} size="small" onClick={() => record(state)}>
                {label}
              </Button>
            ))}
          </div>
          <div className="life-day-field">
            <TextField label="On which day" type="date" value={on} max={today()} onText={setOn} />
          </div>
        </div>
      </details>
    </div>
  );
}

/** After the hand-off the column's advice comes first: be done with it. */
function likely(states: readonly NextState[]): readonly NextState[] {
  const done = states.find(({ state }) => state === 'done');
  return states[0]?.state === 'heard-back' && done ? [done, ...states.filter((other) => other !== done)] : states;
}
