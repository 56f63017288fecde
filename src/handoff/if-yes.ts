import type { TargetId } from '#model/ids.ts';
import type { Standing } from '#model/tie.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { IfYes, TargetBest, TellingAnswer } from '#paths/types.ts';
import { type RankedTarget, rankTargets } from './rank-targets.ts';

/** A target whose way in would be another one after a yes. */
export interface Moved {
  readonly target: TargetId;
  /** Place in the list of open targets, from 1. */
  readonly from: number;
  readonly to: number;
  /** Open targets in the list. */
  readonly of: number;
  readonly before: Standing | null;
  readonly after: Standing;
  /** Points of worth that it would gain. */
  readonly gain: number;
}

interface List {
  readonly workspace: Workspace;
  /** The rows as they are. */
  readonly bests: readonly TargetBest[];
  readonly today: Day;
}

/** What a yes would do to the list: open targets that would have a surer way in or another place. */
export function movedBy({ workspace, bests, today }: List, { targets }: Pick<IfYes, 'targets'>): Moved[] {
  const then = new Map(targets.map((row) => [row.target, row]));
  const now = placesOf(rankTargets({ workspace, bests, today }));
  const later = placesOf(rankTargets({ workspace, bests: bests.map((row) => then.get(row.target) ?? row), today }));
  return bests.flatMap((row): Moved[] => {
    const [from, to] = [now.get(row.target), later.get(row.target)];
    const before = row.best?.standing ?? null;
    const after = then.get(row.target)?.best?.standing;
    if (!from || !to || !after || (from.place === to.place && before === after)) return [];
    return [
      { target: row.target, from: from.place, to: to.place, of: now.size, before, after, gain: to.worth - from.worth },
    ];
  });
}

function placesOf(ranked: readonly RankedTarget[]): Map<TargetId, { place: number; worth: number }> {
  const open = ranked.filter(({ over }) => !over);
  return new Map(open.map(({ target, worth }, at) => [target, { place: at + 1, worth }]));
}

/** The one answer that would change most: by how likely a yes is and the points that the list would gain. */
export function mostTelling<T extends Pick<TellingAnswer, 'targets' | 'chance'>>(
  list: List,
  answers: readonly T[],
): { readonly answer: T; readonly moved: readonly Moved[] } | null {
  let best: { answer: T; moved: Moved[]; change: number } | null = null;
  for (const answer of answers) {
    const moved = movedBy(list, answer);
    const change = answer.chance * moved.reduce((sum, { gain }) => sum + gain, 0);
    if (change > (best?.change ?? 0)) best = { answer, moved, change };
  }
  return best;
}

const AFTER: Readonly<Record<Standing, string>> = {
  confirmed: 'would have a confirmed way in',
  listed: 'would have a way in known from a list',
  inferred: 'would have a lead',
};

/** "Operations Director would have a confirmed way in, and go from 3rd to 1st on your list." */
export function movedWords(workspace: Workspace, { target, from, to, of, before, after }: Moved): string {
  const title = workspace.targets.get(target)?.title || 'A role';
  if (of === 1) return `${title} ${AFTER[after]}.`;
  const place =
    from === to ? `stay ${ordinal(to)} on your list` : `go from ${ordinal(from)} to ${ordinal(to)} on your list`;
  return before === after ? `${title} would ${place}.` : `${title} ${AFTER[after]}, and ${place}.`;
}

/** 1st, 2nd, 3rd, 11th. */
function ordinal(count: number): string {
  const teens = count % 100 >= 11 && count % 100 <= 13;
  const end = teens ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${end}`;
}
