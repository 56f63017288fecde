import type { WarmCompany } from '#paths/types.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { href } from '#ui/shared/route.ts';
import { Steps } from '#ui/shared/Steps.tsx';
import { companyIn, count } from '#ui/shared/words.ts';

const SHOWN = 6;

/** Companies without a target, by independent ways in. Without messages nothing is called warm. */
export function WarmCompanies({ warm, hasMessages }: { warm: readonly WarmCompany[]; hasMessages: boolean }) {
  const workspace = useWorkspace();
  if (warm.length === 0) return null;
  return (
    <section aria-labelledby="targets-warm">
      <h2 id="targets-warm">{hasMessages ? 'Where your network is warm' : 'Where you have connections'}</h2>
      <ol className="targets-list">
        {warm.slice(0, SHOWN).map((row) => (
          <li key={row.company}>
            <div className="targets-warm">
              <span>
                <a href={href({ to: 'people', company: row.company })}>{companyIn(workspace, row.company)}</a>
                <span className="faint">
                  {' '}
                  {count(row.people, 'person', 'people')}
                  {row.withMessages > 0 ? `, ${row.withMessages} with messages` : ''}
                </span>
              </span>
              <ButtonLink to={{ to: 'new-target', company: row.company }} look="quiet" size="small">
                Make a target<span className="unseen"> at {companyIn(workspace, row.company)}</span>
              </ButtonLink>
            </div>
            {row.best ? <Steps way={row.best} short /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
