import type { Update } from '#intake/types.ts';
import type { Target } from '#model/target.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { fold } from '#ui/shared/fold.ts';
import { href } from '#ui/shared/route.ts';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { count, dayWords } from '#ui/shared/words.ts';

/** People change jobs: that is news for somebody who seeks a way in, so moves come first. */
export function ReviewUpdates({ updates }: { updates: readonly Update[] }) {
  if (updates.length === 0) return null;
  const moves = updates.filter((update) => update.field === 'company');
  const others = updates.filter((update) => update.field !== 'company');
  return (
    <section className="import-section" aria-labelledby="review-updates">
      <h2 id="review-updates">News</h2>
      {moves.length > 0 ? (
        <ShowMore items={moves} one="move">
          {(shown) => (
            <ul className="import-list">
              {shown.map((move) => (
                <li key={move.person}>
                  <p>
                    <strong>{move.name}</strong> moved to {move.after || 'no company given'}
                    {move.before ? <span className="soft"> from {move.before}</span> : null}
                  </p>
                  <p className="faint">
                    as of {dayWords(move.on)}
                    <TargetsAt company={move.after} />
                  </p>
                </li>
              ))}
            </ul>
          )}
        </ShowMore>
      ) : null}
      {others.length > 0 ? (
        <details>
          <summary>{count(others.length, 'other change')}</summary>
          <ShowMore items={others} one="change">
            {(shown) => (
              <ul className="import-list">
                {shown.map((update) => (
                  <li key={`${update.person} ${update.field}`}>
                    {update.name}: {update.field} {update.after}
                    {update.before ? <span className="soft"> (was {update.before})</span> : null}
                  </li>
                ))}
              </ul>
            )}
          </ShowMore>
        </details>
      ) : null}
    </section>
  );
}

/** The open targets at a company, by its name: nothing is stored yet, so it has no record. */
function TargetsAt({ company }: { company: string }) {
  const { targets, companies } = useWorkspace();
  const named = (id: Target['company']) =>
    [companies.get(id)?.name ?? '', ...(companies.get(id)?.names ?? [])].some((name) => fold(name) === fold(company));
  const there = [...targets.values()].filter((target) => target.closed === null && named(target.company));
  if (company === '' || there.length === 0) return null;
  return (
    <>
      . Your target there:{' '}
      {there.map((target, at) => (
        <span key={target.id}>
          {at > 0 ? ', ' : ''}
          <a href={href({ to: 'target', id: target.id })}>{target.title || 'a role'}</a>
        </span>
      ))}
    </>
  );
}
