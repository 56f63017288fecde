import type { Target, Worth } from '#model/target.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Choice, YES_NO } from '#ui/shared/Field.tsx';

const FOUR: readonly { field: keyof Worth; label: string }[] = [
  { field: 'open', label: 'Is this role still open?' },
  { field: 'specific', label: "Is there something specific I can say that HR's screen could not see?" },
  { field: 'stillWant', label: 'Would I still want it if I have to work with the people who said no?' },
  { field: 'warmerElsewhere', label: 'Is there a warmer target on my list?' },
];

/** Four short questions; the answers go into the ranking of targets. */
export function Worthwhile({ target }: { target: Target }) {
  const { commands } = useApp();
  const known = FOUR.filter(({ field }) => target.worth[field] !== 'unknown').length;
  return (
    <details>
      <summary>
        Is it worthwhile? <span className="faint">{known} of 4 answered</span>
      </summary>
      <div className="stack target-checks">
        {FOUR.map(({ field, label }) => (
          <Choice
            key={field}
            label={label}
            value={target.worth[field]}
            options={YES_NO}
            onChoose={(value) => commands.editTarget(target.id, { worth: { ...target.worth, [field]: value } })}
          />
        ))}
      </div>
    </details>
  );
}
