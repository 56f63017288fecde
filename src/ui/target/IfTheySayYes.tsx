import { movedBy, movedWords } from '#handoff/if-yes.ts';
import type { PersonId } from '#model/ids.ts';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { today } from '#ui/shared/today.ts';
import { firstName, nameIn } from '#ui/shared/words.ts';

/** What a yes would change in the list of targets, before anybody is asked. */
export function IfTheySayYes({ friend, about }: { friend: PersonId; about: PersonId }) {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const bests = latest(useAnswer((signal) => queries.portfolio(signal), 'portfolio'))?.targets;
  const answer = latest(useAnswer((signal) => queries.ifYes(friend, about, signal), `${friend} ${about}`));
  if (!bests || answer?.friend !== friend || answer.about !== about) return null;
  const moved = movedBy({ workspace, bests, today: today() }, answer);
  const words =
    moved.length > 0
      ? moved.map((one) => movedWords(workspace, one)).join(' ')
      : answer.targets.length > 0
        ? 'this way in would be surer; your list would stay as it is.'
        : 'your list would stay as it is.';
  return (
    <p className="faint">
      If {firstName(nameIn(workspace, friend))} says yes: {words}
    </p>
  );
}
