import type { Door } from '#paths/types.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { nameIn, STANDING_WORDS } from '#ui/shared/words.ts';

const SHOWN = 6;

/** Who opens the most doors: people by the targets they reach and how certain the way is. */
export function Doors({ doors }: { doors: readonly Door[] }) {
  const workspace = useWorkspace();
  if (doors.length === 0) return null;
  return (
    <section aria-labelledby="targets-doors">
      <h2 id="targets-doors">Who opens the most doors</h2>
      <ol className="targets-list">
        {doors.slice(0, SHOWN).map((door) => (
          <li key={door.friend}>
            <a href={href({ to: 'people', person: door.friend })}>{nameIn(workspace, door.friend)}</a>
            <ul className="targets-opens">
              {door.opens.map(({ target, standing }) => (
                <li key={target}>
                  <span className="steps-line" data-standing={standing} aria-hidden="true" />
                  <span>
                    {workspace.targets.get(target)?.title ?? ''}{' '}
                    <span className="faint">{STANDING_WORDS[standing]}</span>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
