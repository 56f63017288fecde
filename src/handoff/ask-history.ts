import { type Ask, type AskState, isOpen } from '#model/ask.ts';
import type { TargetId } from '#model/ids.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';

const ORDER: readonly AskState[] = [
  'queued',
  'prepared',
  'asked',
  'agreed',
  'declined',
  'silent',
  'handed-over',
  'heard-back',
  'done',
];

type Entry = Ask['history'][number];

/** The history by its dates; on one day in the order of recording. */
export function orderedHistory(ask: Ask): readonly Entry[] {
  return ask.history
    .map((entry, at) => ({ entry, at }))
    .sort((a, b) => (a.entry.on < b.entry.on ? -1 : a.entry.on > b.entry.on ? 1 : a.at - b.at))
    .map(({ entry }) => entry);
}

/** The day the ask came to where it stands; '' never: an ask has at least one entry or its nudge. */
export function lastDayOf(ask: Ask): Day {
  const at = ask.history.findLast(({ state }) => state === ask.state);
  return at?.on ?? orderedHistory(ask).at(-1)?.on ?? ask.nudgedOn ?? '1970-01-01';
}

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

/** Sentences about dates that cannot be: nothing is refused, the person is told. */
export function dateProblems(ask: Ask, today: Day): string[] {
  const problems: string[] = [];
  for (const { state, on } of ask.history) {
    if (on > today) problems.push(`"${words(state)}" is dated ${on}, which is still to come.`);
  }
  for (const [at, later] of ask.history.entries()) {
    const earlier = ask.history[at - 1];
    if (earlier && later.on < earlier.on && ORDER.indexOf(later.state) > ORDER.indexOf(earlier.state)) {
      problems.push(`"${words(later.state)}" is dated ${later.on}, before "${words(earlier.state)}" on ${earlier.on}.`);
    }
  }
  const asked = ask.history.find(({ state }) => state === 'asked');
  if (ask.nudgedOn !== null && asked && ask.nudgedOn < asked.on) {
    problems.push(`The nudge is dated ${ask.nudgedOn}, before you asked on ${asked.on}.`);
  }
  if (ask.thankedOn !== null && asked && ask.thankedOn < asked.on) {
    problems.push(`The thank-you is dated ${ask.thankedOn}, before you asked on ${asked.on}.`);
  }
  return problems;
}

function words(state: AskState): string {
  return state.replace('-', ' ');
}
