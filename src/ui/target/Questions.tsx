import type { OpenQuestion, Plan } from '#handoff/types.ts';
import type { PersonId } from '#model/ids.ts';
import { checksFor, type Target } from '#model/target.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import type { Commands } from '#workspace/types.ts';

const WORTH = {
  worthOpen: 'open',
  worthSpecific: 'specific',
  worthStillWant: 'stillWant',
  worthWarmer: 'warmerElsewhere',
} as const;
const AT_ONCE = 2;

/** Only what would change the move, two at a time; answered in place. */
export function Questions({ plan, target }: { plan: Plan; target: Target }) {
  const { commands } = useApp();
  if (plan.questions.length === 0) return null;
  const later = plan.questions.length - AT_ONCE;
  return (
    <div className="target-questions">
      <h3>{plan.questions.length === 1 ? 'One answer could change this' : 'An answer could change this'}</h3>
      {plan.questions.slice(0, AT_ONCE).map((question) => (
        <Choice
          key={`${question.of} ${question.field}`}
          label={question.text}
          value={answerNow(target, plan.friend, question)}
          options={question.options}
          atOnce
          onChoose={(value) => answer(commands, target, plan.friend, question, value)}
        />
      ))}
      {later > 0 ? (
        <p className="faint">{later === 1 ? 'One more after these.' : `${later} more after these.`}</p>
      ) : null}
    </div>
  );
}

function answerNow(target: Target, friend: PersonId | null, { of, field }: OpenQuestion): string | null {
  const worth = WORTH[field as keyof typeof WORTH];
  if (worth) return target.worth[worth];
  const record: Readonly<Record<string, unknown>> =
    of === 'checks' && friend ? { ...checksFor(target, friend) } : { ...target };
  const value = record[field];
  return typeof value === 'string' ? value : null;
}

/** The options come from the same vocabulary as the field, so the value fits it. */
function answer(
  commands: Commands,
  target: Target,
  friend: PersonId | null,
  { of, field }: OpenQuestion,
  value: string,
): void {
  const worth = WORTH[field as keyof typeof WORTH];
  if (worth) commands.editTarget(target.id, { worth: { ...target.worth, [worth]: value } });
  else if (of === 'target') commands.editTarget(target.id, { [field]: value });
  else if (friend) commands.editChecks(target.id, friend, { [field]: value });
}
