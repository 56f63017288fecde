import { blocksAsk, fallbackFor } from '#handoff/blocks.ts';
import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { go } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { nameIn } from '#ui/shared/words.ts';

/** A request that waits for another to end. */
export function Queued({ ask, target }: { ask: Ask; target: Target }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const others = new Map([...workspace.asks].filter(([id]) => id !== ask.id));
  const block = blocksAsk({ ...workspace, asks: others }, target, ask.friend);
  const take = () => commands.moveAsk(ask.id, 'prepared', today());
  return (
    <div className="stack-tight">
      <p>{block ? block.reason : 'Nothing stands in the way any more.'}</p>
      <div className="row">
        {block ? (
          block.overridable ? (
            <Button onClick={take}>{nameIn(workspace, ask.friend)} offered: take it up now</Button>
          ) : null
        ) : (
          <Button look="primary" onClick={take}>
            Take it up now
          </Button>
        )}
      </div>
    </div>
  );
}

/** After a no or a silence: the way that waited, else back to the ways in, else enough. */
export function Fallback({ target }: { target: Target }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  if (target.closed) return null;
  const next = fallbackFor(workspace, target);
  return (
    <div className="row">
      {next ? (
        <Button
          look="primary"
          onClick={() => {
            commands.moveAsk(next.id, 'prepared', today());
            go({ to: 'hand-off', id: target.id, ask: next.id });
          }}
        >
          Take up the fallback: {nameIn(workspace, next.friend)}
        </Button>
      ) : (
        <ButtonLink to={{ to: 'target', id: target.id }} look="primary">
          Back to the ways in
        </ButtonLink>
      )}
    </div>
  );
}
