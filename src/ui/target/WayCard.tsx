import { useId } from 'react';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { lastAsked } from '#model/question.ts';
import type { WayShown } from '#paths/types.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { EvidenceSource } from '#ui/shared/EvidenceSource.tsx';
import { Steps } from '#ui/shared/Steps.tsx';
import { endName, waySentence } from '#ui/shared/steps.ts';
import { today } from '#ui/shared/today.ts';
import { companyIn, firstName, nameIn } from '#ui/shared/words.ts';
import { Compare } from './Compare.tsx';
import { otherwiseOf } from './otherwise.ts';
import { Unsure } from './Unsure.tsx';

interface Props {
  readonly way: WayShown;
  readonly selected: boolean;
  readonly lit: boolean;
  readonly others: readonly WayShown[];
  readonly onHover: (way: string | null) => void;
}

/** One way in: who carries, every step, and for the chosen one the evidence and what would make it better. */
export function WayCard({ way, selected, lit, others, onHover }: Props) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const id = useId();
  const first = way.people[0];
  const person = first ? workspace.people.get(first) : undefined;
  const profile = person ? profileOf(person) : null;
  const direct = way.people.length === 1;
  const job = [profile?.position, companyIn(workspace, profile?.company ?? null)].filter(Boolean).join(', ');
  return (
    <li
      className="target-card"
      data-selected={selected || undefined}
      data-lit={lit || undefined}
      onPointerEnter={() => onHover(way.id)}
      onPointerLeave={() => onHover(null)}
    >
      <button
        type="button"
        className="target-card-pick"
        aria-pressed={selected}
        aria-describedby={id}
        onClick={() => commands.chooseWay(way.id)}
        onFocus={() => onHover(way.id)}
        onBlur={() => onHover(null)}
      >
        <span className="target-card-name">
          {direct ? `You know ${nameIn(workspace, first)} yourself` : nameIn(workspace, first)}
        </span>
        {job ? <span className="target-card-job">{job}</span> : null}
      </button>
      <p id={id} className="unseen">
        {waySentence(workspace, way)}
      </p>
      <Steps way={way} short />
      {selected ? <Chosen way={way} others={others} /> : null}
    </li>
  );
}

function Chosen({ way, others }: { way: WayShown; others: readonly WayShown[] }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const friend = way.people[0];
  const name = firstName(nameIn(workspace, friend));
  const fallback = others.find((other) => other.id === way.fallback);
  return (
    <div className="target-chosen">
      <Evidence way={way} />
      {way.better ? <p className="target-better">What would make it better: {way.better}</p> : null}
      <Unsure way={way} />
      {fallback ? (
        <p className="faint">
          If {name} says no:{' '}
          <button type="button" className="target-link" onClick={() => commands.chooseWay(fallback.id)}>
            {nameIn(workspace, fallback.people[0])}
          </button>
        </p>
      ) : null}
      <Without way={way} others={others} />
      {friend && way.people.length > 1 ? (
        <div className="row">
          <Button look="quiet" size="small" onClick={() => commands.setFilter({ through: [friend] })}>
            Only through {name}
          </Button>
          <Button look="quiet" size="small" onClick={() => commands.setFilter({ without: [friend] })}>
            Without {name}
          </Button>
          <ButtonLink to={{ to: 'people', person: friend }} look="quiet" size="small">
            {name}'s card
          </ButtonLink>
          <AskThem friend={friend} about={way.people[1]} />
          <Compare way={way} others={others} />
        </div>
      ) : null}
    </div>
  );
}

/** Where several ways rest on one step between others: what is left should it not hold. */
function Without({ way, others }: { way: WayShown; others: readonly WayShown[] }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const found = otherwiseOf(way, others);
  if (!found) return null;
  const { step, next } = found;
  const named = `the step from ${firstName(nameIn(workspace, step.from))} to ${firstName(nameIn(workspace, step.to))}`;
  if (!next) return <p className="faint">All ways in here rest on {named}.</p>;
  const between = next.people
    .slice(0, -1)
    .map((id) => nameIn(workspace, id))
    .join(', then ');
  const words = between || `you know ${nameIn(workspace, next.people.at(-1))} yourself`;
  const { listed } = next;
  return (
    <p className="faint">
      Without {named}:{' '}
      {listed ? (
        <button type="button" className="target-link" onClick={() => commands.chooseWay(listed.id)}>
          {words}
        </button>
      ) : (
        words
      )}
    </p>
  );
}

/** A question to carry to the friend, unless one is under way or was answered within a year. */
function AskThem({ friend, about }: { friend: PersonId; about: PersonId | undefined }) {
  const workspace = useWorkspace();
  if (!about || lastAsked(workspace.questions.values(), friend, about, today()) !== null) return null;
  return (
    <ButtonLink to={{ to: 'ask-friend', person: friend, about }} look="quiet" size="small">
      Ask {firstName(nameIn(workspace, friend))} about {firstName(nameIn(workspace, about))}
    </ButtonLink>
  );
}

/** The strongest sentence of each step at once, the rest on demand. */
function Evidence({ way }: { way: WayShown }) {
  const workspace = useWorkspace();
  const rest = way.evidence.reduce((sum, list) => sum + Math.max(0, list.length - 1), 0);
  const steps = way.steps.map((step, at) => ({ step, list: way.evidence[at] ?? [] }));
  return (
    <>
      <ul className="target-evidence">
        {steps.map(({ step, list }) => (list[0] ? <Sentence key={step.to} evidence={list[0]} /> : null))}
      </ul>
      {rest > 0 ? (
        <details className="target-evidence">
          <summary>More evidence ({rest})</summary>
          {steps.map(({ step, list }) =>
            list.length > 1 ? (
              <div key={step.to}>
                <h4>
                  {endName(workspace, step.from)} to {endName(workspace, step.to)}
                </h4>
                <ul>
                  {list.slice(1).map((evidence) => (
                    <Sentence key={evidence.text} evidence={evidence} />
                  ))}
                </ul>
              </div>
            ) : null,
          )}
        </details>
      ) : null}
    </>
  );
}

function Sentence({ evidence }: { evidence: WayShown['evidence'][number][number] }) {
  return (
    <li>
      {evidence.text}
      <EvidenceSource evidence={evidence} />
    </li>
  );
}
