import './doubts.css';
import { useState } from 'react';
import type { Doubt } from '#intake/types.ts';
import { Button } from '#ui/shared/Button.tsx';
import { count } from '#ui/shared/words.ts';
import { DoubtCard } from './DoubtCard.tsx';
import { DoubtPreview } from './DoubtPreview.tsx';
import { DOUBT_WORDS, type DoubtGroup, groupsOf, type Verdicts } from './doubt-words.ts';

/** Answers on their way to whoever keeps them: one from the keyboard, or a whole group at once. */
export type OnVerdicts = (answers: readonly (readonly [doubt: Doubt, option: number | null])[]) => void;

/**
 * Many questions for somebody tired: groups with one answer for all, or one after the other by single
 * keys. None is needed to go on.
 */
export function SamePerson({
  doubts,
  verdicts,
  onVerdicts,
  onUndo,
  canUndo,
}: {
  doubts: readonly Doubt[];
  verdicts: Verdicts;
  onVerdicts: OnVerdicts;
  onUndo: () => void;
  canUndo: boolean;
}) {
  const [one, setOne] = useState<Doubt['kind'] | null>(null);
  const [all, setAll] = useState<Doubt['kind'] | null>(null);
  const groups = groupsOf(doubts, verdicts);
  const asked = groups.find(({ kind }) => kind === one);
  if (asked)
    return (
      <DoubtCard
        open={asked.open}
        done={asked.done}
        onVerdicts={onVerdicts}
        onUndo={onUndo}
        canUndo={canUndo}
        onLeave={() => setOne(null)}
      />
    );
  return (
    <div className="stack">
      <ul className="doubt-groups">
        {groups.map((group) => (
          <Group
            key={group.kind}
            group={group}
            unfolded={all === group.kind}
            onUnfold={() => setAll(all === group.kind ? null : group.kind)}
            onOneByOne={() => setOne(group.kind)}
            onVerdicts={(answers) => {
              onVerdicts(answers);
              setAll(null);
            }}
          />
        ))}
      </ul>
      {canUndo ? (
        <div className="row">
          <p className="faint" role="status">
            {count(verdicts.size, 'question')} answered.
          </p>
          <Button look="quiet" size="small" onClick={onUndo}>
            Take the last answer back
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Group({
  group: { kind, open, done },
  unfolded,
  onUnfold,
  onOneByOne,
  onVerdicts,
}: {
  group: DoubtGroup;
  unfolded: boolean;
  onUnfold: () => void;
  onOneByOne: () => void;
  onVerdicts: OnVerdicts;
}) {
  const { title, text, bulk } = DOUBT_WORDS[kind];
  return (
    <li className="doubt-group">
      <div className="doubt-group-head">
        <div>
          <h3>{title}</h3>
          <p className="soft">{text}</p>
          <p className="faint number">
            {count(open.length, 'question')} open{done > 0 ? `, ${done} answered` : ''}
          </p>
        </div>
        {open.length > 0 ? (
          <div className="row">
            <Button size="small" onClick={onOneByOne} aria-label={`One by one: ${title}`}>
              One by one
            </Button>
            <Button size="small" onClick={onUnfold} aria-expanded={unfolded} aria-label={`See all: ${title}`}>
              {bulk ? 'All at once' : 'See all'}
            </Button>
          </div>
        ) : null}
      </div>
      {unfolded && open.length > 0 ? <DoubtPreview open={open} bulk={bulk} onVerdicts={onVerdicts} /> : null}
    </li>
  );
}
