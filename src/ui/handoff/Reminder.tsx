import { remindersOf } from '#handoff/reminders.ts';
import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { today } from '#ui/shared/today.ts';

/** The next dates as a calendar file: the app has no server that could remind anybody. */
export function Reminder({ ask, target }: { ask: Ask; target: Target }) {
  const { exports } = useApp();
  const workspace = useWorkspace();
  if (remindersOf(workspace, target, ask, today()).length === 0) return null;
  const save = async () => {
    const made = await exports.reminders(ask.id);
    if (made.ok) saveFile(made.value.name, made.value.bytes, made.value.type);
  };
  return (
    <div className="life-reminder">
      <Button look="quiet" size="small" onClick={() => void save()}>
        Put the next date in your calendar
      </Button>
    </div>
  );
}
