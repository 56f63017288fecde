import './attention.css';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { count, nameIn } from '#ui/shared/words.ts';

const SHOWN = 3;

/** Dormant ties that open a target, in short; the whole list is a screen of its own. */
export function Sleeping() {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const dormant = latest(useAnswer((signal) => queries.dormant(signal), 'dormant')) ?? [];
  if (dormant.length === 0) return null;
  return (
    <section aria-labelledby="targets-sleeping">
      <h2 id="targets-sleeping">Worth a word again</h2>
      <ul className="targets-list">
        {dormant.slice(0, SHOWN).map(({ person, text }) => (
          <li key={person}>
            <a href={href({ to: 'people', person })}>{nameIn(workspace, person)}</a>
            <span className="targets-sleeping">{text}</span>
          </li>
        ))}
      </ul>
      <p className="targets-sleeping">
        Dormant ties are as useful as current ones.{' '}
        <a href={href({ to: 'dormant' })}>See {count(dormant.length, 'dormant tie')}</a>
      </p>
    </section>
  );
}
