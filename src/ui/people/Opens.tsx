import type { TargetId } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { nameIn } from '#ui/shared/words.ts';

/** The targets this person opens, and the ones they decide. */
export function Opens({ person, opens }: { person: Person; opens: readonly TargetId[] }) {
  const workspace = useWorkspace();
  const manages = [...workspace.targets.values()].filter((target) => target.manager === person.id);
  if (opens.length + manages.length === 0) return null;
  const line = (id: TargetId) => {
    const target = workspace.targets.get(id);
    if (!target) return null;
    const company = workspace.companies.get(target.company)?.name ?? '';
    return (
      <li key={id}>
        <a href={href({ to: 'target', id })}>
          {target.title}, {company}
        </a>
        {target.manager && target.manager !== person.id ? (
          <span className="soft"> · {nameIn(workspace, target.manager)}</span>
        ) : null}
      </li>
    );
  };
  return (
    <section className="person-section" aria-labelledby="person-opens">
      {opens.length > 0 ? (
        <>
          <h3 id="person-opens">Targets this person opens</h3>
          <ul className="person-list">{opens.map(line)}</ul>
        </>
      ) : null}
      {manages.length > 0 ? (
        <>
          <h3 {...(opens.length === 0 ? { id: 'person-opens' } : {})}>Hiring manager for</h3>
          <ul className="person-list">{manages.map((target) => line(target.id))}</ul>
        </>
      ) : null}
    </section>
  );
}
