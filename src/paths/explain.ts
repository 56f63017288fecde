import type { Found } from './best.ts';
import { costOf, INTERMEDIARY } from './cost.ts';
import { costIn, standingIn, weightBetween } from './network.ts';
import { MAX_WAYS, type Query } from './query.ts';
import type { Search } from './warmest.ts';

/** A step of a way, me (0) first. `cost` is that of its strength alone, without what stands between. */
export interface FoundStep {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly standing: number;
}

export interface Explained {
  readonly steps: readonly FoundStep[];
  /** The weaker step: the least certain, then the least strong; of equals the first. */
  readonly weaker: number;
  /** What it would be without that step: the best way to the same target which does not take it. */
  readonly otherwise: Found | null;
  /** The step between two others that would raise the way most if it were confirmed, and the way then. */
  readonly raise: { readonly step: number; readonly way: Found } | null;
}

/** What a step may at best turn out to be when asked about: "know well" (WARMTH.md §3). */
const AT_BEST = { cost: costOf(0.9), standing: 0 };

/** Explains a way that `query` found; null when the network no longer has it. */
export function explain(search: Search, query: Query, way: Found): Explained | null {
  const steps = stepsOf(search, way);
  if (steps === null) return null;
  const weaker = steps.reduce((worst, step, i) => (isWeaker(step, steps[worst]) ? i : worst), 0);
  return { steps, weaker, otherwise: bestWithout(search, query, way, steps[weaker]), raise: raiseMost(steps, way) };
}

function stepsOf({ network }: Search, { people }: Found): FoundStep[] | null {
  const steps: FoundStep[] = [];
  for (const [i, to] of people.entries()) {
    const from = people[i - 1] ?? 0;
    const weight = weightBetween(network, from, to);
    if (weight < 0) return null;
    steps.push({ from, to, cost: costIn(weight) - (i === 0 ? 0 : INTERMEDIARY), standing: standingIn(weight) });
  }
  return steps;
}

function isWeaker(step: FoundStep, than: FoundStep | undefined): boolean {
  if (than === undefined) return false;
  return step.standing > than.standing || (step.standing === than.standing && step.cost > than.cost);
}

/** Asks for more and more ways until one does without `step`; a more certain one comes first. */
function bestWithout(search: Search, query: Query, way: Found, step: FoundStep | undefined): Found | null {
  if (step === undefined) return null;
  const to = way.people.slice(-1);
  for (let k = 4; k <= MAX_WAYS; k *= 4) {
    const lists = search.warmest({ ...query, to, k });
    for (const list of lists) {
      const other = list.find((one) => !takes(one, step.from, step.to));
      if (other !== undefined) return other;
      if (list.length === k) break;
    }
    if (lists.every((list) => list.length < k)) return null;
  }
  return null;
}

/** Whether a way takes the tie between a and b, either way round. */
export function takes({ people }: Found, a: number, b: number): boolean {
  return people.some((to, i) => {
    const from = people[i - 1] ?? 0;
    return (from === a && to === b) || (from === b && to === a);
  });
}

function raiseMost(steps: readonly FoundStep[], way: Found): Explained['raise'] {
  let raise: Explained['raise'] = null;
  for (const [i, step] of steps.entries()) {
    if (i === 0) continue;
    const rest = steps.filter((other) => other !== step).map((other) => other.standing);
    const standing = Math.max(AT_BEST.standing, ...rest);
    const raised = { people: way.people, cost: way.cost - step.cost + AT_BEST.cost, standing };
    if (isWarmer(raised, raise?.way ?? way)) raise = { step: i, way: raised };
  }
  return raise;
}

function isWarmer(way: Found, than: Found): boolean {
  return way.standing < than.standing || (way.standing === than.standing && way.cost < than.cost);
}
