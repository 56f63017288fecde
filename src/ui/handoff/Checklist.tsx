import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { firstName, nameIn } from '#ui/shared/words.ts';
import { Part } from './Part.tsx';

/** What is worth a look before it leaves your hands. */
export function Checklist({ ask, target }: { ask: Ask; target: Target }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const friend = firstName(nameIn(workspace, ask.friend));
  const manager = target.manager ? firstName(nameIn(workspace, target.manager)) : 'the hiring manager';
  const items = [
    {
      id: 'application',
      text: 'My formal application is on record, or this employer does not want one',
      known: target.applicationOnRecord === 'yes' || target.applicationRequired === 'no',
    },
    { id: 'asked', text: `I asked ${friend} in person or by phone`, known: false },
    {
      id: 'consent',
      text: `${manager} said yes to seeing it, or ${friend} is close enough to just hand it over`,
      known: false,
    },
    { id: 'private', text: `The note goes to ${friend} privately, not to a work address`, known: false },
    { id: 'aloud', text: 'I read the letter aloud once', known: false },
  ];
  return (
    <Part number={6} title="Before it goes" about="Five things worth a look.">
      <ul className="handoff-checks">
        {items.map(({ id, text, known }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={known || ask.checklist.includes(id)}
                disabled={known}
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
