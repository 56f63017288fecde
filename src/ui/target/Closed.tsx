import { asksFor } from '#handoff/ask-history.ts';
import { endingOf } from '#handoff/endings.ts';
import type { Target } from '#model/target.ts';
import { Done } from '#ui/handoff/Done.tsx';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { NextTarget } from '#ui/targets/NextTarget.tsx';
import { useNext } from '#ui/targets/use-ranked.ts';

/** A target that is over. Walking away is a good decision and gets a calm screen. */
export function Closed({ target, onLook }: { target: Target; onLook: () => void }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const next = useNext(target.id);
  const ask = asksFor(workspace, target.id)[0];
  const ending = endingOf(workspace, target, next?.target ?? null);
  if (target.closed?.how === 'done' && ask) return <Done ask={ask} target={target} />;
  return (
    <section className="target-calm">
      <h1>{ending?.title}</h1>
      <p>{ending?.text}</p>
      <NextTarget next={next} />
      <div className="row">
        <Button look="quiet" onClick={onLook}>
          Look at it once more
        </Button>
        <Button look="quiet" onClick={() => commands.reopen(target.id)}>
          Open it again
        </Button>
        <ButtonLink to={{ to: 'targets' }} look="quiet">
          All targets
        </ButtonLink>
      </div>
    </section>
  );
}
