import { checklistFor } from '#handoff/checklist.ts';
import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Part } from './Part.tsx';

/** What is worth a look before it leaves your hands: only what this target still leaves open. */
export function Checklist({ ask, target }: { ask: Ask; target: Target }) {
  const { commands } = useApp();
  const items = checklistFor(useWorkspace(), target, ask.friend);
  return (
    <Part number={6} title="Before it goes" about="Worth a look, none of it a must.">
      <ul className="handoff-checks">
        {items.map(({ id, text }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={ask.checklist.includes(id)}
                onChange={(event) => commands.tickChecklist(ask.id, id, event.target.checked)}
              />
              {text}
            </label>
          </li>
        ))}
      </ul>
    </Part>
  );
}
