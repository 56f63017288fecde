import { useMemo } from 'react';
import type { PersonId } from '#model/ids.ts';
import { wasEverAt } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import type { LeftOut, WayIn } from '#paths/types.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { firstName, nameIn } from '#ui/shared/words.ts';
import { companyOf } from '#ui/targets/draft.ts';
import { QuestionRow } from './Inside.tsx';

const SHOWN = 5;

/** Who of yours was where the hiring manager was before: one question each, no way in until somebody says so. */
export function PastOfManager({ target, all, leftOut }: { target: Target; all: readonly WayIn[]; leftOut: LeftOut }) {
  const workspace = useWorkspace();
  const found = useMemo(() => {
    const known = new Set([...all.flatMap((way) => way.people), ...leftOut.hr, ...leftOut.employer]);
    return peopleOfThePast(workspace, target, known);
  }, [workspace, target, all, leftOut]);
  if (found.length === 0 || !target.manager) return null;
  const manager = nameIn(workspace, target.manager);
  return (
    <div className="target-group">
      <h3 className="target-group-title">
        At {firstName(manager)}'s former employers ({found.length}): one question each
      </h3>
      <ul className="target-inside">
        {found.map(({ person, place }) => (
          <QuestionRow
            key={person}
            person={person}
            target={target}
            aside={place}
            question={`${firstName(nameIn(workspace, person))}, did you meet ${manager} at ${place}?`}
          />
        ))}
      </ul>
    </div>
  );
}

function peopleOfThePast(workspace: Workspace, target: Target, without: ReadonlySet<PersonId>) {
  const places = target.managerPast.flatMap((place) => {
    const company = companyOf(workspace, place);
    return company && company !== target.company ? [{ place: place.trim(), company }] : [];
  });
  const found: { person: PersonId; place: string }[] = [];
  if (places.length === 0) return found;
  for (const person of workspace.people.values()) {
    if (without.has(person.id) || person.id === target.manager || person.own.doNotContact || person.own.leaveOut)
      continue;
    const shared = places.find(({ company }) => wasEverAt(person, company));
    if (shared) found.push({ person: person.id, place: shared.place });
    if (found.length === SHOWN) break;
  }
  return found;
}
