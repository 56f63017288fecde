import { lastDayOf } from '#handoff/ask-history.ts';
import { type Ask, isOpen } from '#model/ask.ts';
import type { TargetId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WayIn } from '#paths/types.ts';

/** Requests for a target, the one that counts now first: open, heard back, queued, then the latest of the ended. */
export function asksFor(workspace: Workspace, target: TargetId): Ask[] {
  const asks = [...workspace.asks.values()].filter((ask) => ask.target === target);
  return asks.sort((a, b) => rank(a) - rank(b) || (lastDayOf(a) < lastDayOf(b) ? 1 : -1));
}

function rank(ask: Ask): number {
  if (isOpen(ask)) return 0;
  if (ask.state === 'heard-back') return 1;
  return ask.state === 'queued' ? 2 : 3;
}

/** The way an ask was made along, for the texts: who it goes through is known, how warm it was is not needed. */
export function wayOf(ask: Ask): WayIn {
  const people = [ask.friend, ...ask.way];
  const steps = people.map((to, at) => ({
    from: people[at - 1] ?? ('me' as const),
    to,
    standing: 'confirmed' as const,
    p: 0.5,
    band: null,
    percent: null,
    kind: null,
  }));
  return { id: people.join('>'), people, standing: 'confirmed', steps, weaker: 0, cost: 0 };
}
