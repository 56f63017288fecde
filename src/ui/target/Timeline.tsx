import { targetTimeline } from '#handoff/history.ts';
import type { Target } from '#model/target.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { dayWords } from '#ui/shared/words.ts';

/** What happened with this target, oldest first. */
export function Timeline({ target }: { target: Target }) {
  const moments = targetTimeline(useWorkspace(), target);
  return (
    <details>
      <summary>What happened so far ({moments.length})</summary>
      <ol className="target-moments">
        {moments.map(({ on, text, note }) => (
          <li key={`${on} ${text}`}>
            <span className="faint">{dayWords(on)}</span>
            <span>
              {text}
              {note ? <span className="soft"> {note}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
