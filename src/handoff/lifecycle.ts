import type { Ask, AskState } from '#model/ask.ts';
import { addDays, addWorkingDays, type Day } from '#model/time.ts';
import { lastDayOf } from './ask-history.ts';
import type { Named } from './names.ts';
import type { TextKind } from './texts/text-kinds.ts';

/** Working days after asking before the one nudge is suggested (PLAYBOOK `one-nudge`). */
const NUDGE_AFTER = 7;
/** Days after the nudge until the app offers to close the ask as silent (PLAYBOOK §6). */
const SILENT_AFTER = 14;

/**
 * What usually comes next. Life may skip steps (she handed it over on the spot), so every state that can
 * truly follow is here; what already happened is recorded, never refused.
 */
const NEXT: Readonly<Record<AskState, readonly AskState[]>> = {
  queued: ['prepared', 'done'],
  prepared: ['asked', 'agreed', 'declined', 'handed-over', 'done'],
  asked: ['agreed', 'declined', 'silent', 'handed-over', 'heard-back', 'done'],
  agreed: ['handed-over', 'declined', 'silent', 'heard-back', 'done'],
  declined: ['agreed', 'done'],
  silent: ['agreed', 'declined', 'handed-over', 'heard-back', 'done'],
  'handed-over': ['heard-back', 'done'],
  'heard-back': ['done'],
  done: ['heard-back'],
};

export interface NextState {
  readonly state: AskState;
  readonly label: string;
  /** The text to offer once it is recorded; null when nobody needs to hear. */
  readonly text: TextKind | null;
}

/** The states that may follow, the likely one first, with what the person reads on the button. */
export function nextStates(ask: Ask, friend: Named): NextState[] {
  const name = friend.first || 'Your friend';
  return NEXT[ask.state].map((state) => ({
    state,
    label: ask.state === 'done' && state === 'heard-back' ? 'An answer came after all' : LABEL[state](name, ask.kind),
    text: TEXT_AFTER[state],
  }));
}

export function mayFollow(from: AskState, to: AskState): boolean {
  return NEXT[from].includes(to);
}

const LABEL: Readonly<Record<AskState, (friend: string, kind: Ask['kind']) => string>> = {
  queued: () => 'Keep as fallback',
  prepared: () => 'Prepare it now',
  asked: (friend) => `I asked ${friend}`,
  agreed: (friend) => `${friend} said yes`,
  declined: (friend) => `${friend} said no`,
  silent: (friend) => `${friend} did not answer: leave it there`,
  'handed-over': (friend, kind) =>
    kind === 'introduce' ? `${friend} made the introduction` : `${friend} handed it over`,
  'heard-back': () => 'I heard back',
  done: () => 'Done with this one',
};

const TEXT_AFTER: Readonly<Record<AskState, TextKind | null>> = {
  queued: null,
  prepared: null,
  asked: null,
  agreed: 'update',
  declined: 'thank-you',
  silent: 'leave-it-there',
  'handed-over': 'thank-you',
  'heard-back': 'update',
  done: 'update',
};

/** Why a friend says no. The last closes the target: it is never routed round (PLAYBOOK `declined`). */
export const DECLINE_REASONS: readonly {
  readonly value: Ask['declineReason'];
  readonly label: string;
  readonly effect: string;
}[] = [
  { value: '', label: 'No reason given', effect: 'Ask nothing. Another friend may still be asked.' },
  {
    value: 'not-well',
    label: 'Does not know them well enough',
    effect: 'Another friend who knows them better may still be asked.',
  },
  {
    value: 'not-comfortable',
    label: 'Is not comfortable with it',
    effect: 'Leave it there. Another friend may still be asked.',
  },
  {
    value: 'no-use',
    label: 'Thinks that it would not help',
    effect: 'This closes the target. Do not go round a friend who knows the place.',
  },
];

export interface Waiting {
  readonly is: 'not-waiting' | 'wait' | 'nudge-due' | 'nudged' | 'silence-offered';
  /** The day of the next suggestion; null when there is none. */
  readonly on: Day | null;
  readonly words: string;
}

/** Where the waiting for a friend stands: wait, one nudge, wait, then the offer to leave it. */
export function waitingOf(ask: Ask, friend: Named, today: Day): Waiting {
  const name = friend.first || 'your friend';
  if (ask.state !== 'asked' && ask.state !== 'agreed') return { is: 'not-waiting', on: null, words: '' };
  if (ask.nudgedOn !== null) {
    const on = addDays(ask.nudgedOn, SILENT_AFTER);
    return today < on
      ? { is: 'nudged', on, words: `You nudged once. Wait; nothing more goes to ${name}.` }
      : {
          is: 'silence-offered',
          on,
          words: `No answer ${SILENT_AFTER} days after the nudge. You may close it as silent, so that it blocks nobody.`,
        };
  }
  const on = addWorkingDays(lastDayOf(ask), NUDGE_AFTER);
  return today < on
    ? { is: 'wait', on, words: `Wait. One nudge, if any, after ${NUDGE_AFTER} working days.` }
    : { is: 'nudge-due', on, words: `You may nudge ${name} once. Never the hiring manager, never HR.` };
}

/** Whether the one nudge is still there to be used; a second is never suggested. */
export function mayNudge(ask: Ask): boolean {
  return (ask.state === 'asked' || ask.state === 'agreed') && ask.nudgedOn === null;
}

/** Where an ask stands once `next` is recorded, whatever its day: what comes late ("asked" after "handed over") moves nothing. */
export function stateAfter(ask: Ask, next: AskState): AskState {
  return mayFollow(ask.state, next) ? next : ask.state;
}
