import type { Found } from './best.ts';
import { type Asked, MAX_WAYS, takes, waysAnswered } from './query.ts';
import type { Search } from './warmest.ts';
import { A_NO, type Strength, whatIf } from './what-if.ts';

/** A step as it is called on the screen. */
export interface ToldStep extends Strength {
  /** What asking about it may bring; null: nothing is left to ask. */
  readonly atBest: Strength | null;
}

export interface Explained {
  /** The step that would raise the way most, were it as good as asking may bring; null when none would. */
  readonly raise: number | null;
  /** What it would be without the weaker step: the best way to the same target which does not take it. Searches. */
  otherwise(): Found | null;
}

/** The weaker step: the least certain, then the least strong; of equals the first. */
export function weakerOf(steps: readonly Strength[]): number {
  return steps.reduce((worst, step, i) => (isWarmer(steps[worst] ?? step, step) ? i : worst), 0);
}

/** Explains the ways of an answer of `search`; what several of them rest on is searched for once. */
export function explain(search: Search, asked: Asked): (way: Found, steps: readonly ToldStep[]) => Explained {
  const known = new Map<string, Found | null>();
  return ({ people }, steps) => {
    const weaker = weakerOf(steps);
    const [from, to, target] = [people[weaker - 1] ?? 0, people[weaker] ?? 0, people.at(-1) ?? 0];
    const key = `${from} ${to} ${target}`;
    const otherwise = () => {
      const before = known.get(key);
      const best = before === undefined ? bestWithout(search, asked, from, to, target) : before;
      known.set(key, best);
      return best;
    };
    return { raise: raiseMost(steps), otherwise };
  };
}

/** An answer is looked through for a way without the step, then longer ones, before the search goes without it. */
const LONGER = [1, 4, 40, MAX_WAYS];

function bestWithout(search: Search, { query, answer }: Asked, a: number, b: number, target: number): Found | null {
  for (const times of LONGER) {
    const k = waysAnswered(query.k * times);
    const lists = times === 1 && query.to.length === 1 ? answer : search.warmest({ ...query, to: [target], k });
    const others = lists.map((list) => list.find((way) => !takes(way, a, b)));
    const first = others.findIndex((way) => way !== undefined);
    // A list that is full may go on with ways more certain than those of the next.
    const full = lists.findIndex((list) => list.length >= k);
    if (full < 0 || (first >= 0 && first <= full)) return others[first] ?? null;
  }
  const best = { ...query, to: [target], k: 1 };
  const [then = []] = whatIf(search, { a, b, ...A_NO }, [{ query: best, answer: search.warmest(best) }]);
  return then.flat()[0] ?? null;
}

function raiseMost(steps: readonly ToldStep[]): number | null {
  let raise: number | null = null;
  let best = inAll(steps);
  for (const [i, { atBest }] of steps.entries()) {
    const then = atBest && inAll(steps.with(i, { ...atBest, atBest }));
    if (then && isWarmer(then, best)) [raise, best] = [i, then];
  }
  return raise;
}

/** The steps of one way together; what stands between is the same for all that are compared. */
function inAll(steps: readonly Strength[]): Strength {
  return steps.reduce((way, { standing, p }) => ({ standing: Math.max(way.standing, standing), p: way.p * p }), {
    standing: 0,
    p: 1,
  });
}

function isWarmer(one: Strength, than: Strength): boolean {
  return one.standing < than.standing || (one.standing === than.standing && one.p > than.p);
}
