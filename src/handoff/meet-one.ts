import { type AskState, isOpen } from '#model/ask.ts';
import type { PersonId, TargetId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Door } from '#paths/types.ts';
import { blocksAsk } from './blocks.ts';

/** The one person to meet this week, and what for. */
export interface MeetOne {
  readonly person: PersonId;
  /** `give`: said yes and waits for the page; `ask`: the packet is ready; `door`: opens these targets. */
  readonly why: 'give' | 'ask' | 'door';
  readonly targets: readonly TargetId[];
}

const OPEN_FIRST: readonly { readonly state: AskState; readonly why: 'give' | 'ask' }[] = [
  { state: 'agreed', why: 'give' },
  { state: 'prepared', why: 'ask' },
];

/**
 * A friend with an open request comes first: who said yes, then whom to ask. Else the first door that may be
 * asked now for any of the targets it opens; guessed ties open none. `doors`: best first.
 */
export function meetOne(workspace: Workspace, doors: readonly Door[]): MeetOne | null {
  const asks = [...workspace.asks.values()].filter((ask) => isOpen(ask) && isLive(ask.target));
  for (const { state, why } of OPEN_FIRST) {
    const ask = asks.find((one) => one.state === state);
    if (ask) return { person: ask.friend, why, targets: [ask.target] };
  }
  for (const { friend, opens } of doors) {
    const targets = opens.filter(({ standing }) => standing !== 'inferred').map(({ target }) => target);
    const free = targets.filter((id) => {
      const target = workspace.targets.get(id);
      return target !== undefined && blocksAsk(workspace, target, friend) === null;
    });
    if (free.length > 0) return { person: friend, why: 'door', targets: free };
  }
  return null;

  function isLive(id: TargetId): boolean {
    return workspace.targets.get(id)?.closed === null;
  }
}
