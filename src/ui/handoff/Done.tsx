import './done.css';
import { controlOf } from '#handoff/control.ts';
import { personNamed } from '#handoff/names.ts';
import { owesThanks } from '#handoff/thanks.ts';
import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { go } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { NextTarget } from '#ui/targets/NextTarget.tsx';
import { useNext } from '#ui/targets/use-ranked.ts';
import { LifeText } from './LifeText.tsx';

/** The end. The next target comes first; for this one there is only "they answered after all". */
export function Done({ ask, target, onLook }: { ask: Ask; target: Target; onLook?: () => void }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const carried = ask.history.some(({ state }) => state === 'handed-over' || state === 'heard-back');
  const control = controlOf(workspace, target, ask);
  const friend = personNamed(workspace, ask.friend).first || 'your friend';
  return (
    <section className="done">
      <h1>Done.</h1>
      <p className="done-lead">
        {carried
          ? `You made one fair try. It cost ${friend} a conversation and you a page.`
          : 'You closed this one before it was handed over.'}{' '}
        Whatever comes now, it is not waiting for you.
      </p>
      <NextTarget next={useNext(target.id)} />
      <div className="done-control">
        <div>
          <h2>In your control</h2>
          <ul>
            {control.inYours.map(({ text, done }) => (
              <li key={text} data-done={done || undefined}>
                <span aria-hidden="true">{done ? '✓' : '·'}</span>
                {text}
                <span className="unseen">{done ? ', done' : ', open'}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2>Not in your control</h2>
          <ul>
            {control.notInYours.map((text) => (
              <li key={text}>
                <span aria-hidden="true">·</span>
                {text}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <LifeText ask={ask} target={target} nudge={false} thanks={owesThanks(ask)} plain />
      <div className="row done-rest">
        <Button
          look="quiet"
          onClick={() => {
            commands.moveAsk(ask.id, 'heard-back', today());
            commands.reopen(target.id);
            go({ to: 'hand-off', id: target.id, ask: ask.id });
          }}
        >
          They answered after all
        </Button>
        {onLook ? (
          <Button look="quiet" onClick={onLook}>
            See the packet
          </Button>
        ) : (
          <ButtonLink to={{ to: 'hand-off', id: target.id, ask: ask.id }} look="quiet">
            See the packet
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
