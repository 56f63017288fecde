import type { Found } from './best.ts';
import { costOf, INTERMEDIARY, strengthOf } from './cost.ts';
import { takes } from './explain.ts';
import { costIn, type Network, refusal, standingIn, weightBetween } from './network.ts';
import { waysAnswered } from './query.ts';
import { updateTies } from './update.ts';
import type { Query, Search } from './warmest.ts';

/** A tie that might be: strength in (0, 1], or 0 for none. */
export interface Supposed {
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly standing: number;
}

export interface Asked {
  readonly query: Query;
  readonly answer: readonly (readonly Found[])[];
}

type Answer = Asked['answer'];

/**
 * "If Ana confirmed Marta": the answers as they would be with that tie. Only those are asked again that it
 * can change: which take the pair now, or whose k-th best way a way over the new tie might beat, as the best
 * way there is to either end says. The others are the very answers given. The network is as before afterwards.
 */
export function whatIf(search: Search, tie: Supposed, asked: readonly Asked[]): Answer[] {
  const { network } = search;
  if (refusal(network.people, tie.a, tie.b, tie.p === 0 ? 1 : tie.p, tie.standing) !== null) {
    return asked.map(({ answer }) => answer);
  }
  const [a, b] = tie.b === 0 ? [tie.b, tie.a] : [tie.a, tie.b];
  const nearest = Math.min(search.atLeast(a), a === 0 ? Number.POSITIVE_INFINITY : search.atLeast(b));
  const bound = tie.p === 0 ? Number.POSITIVE_INFINITY : nearest + costOf(tie.p) + (a === 0 ? 0 : INTERMEDIARY);
  const changed = asked.map(({ query, answer }) =>
    answer.some((list, standing) => {
      const last = list.length < waysAnswered(query.k) ? undefined : list.at(-1);
      // A way of a standing takes a tie of that standing.
      const possible = standing === tie.standing || (standing > tie.standing && network.count[standing] !== 0);
      const beaten = possible && bound <= (last?.cost ?? Number.MAX_VALUE);
      return beaten || list.some((way) => takes(way, a, b));
    }),
  );
  if (!changed.includes(true)) return asked.map(({ answer }) => answer);
  const before = weightBetween(network, a, b);
  put(network, a, b, tie.p, tie.standing);
  const answers = asked.map(({ query, answer }, i) => (changed[i] === true ? search.warmest(query) : answer));
  if (before < 0) put(network, a, b, 0, 0);
  else put(network, a, b, strengthOf(costIn(before) - (a === 0 ? 0 : INTERMEDIARY)), standingIn(before));
  return answers;
}

function put(network: Network, a: number, b: number, p: number, standing: number): void {
  const column = Int32Array.of(a);
  updateTies(
    network,
    { a: column, b: Int32Array.of(b), p: Float64Array.of(p), standing: Uint8Array.of(standing) },
    'set',
  );
}

/** What a yes is taken for when nothing is known of how well: "know" (WARMTH.md §3, an assumption). */
export const A_YES = { p: 0.6, standing: 0 };

/**
 * What asking "does A know B?" may bring: the chance of a yes times the rise of the score of each query's
 * best confirmed way. For ordering questions; never printed.
 */
export function expectedGain(
  search: Search,
  pair: { readonly a: number; readonly b: number; readonly chance: number },
  asked: readonly Asked[],
): number {
  const then = whatIf(search, { ...pair, ...A_YES }, asked);
  return asked.reduce((sum, { answer }, i) => sum + pair.chance * (score(then[i]) - score(answer)), 0);
}

function score(answer: Answer | undefined): number {
  const best = answer?.[0]?.[0];
  return best === undefined ? 0 : strengthOf(best.cost);
}
