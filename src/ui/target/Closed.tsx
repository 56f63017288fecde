import type { Target } from '#model/target.ts';
import { asksFor } from '#ui/handoff/asks.ts';
import { Done } from '#ui/handoff/Done.tsx';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { companyIn } from '#ui/shared/words.ts';
import { NextTarget } from '#ui/targets/NextTarget.tsx';

/** A target that is over. Walking away is a good decision and gets a calm screen. */
export function Closed({ target, onLook }: { target: Target; onLook: () => void }) {
  const workspace = useWorkspace();
  const { commands } = useApp();
  const ask = asksFor(workspace, target.id)[0];
  if (target.closed?.how === 'done' && ask) return <Done ask={ask} target={target} />;
  const company = companyIn(workspace, target.company);
  return (
    <section className="target-calm">
      <h1>A good decision.</h1>
      <p>
        {target.closed?.how === 'friend-said-no-use'
          ? `Your friend does not think it would help, and your friend knows ${company || 'the place'} better than we do.`
          : `You decided where your energy goes. ${target.title || 'This role'}${company ? ` at ${company}` : ''} is behind you.`}
      </p>
      <NextTarget after={target.id} />
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
