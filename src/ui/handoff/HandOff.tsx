import './handoff.css';
import { useState } from 'react';
import { asksFor } from '#handoff/ask-history.ts';
import type { Ask } from '#model/ask.ts';
import type { AskId, TargetId } from '#model/ids.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { href } from '#ui/shared/route.ts';
import { companyIn, nameIn } from '#ui/shared/words.ts';
import { Checklist } from './Checklist.tsx';
import { CvPart } from './CvPart.tsx';
import { Done } from './Done.tsx';
import { LetterPart } from './LetterPart.tsx';
import { Life } from './Life.tsx';
import { LinePart, NotePart, ScriptPart } from './TextParts.tsx';

/** The packet in one place, and the life of the request above it. */
export function HandOff({ id, ask: askId }: { id: TargetId; ask?: AskId | undefined }) {
  const workspace = useWorkspace();
  const target = workspace.targets.get(id);
  const ask = (askId && workspace.asks.get(askId)) ?? asksFor(workspace, id)[0];
  if (!target || !ask || ask.target !== id) {
    return (
      <section className="screen stack">
        <h1>Nothing is prepared yet</h1>
        <p className="soft">Choose a way in first. The packet is written from it.</p>
        <div>
          <ButtonLink to={target ? { to: 'target', id } : { to: 'targets' }} look="primary">
            {target ? 'To the target' : 'To your targets'}
          </ButtonLink>
        </div>
      </section>
    );
  }
  return <OneAsk key={ask.id} target={target} ask={ask} />;
}

function OneAsk({ target, ask }: { target: Target; ask: Ask }) {
  const workspace = useWorkspace();
  const { commands } = useApp();
  const [looking, setLooking] = useState(false);
  const manager = target.manager ? nameIn(workspace, target.manager) : 'the hiring manager';
  const friend = nameIn(workspace, ask.friend);
  if (ask.state === 'done' && !looking) return <Done ask={ask} target={target} onLook={() => setLooking(true)} />;
  const others = asksFor(workspace, target.id).filter((other) => other.id !== ask.id);
  return (
    <article className="handoff">
      <header>
        <p className="faint">
          <a href={href({ to: 'target', id: target.id })}>
            {target.title || 'A role'}
            {companyIn(workspace, target.company) ? `, ${companyIn(workspace, target.company)}` : ''}
          </a>
        </p>
        <h1>
          {ask.kind === 'introduce' ? `An introduction to ${manager}` : `For ${manager}`}, through {friend}
        </h1>
      </header>
      <Life ask={ask} target={target} />
      {others.length > 0 ? (
        <p className="faint">
          Also for this target:{' '}
          {others.map((other) => (
            <a key={other.id} className="handoff-other" href={href({ to: 'hand-off', id: target.id, ask: other.id })}>
              {nameIn(workspace, other.friend)}
            </a>
          ))}
        </p>
      ) : null}
      <NotePart ask={ask} />
      <LetterPart ask={ask} target={target} />
      <LinePart ask={ask} />
      <ScriptPart ask={ask} />
      <CvPart target={target} />
      <Checklist ask={ask} target={target} />
      {target.closed ? (
        <div>
          <Button onClick={() => commands.reopen(target.id)}>Open this target again</Button>
        </div>
      ) : null}
    </article>
  );
}
