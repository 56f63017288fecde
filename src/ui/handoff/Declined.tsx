import { DECLINE_REASONS } from '#handoff/lifecycle.ts';
import type { Ask } from '#model/ask.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';

/** A no is recorded with the reason the friend gave, if any; nobody is asked for one. */
export function Declined({ ask, on, onBack }: { ask: Ask; on: string; onBack: () => void }) {
  const { commands } = useApp();
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">Was a reason given? Do not ask for one.</legend>
      <ul className="stack-tight">
        {DECLINE_REASONS.map(({ value, label, effect }) => (
          <li key={value} className="life-reason">
            <Button
              size="small"
              onClick={() => {
                commands.declineAsk(ask.id, value, on);
                onBack();
              }}
            >
              {label}
            </Button>
            <span className="faint">{effect}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button look="quiet" size="small" onClick={onBack}>
          Back
        </Button>
      </div>
    </fieldset>
  );
}
