import { mostTelling, movedWords } from '#handoff/if-yes.ts';
import type { TargetBest } from '#paths/types.ts';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { href } from '#ui/shared/route.ts';
import { today } from '#ui/shared/today.ts';
import { firstName, nameIn } from '#ui/shared/words.ts';

/** Questions looked at: those most worth asking come first. */
const LOOKED_AT = 12;

/** The one question whose yes would move most in the list, and what it would move. */
export function OneAnswer({ bests }: { bests: readonly TargetBest[] }) {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const answers = latest(useAnswer((signal) => queries.tellingAnswers(LOOKED_AT, signal), 'telling')) ?? [];
  const found = mostTelling({ workspace, bests, today: today() }, answers);
  if (!found) return null;
  const { friend, about } = found.answer;
  const name = firstName(nameIn(workspace, friend));
  return (
    <section aria-labelledby="targets-answer">
      <h2 id="targets-answer">One answer that would change most</h2>
      <div className="targets-list">
        <p>
          Does <a href={href({ to: 'people', person: friend })}>{nameIn(workspace, friend)}</a> know{' '}
          {nameIn(workspace, about)}?
        </p>
        <p className="faint">If yes: {found.moved.map((one) => movedWords(workspace, one)).join(' ')}</p>
        <div>
          <ButtonLink to={{ to: 'ask-friend', person: friend, about }} look="quiet" size="small">
            Ask {name} about {firstName(nameIn(workspace, about))}
          </ButtonLink>
        </div>
      </div>
    </section>
  );
}
