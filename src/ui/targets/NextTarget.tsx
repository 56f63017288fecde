import type { TargetId } from '#model/ids.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { companyIn } from '#ui/shared/words.ts';
import { useNext } from './use-ranked.ts';

/** Where the energy goes now: the next target that is open, or a new one. */
export function NextTarget({ after }: { after: TargetId }) {
  const workspace = useWorkspace();
  const next = useNext(after);
  if (!next) {
    return (
      <div className="stack-tight">
        <p>There is no other target yet.</p>
        <div>
          <ButtonLink to={{ to: 'new-target' }} look="primary">
            Name the next one
          </ButtonLink>
        </div>
      </div>
    );
  }
  const company = companyIn(workspace, next.target.company);
  return (
    <div className="stack-tight">
      <p>
        Next: <strong>{next.target.title || 'a role'}</strong>
        {company ? ` at ${company}` : ''}. {next.plan.move.title}.
      </p>
      <div>
        <ButtonLink to={{ to: 'target', id: next.target.id }} look="primary">
          Go to it
        </ButtonLink>
      </div>
    </div>
  );
}
