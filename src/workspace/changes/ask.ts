import { blocksAsk } from '#handoff/blocks.ts';
import { stateAfter } from '#handoff/lifecycle.ts';
import type { Ask, AskState, Packet } from '#model/ask.ts';
import type { Change } from '#model/change.ts';
import { type AskId, newId } from '#model/ids.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Target } from '#model/target.ts';
import type { Day } from '#model/time.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import type { NewAsk } from '#workspace/types.ts';
import { nameOf, nothing, targetName } from './words.ts';

/** An ask in state `prepared` or `queued`, or the reason why none may be prepared now (PLAYBOOK.md §6). */
export function prepareAsk(
  workspace: Workspace,
  input: NewAsk,
  today: Day,
): Result<{ id: AskId; change: Change }, string> {
  const target = workspace.targets.get(input.target);
  if (!target) return fail('This target is no longer here.');
  const reason = whyNot(workspace, target, input);
  if (reason) return fail(reason);
  const state: AskState = input.queue ? 'queued' : 'prepared';
  const ask: Ask = {
    id: newId('ask'),
    target: input.target,
    friend: input.friend,
    way: [...input.way],
    kind: input.kind,
    state,
    history: [{ state, on: today, note: '' }],
    nudgedOn: null,
    declineReason: '',
    thankedOn: null,
    sheOffered: input.sheOffered ?? false,
    packet: input.packet,
    checklist: [],
  };
  const what = `Request to ${nameOf(workspace, input.friend)} for ${targetName(workspace, target)}`;
  return ok({ id: ask.id, change: { what, put: [ask], remove: [] } });
}

/** '' when it may be prepared, or waits as a fallback, or she offered. */
function whyNot(workspace: Workspace, target: Target, { friend, queue, sheOffered }: NewAsk): string {
  const block = blocksAsk(workspace, target, friend);
  if (!block || (queue && block.queue) || (sheOffered && block.overridable)) return '';
  return block.reason;
}

function edited(workspace: Workspace, id: AskId, what: string, edit: (ask: Ask) => Ask): Change {
  const ask = workspace.asks.get(id);
  if (!ask) return nothing;
  return { what: `${what} ${nameOf(workspace, ask.friend)}`, put: [edit(ask)], remove: [] };
}

export function editPacket(workspace: Workspace, id: AskId, edit: Partial<Packet>): Change {
  return edited(workspace, id, 'Text of the packet for', (ask) => ({ ...ask, packet: { ...ask.packet, ...edit } }));
}

export function tickChecklist(workspace: Workspace, id: AskId, item: string, ticked: boolean): Change {
  return edited(workspace, id, 'Checklist of the packet for', (ask) => {
    const rest = ask.checklist.filter((other) => other !== item);
    return { ...ask, checklist: ticked ? [...rest, item] : rest };
  });
}

/** Records what happened, in any order of days: life is never refused. `done` also closes the target. */
export function moveAsk(workspace: Workspace, id: AskId, state: AskState, on: Day, note: string): Change {
  const change = edited(workspace, id, `"${state.replace('-', ' ')}" for`, (ask) => moved(ask, state, on, note));
  return state === 'done' ? withTarget(workspace, id, change, { on, how: 'done' }) : change;
}

/** She said no. "It won't help" closes the target: it is never routed round her. */
export function declineAsk(workspace: Workspace, id: AskId, reason: Ask['declineReason'], on: Day): Change {
  const change = edited(workspace, id, '"declined" for', (ask) => ({
    ...moved(ask, 'declined', on, ''),
    declineReason: reason,
  }));
  return reason === 'no-use' ? withTarget(workspace, id, change, { on, how: 'friend-said-no-use' }) : change;
}

export function nudgeAsk(workspace: Workspace, id: AskId, on: Day): Change {
  return edited(workspace, id, 'Reminder to', (ask) => ({ ...ask, nudgedOn: on }));
}

export function thankAsk(workspace: Workspace, id: AskId, on: Day): Change {
  return edited(workspace, id, 'Thanks to', (ask) => ({ ...ask, thankedOn: on }));
}

function moved(ask: Ask, state: AskState, on: Day, note: string): Ask {
  const history = [...ask.history, { state, on, note }];
  return { ...ask, state: stateAfter(ask, state), history };
}

function withTarget(workspace: Workspace, id: AskId, change: Change, closed: NonNullable<Target['closed']>): Change {
  const ask = workspace.asks.get(id);
  const target = ask && workspace.targets.get(ask.target);
  const put: readonly Entry[] = target ? [...change.put, { ...target, closed }] : change.put;
  return { ...change, put };
}
