import type { PersonId } from '#model/ids.ts';
import type { WayIn } from '#paths/types.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { CLOSENESS_WORDS, firstName, nameIn } from '#ui/shared/words.ts';
import { TheyKnow } from './TheyKnow.tsx';

/** For each step that is not confirmed, the one question that would confirm it. */
export function Unsure({ way }: { way: WayIn }) {
  const open = way.steps.filter((step) => step.standing !== 'confirmed' || step.band === 'none');
  if (open.length === 0) return null;
  return (
    <div className="target-unsure">
      {open.map((step) =>
        step.from === 'me' ? (
          <HowClose key={step.to} person={step.to} />
        ) : (
          <TheyKnow key={step.to} friend={step.from} about={step.to} />
        ),
      )}
    </div>
  );
}

function HowClose({ person }: { person: PersonId }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const { closeness, closenessAssumed } = workspace.people.get(person)?.own ?? {};
  return (
    <Choice
      label={`How well do you know ${firstName(nameIn(workspace, person))}?`}
      {...(closenessAssumed ? { hint: 'Assumed: would recognise me. Say it yourself, or change it.' } : {})}
      value={closeness && !closenessAssumed ? String(closeness) : null}
      options={CLOSENESS_WORDS.map(({ value, label }) => ({ value: String(value), label }))}
      atOnce
      onChoose={(value) => {
        const found = CLOSENESS_WORDS.find((word) => String(word.value) === value);
        if (found) commands.label([person], found.value);
      }}
    />
  );
}
