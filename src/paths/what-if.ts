import { SAID } from '#ties/between.ts';
import type { Found } from './best.ts';
import { costOf, INTERMEDIARY, strengthOf } from './cost.ts';
import { costIn, type Network, refusal, standingIn, weightBetween } from './network.ts';
import { type Asked, type Query, takes, tiesAnswered, waysAnswered } from './query.ts';
import { updateTies } from './update.ts';
import type { Search } from './warmest.ts';

/** How sure and how strong a tie is: standing as its index, strength in (0, 1]. */
export interface Strength {
  readonly standing: number;
  readonly p: number;
}

/** A tie that might be; a strength of 0 is none. */
export interface Supposed extends Strength {
  readonly a: number;
  readonly b: number;
}

type Answer = Asked['answer'];

/**
 * "If Ana confirmed Marta": the answers as they would be with that tie; those it does not change are the very
 * answers given. With at most one person between nothing is searched: the tie makes one way each way round, and
 * takes the place of the one over what the pair has now. The network is as before afterwards.
 */
export function whatIf(search: Search, tie: Supposed, asked: readonly Asked[]): Answer[] {
  const { network } = search;
  if (refusal(network.people, tie.a, tie.b, tie.p === 0 ? 1 : tie.p, tie.standing) !== null) {
    return asked.map(({ answer }) => answer);
  }
  const [a, b] = tie.b === 0 ? [tie.b, tie.a] : [tie.a, tie.b];
  const supposed = { ...tie, a, b };
  const answers = asked.map((one) => (a === 0 ? null : withTie(network, supposed, one)));
  const open = asked.filter((_, i) => answers[i] === null);
  if (open.length === 0) return answers.map((answer) => answer ?? []);
  const searched = searchedAgain(search, supposed, open).values();
  return answers.map((answer) => answer ?? searched.next().value ?? []);
}

/** The answer with the tie, where that follows from the one given; null where it must be searched for. */
function withTie(network: Network, tie: Supposed, { query, answer }: Asked): Answer | null {
  if (tiesAnswered(query.maxIntermediaries) > 2) return null;
  const isEnd = query.to.includes(tie.a) || query.to.includes(tie.b);
  if (!isEnd || tiesAnswered(query.maxIntermediaries) === 1) return answer;
  const k = waysAnswered(query.k);
  const over = waysOver(network, tie, query);
  const lists = answer.map((list, standing) => {
    const kept = list.filter((way) => !takes(way, tie.a, tie.b));
    // What comes after the last of a full list was not kept: nobody knows who moves up.
    if (kept.length < list.length && list.length >= k) return null;
    const all = [...kept, ...over.filter((way) => way.standing === standing)];
    return all.sort(inOrder).slice(0, k);
  });
  if (lists.includes(null)) return null;
  const same = lists.every((list, i) => isSame(list ?? [], answer[i] ?? []));
  return same ? answer : lists.map((list) => list ?? []);
}

/** The ways of two ties whose second is the tie: me, a, b and me, b, a. */
function waysOver(network: Network, { a, b, p, standing }: Supposed, query: Query): Found[] {
  if (p === 0 || a === b) return [];
  const found: Found[] = [];
  for (const [friend, target] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!query.to.includes(target) || query.without.includes(friend) || query.without.includes(target)) continue;
    if (!query.through.every((person) => person === friend)) continue;
    const mine = weightBetween(network, 0, friend);
    if (mine < 0) continue;
    const cost = costIn(mine) + costOf(p) + INTERMEDIARY;
    found.push({ people: [friend, target], cost, standing: Math.max(standingIn(mine), standing) });
  }
  return found;
}

/** The order of answers (best.ts). */
function inOrder(x: Found, y: Found): number {
  const by = x.cost - y.cost || x.people.length - y.people.length;
  return by || x.people.reduce((order, person, i) => order || person - (y.people[i] ?? 0), 0);
}

function isSame(list: readonly Found[], as: readonly Found[]): boolean {
  return list.length === as.length && list.every((way, i) => way === as[i]);
}

/**
 * Only those are asked again that the tie can change: which take the pair now, or whose k-th best way a way
 * over the new tie might beat, as the best way there is to either end says.
 */
function searchedAgain(search: Search, { a, b, p, standing: least }: Supposed, asked: readonly Asked[]): Answer[] {
  const { network } = search;
  const nearest = Math.min(search.atLeast(a), a === 0 ? Number.POSITIVE_INFINITY : search.atLeast(b));
  const bound = p === 0 ? Number.POSITIVE_INFINITY : nearest + costOf(p) + (a === 0 ? 0 : INTERMEDIARY);
  const changed = asked.map(({ query, answer }) =>
    answer.some((list, standing) => {
      const last = list.length < waysAnswered(query.k) ? undefined : list.at(-1);
      // A way of a standing takes a tie of that standing.
      const possible = standing === least || (standing > least && network.count[standing] !== 0);
      const beaten = possible && bound <= (last?.cost ?? Number.MAX_VALUE);
      return beaten || list.some((way) => takes(way, a, b));
    }),
  );
  if (!changed.includes(true)) return asked.map(({ answer }) => answer);
  const before = weightBetween(network, a, b);
  put(network, a, b, p, least);
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

/** What a yes is taken for when nothing is known of how well. */
export const A_YES: Strength = { p: SAID.know, standing: 0 };
/** What a no leaves. */
export const A_NO: Strength = { p: 0, standing: 0 };

/**
 * What asking "does A know B?" may bring: the chance that the answer is the supposed one, times how far that
 * would move what the answers are worth. For ordering questions; never printed.
 */
export function expectedGain(
  search: Search,
  { chance, ...tie }: Supposed & { readonly chance: number },
  asked: readonly Asked[],
): number {
  const then = whatIf(search, tie, asked);
  return asked.reduce((sum, { answer }, i) => {
    const other = then[i] ?? answer;
    return other === answer ? sum : sum + chance * Math.abs(worthOf(other) - worthOf(answer));
  }, 0);
}

/** What a way is worth by its least certain step, before its strength: a more certain one is always worth more. */
const CERTAIN = [1, 0.3, 0.1];
/** A spare way, by another first friend, is worth this much of its worth as the way before it (assumption). */
const SPARE = 0.25;
/** After so many first friends one more counts for nothing. */
const MOST_FRIENDS = 10;

/** What an answer is worth: its best way, and less and less for each further first friend. */
export function worthOf(answer: Answer): number {
  const friends = new Set<number | undefined>();
  let worth = 0;
  for (const { people, standing, cost } of answer.flat()) {
    if (friends.has(people[0])) continue;
    worth += SPARE ** friends.size * (CERTAIN[standing] ?? 0) * (1 + strengthOf(cost));
    if (friends.add(people[0]).size === MOST_FRIENDS) break;
  }
  return worth;
}
