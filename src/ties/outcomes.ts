import type { Ask, AskState } from '#model/ask.ts';
import { secondsOf } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { chanceBefore } from './self-check.ts';

/** Asks needed before the app says how it did (WARMTH.md §7). */
const ENOUGH_OUTCOMES = 20;

/** What became of the user's own asks, counted from their history. */
export interface Outcomes {
  readonly asked: number;
  /** A yes or a no; silence is neither. */
  readonly answered: number;
  readonly handedOver: number;
  readonly heardBack: number;
  /** Asks whose target came to an interview with the manager. */
  readonly met: number;
  /** Whether there are enough to say anything. */
  readonly enough: boolean;
  /** Of the asks to friends with messages: mean chance said on the day, and the share that answered. */
  readonly said: number | null;
  readonly was: number | null;
  readonly compared: number;
}

const ANSWERED: readonly AskState[] = ['agreed', 'declined', 'handed-over', 'heard-back'];

export function outcomesOf(workspace: Pick<Workspace, 'asks' | 'people' | 'imports' | 'targets'>): Outcomes {
  const asks = [...workspace.asks.values()].filter((ask) => askedOn(ask) !== null);
  const reached = (...states: AskState[]) => asks.filter((ask) => everIn(ask, states)).length;
  const compared: { p: number; answered: boolean }[] = [];
  for (const ask of asks) {
    const friend = workspace.people.get(ask.friend);
    const on = askedOn(ask);
    const p = friend && on !== null ? chanceBefore(friend, workspace.imports, secondsOf(on)) : null;
    if (p !== null) compared.push({ p, answered: everIn(ask, ANSWERED) });
  }
  const mean = (values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
  return {
    asked: asks.length,
    answered: reached(...ANSWERED),
    handedOver: reached('handed-over', 'heard-back'),
    heardBack: reached('heard-back'),
    met: asks.filter((ask) => MET.has(workspace.targets.get(ask.target)?.stage ?? '')).length,
    enough: asks.length >= ENOUGH_OUTCOMES,
    said: mean(compared.map(({ p }) => p)),
    was: mean(compared.map(({ answered }) => (answered ? 1 : 0))),
    compared: compared.length,
  };
}

const MET: ReadonlySet<string> = new Set(['manager-interviewed', 'manager-yes']);

function everIn(ask: Ask, states: readonly AskState[]): boolean {
  return states.includes(ask.state) || ask.history.some(({ state }) => states.includes(state));
}

/** The day the friend was asked; null when that has not happened, or nobody wrote down when. */
function askedOn(ask: Ask): string | null {
  return ask.history.find(({ state }) => state === 'asked')?.on ?? null;
}
