import type { PersonId } from '#model/ids.ts';
import type { LeftOut } from '#paths/types.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { count, nameIn } from '#ui/shared/words.ts';

const MOST = 60;

/** Who was left out of every way, how many, and why. Never silently. */
export function LeftOutNote({ leftOut }: { leftOut: LeftOut }) {
  return (
    <>
      <Group
        people={leftOut.employer}
        why={`at ${leftOut.employerNames.join(' and ')} left out, because they must not know`}
      />
      <Group people={leftOut.doNotContact} why="you do not want to contact left out" />
      <Group people={leftOut.noAsks} why="who asked for no job requests left out" />
      <Group people={leftOut.closed} why="who said no here, or were silent, left out: nobody is asked twice" />
      <Group people={leftOut.hr} why="in HR left out: HR is not a route" />
    </>
  );
}

function Group({ people, why }: { people: readonly PersonId[]; why: string }) {
  const workspace = useWorkspace();
  if (people.length === 0) return null;
  return (
    <details className="target-left-out">
      <summary>
        {count(people.length, 'person', 'people')} {why}: <span className="target-link">show</span>
      </summary>
      <ul>
        {people.slice(0, MOST).map((id) => (
          <li key={id}>
            <a href={href({ to: 'people', person: id })}>{nameIn(workspace, id)}</a>
          </li>
        ))}
        {people.length > MOST ? <li className="faint">and {people.length - MOST} more</li> : null}
      </ul>
    </details>
  );
}
