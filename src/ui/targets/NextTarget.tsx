import { useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { companyIn } from '#ui/shared/words.ts';
import type { Ranked } from './use-ranked.ts';

/** Where the energy goes now: the next target that is open, or a new one. */
export function NextTarget({ next }: { next: Ranked | null }) {
  const workspace = useWorkspace();
  if (!next) {
    return (
      <div>
        <ButtonLink to={{ to: 'new-target' }} look="primary">
          Name the next one
        </ButtonLink>
      </div>
    );
  }
  const company = companyIn(workspace, next.target.company);
  return (
    <div className="card stack-tight">
      <h2>
        {next.target.title || 'A role'}
        {company ? ` at ${company}` : ''}
      </h2>
      <p>{next.plan.move.title}.</p>
      <div>
        <ButtonLink to={{ to: 'target', id: next.target.id }} look="primary">
          Go to it
        </ButtonLink>
      </div>
    </div>
  );
}
