import type { TargetSeed } from '#intake/types.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { dayWords } from '#ui/shared/words.ts';
import { freshSeeds } from './make-targets.ts';

const FROM = {
  application: 'You applied',
  'saved-job': 'You saved it',
  'dream-company': 'You named the company',
} as const;

/** Roles the files speak of. They become targets only where ticked. */
export function ReviewSeeds({
  seeds,
  chosen,
  onChoose,
}: {
  seeds: readonly TargetSeed[];
  chosen: ReadonlySet<TargetSeed>;
  onChoose: (chosen: ReadonlySet<TargetSeed>) => void;
}) {
  const fresh = freshSeeds(seeds, useWorkspace());
  if (fresh.length === 0) return null;
  const toggle = (seed: TargetSeed) => {
    const next = new Set(chosen);
    if (!next.delete(seed)) next.add(seed);
    onChoose(next);
  };
  return (
    <section className="import-section" aria-labelledby="review-seeds">
      <h2 id="review-seeds">Roles you may want as targets</h2>
      <p className="soft">Tick the ones you still want. None is made by itself.</p>
      <ShowMore items={fresh} step={10} one="role">
        {(shown) => (
          <ul className="import-seeds">
            {shown.map((seed, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same role may be listed twice
              <li key={at}>
                <label className="import-tick">
                  <input type="checkbox" checked={chosen.has(seed)} onChange={() => toggle(seed)} />
                  <span>
                    {seed.title ? `${seed.title}, ${seed.company}` : seed.company}
                    <span className="faint">
                      {' '}
                      · {FROM[seed.from]}
                      {seed.on ? ` on ${dayWords(seed.on)}` : ''}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    </section>
  );
}
