import { isOpen } from '#model/ask.ts';
import type { TargetId } from '#model/ids.ts';
import type { Target } from '#model/target.ts';
import { type Day, daysBetween } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { TargetBest } from '#paths/types.ts';

/** One part of a target's worth, with the words shown beside it. */
interface WorthPart {
  readonly part: 'way' | 'stage' | 'wish' | 'fresh' | 'worthwhile';
  readonly points: number;
  readonly words: string;
}

export interface RankedTarget {
  readonly target: TargetId;
  /** Sum of the parts, 0 to 100; 0 for what is over. Orders the list, says nothing about chances. */
  readonly worth: number;
  readonly parts: readonly WorthPart[];
  /** Nothing is left to do here: closed, gone, or decided by the manager. */
  readonly over: boolean;
  readonly words: string;
}

/** The formula in words, as the screen shows it. All numbers are our judgement, none is a chance. */
export const WORTH_FORMULA: readonly string[] = [
  'Way in: up to 36 points. 28 for a confirmed way, 12 for one known only from a list, 6 for a lead; 2 more for each further way, 8 at most.',
  'Where it stands: up to 24 points. 24 when the manager wants to talk, 20 when the manager sent you to HR, 18 in interviews, 14 not applied, 12 HR said no, 10 applied without an answer.',
  'Your wish: 4 points for each step from 1 to 5; 10 while you have not said.',
  'Freshness: 10 points for a posting of today, falling to 0 after 60 days; 4 when you do not know or the date lies ahead, 0 when it is no longer posted.',
  'Worthwhile: 10 points at most. 4 if it is still open, 4 if you can say something specific, 2 if no warmer target waits. A "no" to open, to specific after HR said no, or to still wanting it takes the target to the end of the list.',
  'Closed, filled and decided targets stand last.',
];

const STAGE_POINTS: Readonly<Record<Target['stage'], { points: number; words: string }>> = {
  'manager-yes': { points: 24, words: 'The manager wants to talk' },
  'sent-to-hr': { points: 20, words: 'The manager sent you to HR' },
  'manager-interviewed': { points: 18, words: 'The manager has met you' },
  interviewing: { points: 18, words: 'HR is interviewing you' },
  'not-applied': { points: 14, words: 'Not applied yet' },
  'hr-no': { points: 12, words: 'HR said no' },
  applied: { points: 10, words: 'Applied, no answer' },
  'manager-no': { points: 0, words: 'The manager has decided' },
  gone: { points: 0, words: 'Filled or withdrawn' },
};

const FRESH_DAYS = 60;

/** Targets by what they are worth of your energy now; equal ones by wish, then the newest, then the id. */
export function rankTargets(input: {
  readonly workspace: Workspace;
  readonly bests: readonly TargetBest[];
  readonly today: Day;
}): RankedTarget[] {
  const { workspace, bests, today } = input;
  const bestOf = new Map(bests.map((best) => [best.target, best]));
  const ranked = [...workspace.targets.values()].map((target) => ({
    target,
    ...rank(target, bestOf.get(target.id), today),
  }));
  ranked.sort(
    (a, b) =>
      Number(a.over) - Number(b.over) ||
      b.worth - a.worth ||
      (b.target.wish ?? 0) - (a.target.wish ?? 0) ||
      (a.target.created < b.target.created
        ? 1
        : a.target.created > b.target.created
          ? -1
          : a.target.id < b.target.id
            ? -1
            : 1),
  );
  return ranked.map(({ target, worth, parts, over, words }) => ({ target: target.id, worth, parts, over, words }));
}

function rank(target: Target, best: TargetBest | undefined, today: Day): Omit<RankedTarget, 'target'> {
  const parts = [wayPart(best), stagePart(target), wishPart(target), freshPart(target, today), worthPart(target)];
  const over = isOver(target);
  const worth = over || walksAway(target) ? 0 : parts.reduce((sum, { points }) => sum + points, 0);
  const words = over
    ? endWords(target)
    : walksAway(target)
      ? 'Your own answer says that it is not worth it'
      : parts
          .filter(({ points }) => points > 0)
          .map(({ words }) => words)
          .join('; ');
  return { worth, parts, over, words };
}

function wayPart(best: TargetBest | undefined): WorthPart {
  const part = (points: number, words: string): WorthPart => ({ part: 'way', points, words });
  if (!best?.best) return part(0, 'No way in yet');
  const more = Math.min(8, 2 * Math.max(0, best.ways - 1));
  const others = best.ways > 1 ? ` and ${best.ways - 1} more` : '';
  if (best.best.standing === 'confirmed') return part(28 + more, `A confirmed way in${others}`);
  if (best.best.standing === 'listed') return part(12 + more, `A way in known from a list${others}`);
  return part(6 + more, `A lead to check${others}`);
}

function stagePart({ stage }: Target): WorthPart {
  return { part: 'stage', ...STAGE_POINTS[stage] };
}

function wishPart({ wish }: Target): WorthPart {
  return wish === null
    ? { part: 'wish', points: 10, words: 'Your wish is not said' }
    : { part: 'wish', points: 4 * wish, words: `Your wish: ${wish} of 5` };
}

function freshPart({ posted, postedOn }: Target, today: Day): WorthPart {
  if (posted === 'no') return { part: 'fresh', points: 0, words: 'No longer posted' };
  if (postedOn === null)
    return {
      part: 'fresh',
      points: 4,
      words: posted === 'yes' ? 'Still posted, since when is not known' : 'Posting not known',
    };
  if (postedOn > today) return { part: 'fresh', points: 4, words: 'The posting is dated in the future' };
  const days = daysBetween(postedOn, today);
  const points = Math.round(10 * Math.max(0, 1 - days / FRESH_DAYS));
  return {
    part: 'fresh',
    points,
    words: days === 0 ? 'Posted today' : `Posted ${days} ${days === 1 ? 'day' : 'days'} ago`,
  };
}

function worthPart({ worth }: Target): WorthPart {
  const points =
    (worth.open === 'yes' ? 4 : 0) + (worth.specific === 'yes' ? 4 : 0) + (worth.warmerElsewhere === 'no' ? 2 : 0);
  const said = [
    worth.open === 'yes' && 'still open',
    worth.specific === 'yes' && 'you have something specific to say',
    worth.warmerElsewhere === 'no' && 'no warmer target waits',
  ].filter((text) => text !== false);
  return {
    part: 'worthwhile',
    points,
    words: said.length > 0 ? `You say: ${said.join(', ')}` : 'Worthwhile: not answered',
  };
}

/** The answers that end it (PLAYBOOK §4), as the rule `worthwhile` reads them. */
function walksAway({ worth, stage }: Target): boolean {
  return worth.stillWant === 'no' || worth.open === 'no' || (stage === 'hr-no' && worth.specific === 'no');
}

function isOver(target: Target): boolean {
  if (target.stage === 'manager-yes' || target.stage === 'sent-to-hr') return false;
  return target.closed !== null || target.stage === 'gone' || target.stage === 'manager-no' || metAndRefused(target);
}

function metAndRefused({ stage, managerPart }: Target): boolean {
  return stage === 'hr-no' && managerPart === 'met-me';
}

function endWords(target: Target): string {
  if (target.closed?.how === 'walked-away') return 'You walked away, on purpose';
  if (target.closed?.how === 'friend-said-no-use') return 'A friend thinks that it would not help';
  if (target.closed) return 'Done';
  return STAGE_POINTS[target.stage].words;
}

/** The next target after one is done or left: the first that is not over and has no open ask. */
export function nextTarget(workspace: Workspace, ranked: readonly RankedTarget[], after: TargetId): TargetId | null {
  const busy = new Set([...workspace.asks.values()].filter(isOpen).map((ask) => ask.target));
  return (
    ranked.find(({ target, over, worth }) => target !== after && !over && worth > 0 && !busy.has(target))?.target ??
    null
  );
}
