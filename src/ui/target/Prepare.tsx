import { useState } from 'react';
import { type Block, blocksAsk } from '#handoff/blocks.ts';
import { draftPacket } from '#handoff/packet.ts';
import type { Ask } from '#model/ask.ts';
import type { PersonId } from '#model/ids.ts';
import type { Target } from '#model/target.ts';
import type { WayIn } from '#paths/types.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { go } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { firstName, nameIn } from '#ui/shared/words.ts';

interface Props {
  readonly target: Target;
  readonly way: WayIn;
  readonly friend: PersonId;
  readonly kind: Ask['kind'];
}

/** Drafts the packet and opens it; a second open request stops here with the reason. */
export function Prepare({ target, way, friend, kind }: Props) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [refused, setRefused] = useState<string | null>(null);
  const block = blocksAsk(workspace, target, friend);
  const prepare = (more: { sheOffered?: boolean; queue?: boolean }) => {
    const packet = draftPacket({ workspace, target, way, tone: 'warm', today: today() });
    const made = commands.prepareAsk({ target: target.id, friend, way: way.people.slice(1), kind, packet, ...more });
    if (made.ok) go({ to: 'hand-off', id: target.id, ask: made.value });
    else setRefused(made.error);
  };
  if (block) return <Blocked block={block} target={target} friend={friend} onPrepare={prepare} />;
  return (
    <div className="target-next">
      <Button look="primary" onClick={() => prepare({})}>
        {kind === 'introduce' ? 'Prepare the introduction' : 'Prepare the hand-off'}
      </Button>
      <span className="faint">Nothing is sent. You read it first.</span>
      {refused ? (
        <p className="notice" data-kind="warning" role="alert">
          {refused}
        </p>
      ) : null}
    </div>
  );
}

/** One open request per friend and per hiring manager: the reason, and what may be done instead. */
function Blocked({
  block,
  target,
  friend,
  onPrepare,
}: {
  block: Block;
  target: Target;
  friend: PersonId;
  onPrepare: (more: { sheOffered?: boolean; queue?: boolean }) => void;
}) {
  const workspace = useWorkspace();
  const standing = block.ask ? workspace.asks.get(block.ask) : undefined;
  return (
    <div className="notice stack-tight" data-kind="warning">
      <p>{block.reason}</p>
      <div className="row">
        {block.queue ? (
          <Button look="primary" onClick={() => onPrepare({ queue: true })}>
            Keep as fallback
          </Button>
        ) : null}
        {block.overridable ? (
          <Button onClick={() => onPrepare({ sheOffered: true })}>
            {firstName(nameIn(workspace, friend))} offered
          </Button>
        ) : null}
        {standing && standing.target !== target.id ? (
          <ButtonLink to={{ to: 'hand-off', id: standing.target, ask: standing.id }} look="quiet">
            Go to the other one
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}
