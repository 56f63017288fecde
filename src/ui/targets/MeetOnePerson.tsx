import { meetOne } from '#handoff/meet-one.ts';
import { personNamed } from '#handoff/names.ts';
import type { Door } from '#paths/types.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { nameIn } from '#ui/shared/words.ts';

/** One person, and why. */
export function MeetOnePerson({ doors }: { doors: readonly Door[] }) {
  const workspace = useWorkspace();
  const one = meetOne(workspace, doors);
  if (!one) return null;
  const first = personNamed(workspace, one.person).first || 'your friend';
  const roles = one.targets.map((id) => workspace.targets.get(id)?.title || 'a role').join(', ');
  const why = {
    give: `${first} said yes. Give ${first} the page for ${roles} in person.`,
    ask: `Your packet for ${roles} is ready, and a request is best made in person.`,
    door: `A way in through ${first}: ${roles}. Ask how things are there before you ask for anything.`,
  };
  return (
    <section aria-labelledby="targets-meet">
      <h2 id="targets-meet">If you meet one person this week</h2>
      <p className="targets-list">
        <a href={href({ to: 'people', person: one.person })}>{nameIn(workspace, one.person)}</a>
        <span className="faint targets-request-about">{why[one.why]}</span>
      </p>
    </section>
  );
}
