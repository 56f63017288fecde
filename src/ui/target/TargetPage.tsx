import './target.css';
import { useEffect, useState } from 'react';
import { targetDateProblems } from '#handoff/target-dates.ts';
import type { TargetId } from '#model/ids.ts';
import type { Stage, Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { useMedia } from '#ui/shared/media.ts';
import { href } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { companyIn, dayWords, nameIn, STAGE_WORDS } from '#ui/shared/words.ts';
import { Closed } from './Closed.tsx';
import { DiagramPanel } from './DiagramPanel.tsx';
import { MovePanel } from './MovePanel.tsx';
import { useTarget } from './use-target.ts';
import { WaysPanel } from './WaysPanel.tsx';

/** Ways in, the path diagram and the move. On a phone the move comes first. */
export function TargetPage({ id }: { id: TargetId }) {
  const target = useWorkspace().targets.get(id);
  if (!target) {
    return (
      <section className="screen stack">
        <h1>This target is not here</h1>
        <p className="soft">It may have been removed, or the address is from another workspace.</p>
        <div>
          <ButtonLink to={{ to: 'targets' }} look="primary">
            To your targets
          </ButtonLink>
        </div>
      </section>
    );
  }
  return <OneTarget key={id} target={target} />;
}

/** The target the session's filter was set for: another one starts without filters, the same one keeps them. */
let filtered: TargetId | null = null;

function OneTarget({ target }: { target: Target }) {
  const { commands } = useApp();
  const [closedSeen, setClosedSeen] = useState(false);
  const { id } = target;
  useEffect(() => {
    if (filtered === id) return;
    filtered = id;
    commands.setFilter({ maxIntermediaries: 1, without: [], through: [], k: 5 });
  }, [commands, id]);
  if (target.closed && !closedSeen) return <Closed target={target} onLook={() => setClosedSeen(true)} />;
  return <Columns target={target} />;
}

function Columns({ target }: { target: Target }) {
  const view = useTarget(target);
  const [hovered, setHovered] = useState<string | null>(null);
  const phone = useMedia('(max-width: 960px)');
  const ways = <WaysPanel key="ways" view={view} hovered={hovered} onHover={setHovered} />;
  const diagram = <DiagramPanel key="diagram" view={view} hovered={hovered} onHover={setHovered} />;
  const move = <MovePanel key="move" view={view} />;
  return (
    <article className="target">
      <Head target={target} />
      <Dates target={target} />
      <div className="target-columns">{phone ? [move, ways, diagram] : [ways, diagram, move]}</div>
    </article>
  );
}

/** Dates that cannot be are kept as they are, and said. */
function Dates({ target }: { target: Target }) {
  const problems = targetDateProblems(target, today());
  if (problems.length === 0) return null;
  return (
    <p className="notice" data-kind="warning">
      {problems.join(' ')} <a href={href({ to: 'edit-target', id: target.id })}>Change it</a>, or leave it as it is.
    </p>
  );
}

function Head({ target }: { target: Target }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  return (
    <header className="target-head">
      <div>
        <h1>{target.title || 'A role'}</h1>
        <p className="target-facts">
          <span>{companyIn(workspace, target.company)}</span>
          <span>
            {target.manager ? (
              <>
                Hiring manager{' '}
                <a href={href({ to: 'people', person: target.manager })}>{nameIn(workspace, target.manager)}</a>
              </>
            ) : (
              'Hiring manager not known yet'
            )}
          </span>
          <span>
            <label>
              <span className="unseen">Where it stands</span>
              <select
                className="target-stage"
                value={target.stage}
                onChange={(event) => commands.editTarget(target.id, { stage: event.target.value as Stage })}
              >
                {Object.entries(STAGE_WORDS).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            {target.stage === 'hr-no' && target.hrNoOn ? ` on ${dayWords(target.hrNoOn)}` : ''}
          </span>
        </p>
      </div>
      <ButtonLink to={{ to: 'edit-target', id: target.id }}>Edit target</ButtonLink>
    </header>
  );
}
