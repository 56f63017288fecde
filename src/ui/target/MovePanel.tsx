import './move.css';
import { asksFor } from '#handoff/ask-history.ts';
import type { Advice, Plan } from '#handoff/types.ts';
import { type Ask, isOpen } from '#model/ask.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { ASK_WORDS, count, nameIn } from '#ui/shared/words.ts';
import { CaseSheet } from './CaseSheet.tsx';
import { FriendChecksPanel } from './FriendChecksPanel.tsx';
import { MoveText } from './MoveText.tsx';
import { Prepare } from './Prepare.tsx';
import { Questions } from './Questions.tsx';
import { Timeline } from './Timeline.tsx';
import type { TargetView } from './use-target.ts';
import { Worthwhile } from './Worthwhile.tsx';

/** One recommendation with its rule, and the one next step. Everything else is folded away below it. */
export function MovePanel({ view }: { view: TargetView }) {
  const { plan, target } = view;
  if (!plan) {
    return (
      <section className="target-move" aria-labelledby="target-move-title">
        <h2 id="target-move-title">The move</h2>
        <p className="soft">Waiting for the ways in</p>
      </section>
    );
  }
  return (
    <section className="target-move" aria-labelledby="target-move-title">
      <p className="target-eyebrow">The move</p>
      <h2 id="target-move-title">{plan.move.title}</h2>
      <p>{plan.move.move}</p>
      <NextStep view={view} plan={plan} />
      <Why advice={plan.move} />
      <Questions plan={plan} target={target} />
      <div className="target-folds">
        {plan.friend ? <FriendChecksPanel target={target} friend={plan.friend} /> : null}
        <Worthwhile target={target} />
        <Also advice={plan.also} />
        <Rejected plan={plan} />
        <Timeline target={target} />
        <CaseSheet view={view} />
      </div>
      <WalkAway view={view} />
    </section>
  );
}

function Why({ advice }: { advice: Advice }) {
  return (
    <div className="target-why">
      <p>{advice.reason}</p>
      <p className="faint">
        Rule <code>{advice.rule}</code>. {sourceWords(advice)}
      </p>
    </div>
  );
}

/** Where it comes from and how much that is worth; a rule of ours says so, once. */
function sourceWords({ source, grade, gradeWords }: Pick<Advice, 'source' | 'grade' | 'gradeWords'>): string {
  const from = source === '' || /[.!?]$/.test(source) ? source : `${source}.`;
  const worth =
    grade !== 'G' ? `Grade ${grade}: ${gradeWords}.` : /our judgement/i.test(source) ? '' : 'Our judgement.';
  return [from, worth].filter(Boolean).join(' ');
}

/** The one primary button: go on with the open request, prepare one, or the text this move needs. */
function NextStep({ view: { target, selected }, view, plan }: { view: TargetView; plan: Plan }) {
  const workspace = useWorkspace();
  const alive = asksFor(workspace, target.id).filter(isAlive);
  const here = plan.friend ? alive.find((ask) => ask.friend === plan.friend) : alive[0];
  if (here) return <Standing ask={here} primary />;
  const other = alive[0];
  const asks = plan.next === 'hand-over' || plan.next === 'introduce';
  if (plan.friend && plan.way && (asks || other)) {
    return (
      <>
        {other ? <Standing ask={other} /> : null}
        <Prepare
          key={selected?.id}
          target={target}
          way={plan.way}
          friend={plan.friend}
          kind={plan.next === 'introduce' ? 'introduce' : 'hand-over'}
        />
      </>
    );
  }
  return plan.text ? <MoveText view={view} kind={plan.text} /> : null;
}

function isAlive(ask: Ask): boolean {
  return isOpen(ask) || ask.state === 'heard-back' || ask.state === 'queued';
}

function Standing({ ask, primary = false }: { ask: Ask; primary?: boolean }) {
  const workspace = useWorkspace();
  return (
    <div className="target-next">
      <p className="soft">
        {nameIn(workspace, ask.friend)}: {ASK_WORDS[ask.state].toLowerCase()}
      </p>
      <ButtonLink to={{ to: 'hand-off', id: ask.target, ask: ask.id }} look={primary ? 'primary' : 'plain'}>
        Open the hand-off
      </ButtonLink>
    </div>
  );
}

function Also({ advice }: { advice: readonly Advice[] }) {
  if (advice.length === 0) return null;
  return (
    <details>
      <summary>Also applies ({advice.length})</summary>
      <ul className="target-advice">
        {advice.map((item) => (
          <li key={item.rule}>
            <h3>{item.title}</h3>
            <p>{item.move}</p>
            <Why advice={item} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Rejected({ plan }: { plan: Plan }) {
  if (plan.rejected.length === 0) return null;
  return (
    <details>
      <summary>{count(plan.rejected.length, 'move')} we would not make, and why</summary>
      <ul className="target-advice">
        {plan.rejected.map((item) => (
          <li key={item.id}>
            <h3>{item.move}</h3>
            <p>{item.reason}</p>
            <p className="faint">{sourceWords(item)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function WalkAway({ view }: { view: TargetView }) {
  const { commands } = useApp();
  if (view.target.closed) {
    return (
      <div>
        <Button onClick={() => commands.reopen(view.target.id)}>Open this target again</Button>
      </div>
    );
  }
  return (
    <div className="target-walk">
      <Button look="quiet" size="small" onClick={() => commands.walkAway(view.target.id)}>
        Walk away from this one
      </Button>
      <span className="faint">A good decision when it is one. You can undo it.</span>
    </div>
  );
}
