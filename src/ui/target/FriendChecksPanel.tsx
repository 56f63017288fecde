import type { PersonId } from '#model/ids.ts';
import { checksFor, type FriendChecks, type Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Choice, type Option, YES_NO } from '#ui/shared/Field.tsx';
import { firstName, nameIn } from '#ui/shared/words.ts';

type Yes = 'knowsManager' | 'willing' | 'knowsMe' | 'knowsWork' | 'credible';

/** The five checks: two are needed to carry, three decide what the friend may say. "Don't know" becomes a question to her. */
export function FriendChecksPanel({ target, friend }: { target: Target; friend: PersonId }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const checks = checksFor(target, friend);
  const name = firstName(nameIn(workspace, friend));
  const manager = firstName(nameIn(workspace, target.manager));
  const five: readonly { field: Yes; label: string; hint?: string }[] = [
    { field: 'knowsManager', label: `Knows ${manager}`, hint: 'Needed to carry' },
    { field: 'willing', label: `Is willing to go to ${manager} and talk, not to HR`, hint: 'Needed to carry' },
    { field: 'knowsMe', label: 'Knows you' },
    { field: 'knowsWork', label: 'Knows your work' },
    { field: 'credible', label: 'Is listened to there' },
  ];
  const known = five.filter(({ field }) => checks[field] !== 'unknown').length;
  const edit = (change: Partial<FriendChecks>) => commands.editChecks(target.id, friend, change);
  return (
    <details>
      <summary>
        Is {name} the one? <span className="faint">{known} of 5 known</span>
      </summary>
      <div className="stack target-checks">
        <p className="faint">A "don't know" is fine. It becomes a question to {name}.</p>
        {five.map(({ field, label, hint }) => (
          <Choice
            key={field}
            label={label}
            {...(hint ? { hint } : {})}
            value={checks[field]}
            options={YES_NO}
            onChoose={(value) => edit({ [field]: value })}
          />
        ))}
        <Choice
          label={`To ${manager}, ${name} is`}
          value={checks.relation}
          options={RELATION}
          onChoose={(relation) => edit({ relation })}
        />
        <Choice
          label={`${name} works there`}
          value={checks.employee}
          options={YES_NO}
          onChoose={(employee) => edit({ employee })}
        />
        <Choice
          label={`${name} offers`}
          value={checks.offers}
          options={OFFERS}
          onChoose={(offers) => edit({ offers })}
        />
        <Choice
          label={`${name} and ${manager} work remotely`}
          hint="Then passing it on by message is as good as by hand."
          value={checks.remote}
          options={YES_NO}
          onChoose={(remote) => edit({ remote })}
        />
      </div>
    </details>
  );
}

const RELATION: readonly Option<FriendChecks['relation']>[] = [
  { value: 'peer', label: 'a peer' },
  { value: 'report', label: 'in the team, or far junior' },
  { value: 'boss', label: 'the boss' },
  { value: 'elsewhere', label: 'at another company' },
  { value: 'social', label: 'a private contact' },
  { value: 'unknown', label: "Don't know" },
];

const OFFERS: readonly Option<FriendChecks['offers']>[] = [
  { value: 'talk', label: 'to talk to them' },
  { value: 'name-only', label: 'only the name' },
  { value: 'walk-to-hr', label: 'to walk it to HR' },
  { value: 'unknown', label: "Don't know" },
];
