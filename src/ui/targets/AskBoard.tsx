import './ask-board.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { lastDayOf } from '#handoff/ask-history.ts';
import { nextStates } from '#handoff/lifecycle.ts';
import { personNamed } from '#handoff/names.ts';
import type { Ask } from '#model/ask.ts';
import type { AskId } from '#model/ids.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { go, href } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { ASK_WORDS, companyIn, dayWords, nameIn } from '#ui/shared/words.ts';
import { askColumns, askToward } from './ask-columns.ts';

/** Every request by where it stands. Arrow keys go from one to the other, Enter opens it. */
export function AskBoard() {
  const workspace = useWorkspace();
  const columns = askColumns(workspace);
  const all = columns.flatMap(({ asks }) => asks);
  const [chosen, setChosen] = useState<AskId | null>(null);
  const current = all.find(({ id }) => id === chosen) ?? all[0];
  const board = useRef<HTMLDivElement>(null);
  const focusNext = useRef<AskId | null>(null);
  useEffect(() => {
    if (focusNext.current === null || focusNext.current !== current?.id) return;
    focusNext.current = null;
    board.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
  });
  const choose = (id: AskId) => {
    focusNext.current = id;
    setChosen(id);
  };
  const keys = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement) || !current) return;
    const to = askToward(columns, current.id, event.key);
    if (!to) return;
    event.preventDefault();
    choose(to);
  };
  return (
    <section className="ask-board">
      <header>
        <h1>Your requests</h1>
        <p className="soft">
          {all.length === 0
            ? 'Nothing is prepared yet. Choose a target and a way in; the request begins there.'
            : 'Arrow keys go from one to the other, Enter opens it. What happened is recorded with today.'}
        </p>
      </header>
      {all.length === 0 ? (
        <div>
          <ButtonLink to={{ to: 'targets' }} look="primary">
            To your targets
          </ButtonLink>
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links inside
        <div className="ask-columns" ref={board} onKeyDown={keys}>
          {columns.map(({ title, asks }) => (
            <section key={title} className="ask-column" data-empty={asks.length === 0 || undefined}>
              <h2>
                {title} <span className="faint">{asks.length}</span>
              </h2>
              <ul>
                {asks.map((ask) => (
                  <Card key={ask.id} ask={ask} current={ask.id === current?.id} onChoose={choose} onFocus={setChosen} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </section>
  );
}

interface CardProps {
  readonly ask: Ask;
  readonly current: boolean;
  /** Selects it and brings the focus to it, wherever it moved. */
  readonly onChoose: (id: AskId) => void;
  readonly onFocus: (id: AskId) => void;
}

function Card({ ask, current, onChoose, onFocus }: CardProps) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const target = workspace.targets.get(ask.target);
  const friend = nameIn(workspace, ask.friend);
  const address = { to: 'hand-off', id: ask.target, ask: ask.id } as const;
  const states = nextStates(ask, personNamed(workspace, ask.friend));
  const record = (value: string) => {
    const next = states.find(({ state }) => state === value);
    if (!next) return;
    // A no has its reason, and that is asked at the hand-off.
    if (next.state === 'declined') go(address);
    else {
      onChoose(ask.id);
      commands.moveAsk(ask.id, next.state, today());
    }
  };
  return (
    <li className="ask-card" data-current={current || undefined}>
      <a href={href(address)} tabIndex={current ? 0 : -1} onFocus={() => onFocus(ask.id)}>
        {friend}
      </a>
      <span className="faint">
        {[target?.title || 'A role', target && companyIn(workspace, target.company)].filter(Boolean).join(', ')}
      </span>
      <span className="faint">
        {ASK_WORDS[ask.state]}, {dayWords(lastDayOf(ask))}
      </span>
      <select
        className="select"
        aria-label={`What happened with ${friend}`}
        value=""
        onChange={(event) => record(event.target.value)}
      >
        <option value="">Record</option>
        {states.map(({ state, label }) => (
          <option key={state} value={state}>
            {label}
          </option>
        ))}
      </select>
    </li>
  );
}
