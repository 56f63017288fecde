import type { Ask, AskState } from '#model/ask.ts';
import type { PersonId, TargetId } from '#model/ids.ts';
import type { Target } from '#model/target.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { orderedHistory } from './ask-history.ts';
import { clean, companyNamed, personNamed } from './names.ts';
import { owesThanks } from './thanks.ts';

export interface Moment {
  readonly on: Day;
  readonly text: string;
  /** The person's own remark; '' without one. */
  readonly note: string;
}

/** What happened with one target, oldest first. */
export function targetTimeline(workspace: Workspace, target: Target): Moment[] {
  const asks = [...workspace.asks.values()].filter((ask) => ask.target === target.id);
  return sorted([...ofTarget(target), ...asks.flatMap((ask) => ofAsk(workspace, ask))]);
}

export interface FriendHistory {
  readonly moments: readonly Moment[];
  /** What I asked of this friend, how it ended, and whether I said thank you. */
  readonly asks: readonly {
    readonly ask: Ask['id'];
    readonly target: TargetId;
    readonly text: string;
    readonly thanksOwed: boolean;
  }[];
}

/** Everything asked of one friend: requests with their ends, and questions. */
export function friendHistory(workspace: Workspace, friend: PersonId): FriendHistory {
  const asks = [...workspace.asks.values()].filter((ask) => ask.friend === friend);
  const questions = [...workspace.questions.values()].filter((question) => question.friend === friend);
  const name = personNamed(workspace, friend).first || 'Your friend';
  const asked = questions.flatMap((question): Moment[] => {
    const count = question.about.length === 1 ? 'one person' : `${question.about.length} people`;
    const moment = { on: question.on, text: `You asked ${name} about ${count}.`, note: '' };
    if (question.answeredOn === null) return [moment];
    return [
      moment,
      { on: question.answeredOn, text: `${name} answered about ${count}.`, note: clean(question.remark, 300) },
    ];
  });
  return {
    moments: sorted([...asks.flatMap((ask) => ofAsk(workspace, ask)), ...asked]),
    asks: asks.map((ask) => ({
      ask: ask.id,
      target: ask.target,
      text: `${targetWords(workspace, ask)}: ${END[ask.state]}${thanked(ask)}`,
      thanksOwed: owesThanks(ask),
    })),
  };
}

function thanked(ask: Ask): string {
  if (ask.thankedOn !== null) return `, thanked on ${ask.thankedOn}.`;
  return owesThanks(ask) ? ', not thanked yet.' : '.';
}

const END: Readonly<Record<AskState, string>> = {
  queued: 'kept as a fallback',
  prepared: 'prepared',
  asked: 'asked',
  agreed: 'agreed',
  declined: 'declined',
  silent: 'no answer',
  'handed-over': 'handed over',
  'heard-back': 'an answer came',
  done: 'done',
};

const WHAT: Readonly<Record<AskState, (friend: string) => string>> = {
  queued: (friend) => `${friend} kept as the fallback.`,
  prepared: (friend) => `Packet for ${friend} prepared.`,
  asked: (friend) => `You asked ${friend}.`,
  agreed: (friend) => `${friend} said yes.`,
  declined: (friend) => `${friend} said no.`,
  silent: (friend) => `No answer from ${friend}: you left it there.`,
  'handed-over': (friend) => `${friend} handed it over.`,
  'heard-back': () => 'You heard back.',
  done: () => 'Done with this one.',
};

const REASON: Readonly<Record<Ask['declineReason'], string>> = {
  '': '',
  'not-well': 'Does not know them well enough.',
  'not-comfortable': 'Is not comfortable with it.',
  'no-use': 'Thinks that it would not help.',
};

function ofAsk(workspace: Workspace, ask: Ask): Moment[] {
  const friend = personNamed(workspace, ask.friend).first || 'A friend who is no longer here';
  const afterDone = ask.history.findIndex(({ state }) => state === 'done');
  const moments = orderedHistory(ask).map(({ state, on, note }): Moment => {
    const late =
      state === 'heard-back' &&
      afterDone >= 0 &&
      ask.history.findLastIndex((entry) => entry.state === state) > afterDone;
    const text = late ? 'An answer came after all.' : WHAT[state](friend);
    const reason = state === 'declined' ? REASON[ask.declineReason] : '';
    return { on, text: reason ? `${text} ${reason}` : text, note: clean(note, 300) };
  });
  if (ask.nudgedOn !== null) moments.push({ on: ask.nudgedOn, text: `You nudged ${friend} once.`, note: '' });
  if (ask.thankedOn !== null) moments.push({ on: ask.thankedOn, text: `You thanked ${friend}.`, note: '' });
  return moments;
}

const CLOSED = {
  done: 'You closed it as done.',
  'walked-away': 'You walked away. A good decision.',
  'friend-said-no-use': 'Closed: a friend thinks that it would not help.',
} as const;

function ofTarget(target: Target): Moment[] {
  const moments: Moment[] = [{ on: target.created, text: 'You made this a target.', note: '' }];
  if (target.postedOn !== null) moments.push({ on: target.postedOn, text: 'The role was posted.', note: '' });
  if (target.appliedOn !== null) moments.push({ on: target.appliedOn, text: 'You applied.', note: '' });
  if (target.hrNoOn !== null)
    moments.push({ on: target.hrNoOn, text: 'HR said no.', note: clean(target.hrNoReason, 300) });
  if (target.closed !== null) moments.push({ on: target.closed.on, text: CLOSED[target.closed.how], note: '' });
  return moments;
}

function targetWords(workspace: Workspace, ask: Ask): string {
  const target = workspace.targets.get(ask.target);
  if (!target) return 'A target that is no longer here';
  const company = companyNamed(workspace, target.company);
  return [clean(target.title, 90), company].filter((text) => text !== '').join(', ') || 'A target without a name';
}

/** By day; moments of one day keep the order in which they are told. */
function sorted(moments: readonly Moment[]): Moment[] {
  return moments
    .map((moment, at) => ({ moment, at }))
    .sort((a, b) => (a.moment.on < b.moment.on ? -1 : a.moment.on > b.moment.on ? 1 : a.at - b.at))
    .map(({ moment }) => moment);
}
