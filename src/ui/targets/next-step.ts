import { waitingOf } from '#handoff/lifecycle.ts';
import { personNamed } from '#handoff/names.ts';
import { owesThanks } from '#handoff/thanks.ts';
import type { Ask } from '#model/ask.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Route } from '#ui/shared/route.ts';
import type { Ranked } from './use-ranked.ts';

export interface NextStep {
  readonly words: string;
  readonly label: string;
  readonly to: Route;
}

/** The one thing to do now: thank, nudge or close, ask with the packet that is ready, else the first target's move. */
export function nextStep(workspace: Workspace, rows: readonly Ranked[], today: Day): NextStep | null {
  const asks = [...workspace.asks.values()];
  const first = (find: (ask: Ask) => boolean) => asks.find((ask) => workspace.targets.has(ask.target) && find(ask));
  const nameOf = (ask: Ask) => personNamed(workspace, ask.friend).first || 'your friend';
  const toAsk = (ask: Ask, words: string): NextStep => ({
    words,
    label: 'Go to it',
    to: { to: 'hand-off', id: ask.target, ask: ask.id },
  });
  const owed = first(owesThanks);
  if (owed) return toAsk(owed, `Thank ${nameOf(owed)}. It also counts when it led nowhere.`);
  const due = first((ask) => /^(nudge-due|silence-offered)$/.test(waiting(workspace, ask, today).is));
  if (due) return toAsk(due, waiting(workspace, due, today).words);
  const ready = first((ask) => ask.state === 'prepared');
  if (ready) return toAsk(ready, `The packet is ready. Read it once more, then ask ${nameOf(ready)}.`);
  const open = rows.find(({ worth, ask }) => !worth.over && worth.worth > 0 && !busy(ask));
  if (!open) return null;
  return { words: `${open.plan.move.title}.`, label: 'Go to it', to: { to: 'target', id: open.target.id } };
}

function waiting(workspace: Workspace, ask: Ask, today: Day) {
  return waitingOf(ask, personNamed(workspace, ask.friend), today);
}

function busy(ask: Ask | null): boolean {
  return ask !== null && /^(asked|agreed|handed-over)$/.test(ask.state);
}
