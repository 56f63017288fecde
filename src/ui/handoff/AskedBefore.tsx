import { friendHistory } from '#handoff/history.ts';
import type { Ask } from '#model/ask.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { firstName, nameIn } from '#ui/shared/words.ts';

/** What was asked of this friend before, how it ended, and whether thanks were said. */
export function AskedBefore({ ask }: { ask: Ask }) {
  const workspace = useWorkspace();
  const before = friendHistory(workspace, ask.friend).asks.filter((other) => other.ask !== ask.id);
  if (before.length === 0) return null;
  return (
    <details className="life-text">
      <summary>
        What else you have asked of {firstName(nameIn(workspace, ask.friend))} ({before.length})
      </summary>
      <ul className="stack-tight">
        {before.map((other) => (
          <li key={other.ask}>
            <a href={href({ to: 'hand-off', id: other.target, ask: other.ask })}>{other.text}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
