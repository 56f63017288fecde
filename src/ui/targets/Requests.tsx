import { waitingOf } from '#handoff/lifecycle.ts';
import { personNamed } from '#handoff/names.ts';
import type { Ask, AskState } from '#model/ask.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { ASK_WORDS, dayWords, nameIn } from '#ui/shared/words.ts';

const ORDER: readonly AskState[] = ['heard-back', 'handed-over', 'agreed', 'asked', 'prepared', 'queued'];

/** Every request that is not over, by state, with the day of the next look. */
export function Requests() {
  const workspace = useWorkspace();
  const asks = [...workspace.asks.values()]
    .filter((ask) => ORDER.includes(ask.state) && workspace.targets.get(ask.target)?.closed === null)
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  if (asks.length === 0) return null;
  return (
    <section aria-labelledby="targets-requests">
      <h2 id="targets-requests">
        <a href={href({ to: 'asks' })}>Your requests</a>
      </h2>
      <ul className="targets-list">
        {asks.map((ask) => (
          <li key={ask.id}>
            <a href={href({ to: 'hand-off', id: ask.target, ask: ask.id })}>{nameIn(workspace, ask.friend)}</a>:{' '}
            {ASK_WORDS[ask.state].toLowerCase()}
            <span className="faint targets-request-about">
              {[workspace.targets.get(ask.target)?.title ?? '', nextLook(ask)].filter(Boolean).join('. ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  function nextLook(ask: Ask): string {
    const waiting = waitingOf(ask, personNamed(workspace, ask.friend), today());
    return waiting.on && waiting.on > today() ? `Next look: ${dayWords(waiting.on)}` : '';
  }
}
