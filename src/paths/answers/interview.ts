import { type CompanyId, type TieId, tieIdOf } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import { lastAsked } from '#model/question.ts';
import type { Target } from '#model/target.ts';
import { forEachTie, standingIn } from '#paths/network.ts';
import type { Asked } from '#paths/query.ts';
import type { PairQuestion, WayIn } from '#paths/types.ts';
import { A_NO, A_YES, expectedGain } from '#paths/what-if.ts';
import { isAnswered, isStale } from '#ties/between.ts';
import { callName, fullName } from '#ties/phrases.ts';
import { leftOutOf, nobodyOf } from './exclusions.ts';
import { firstStep, guessOf, listedOf } from './network-of.ts';
import { askedOpen, bestNow } from './portfolio.ts';
import { remembered } from './remembered.ts';
import type { Engine } from './target-ways.ts';

/** Chance of a yes by what is on record (assumptions, for the order of questions only). */
const STILL = 0.9;
const WORKS_THERE = 0.05;
const ONCE_THERE = 0.03;
const ON_A_LIST = 0.25;
const NOTHING_SHARED = 0.01;
/** Close friends asked about although nothing is shared, so that a bare list still has five questions. */
const CLOSEST = 10;
/** An answer that would move less is not asked for: there are ways enough. */
export const LEAST_GAIN = 1e-9;

/**
 * "Does Ana know Marta?", the most useful first: by what an answer may change in the ways to all open targets. Never a pair that was answered within a year, "unsure" included, nor anybody left out.
 */
export function questionsOf(engine: Engine, limit: number): PairQuestion[] {
  // Where the manager has decided, no way in is waited for.
  const asked = askedOpen(engine).filter(({ target }) => target.stage !== 'manager-no');
  const pairs = new Map<TieId, PairQuestion>();
  for (const pair of asked.flatMap(({ target }) => pairsFor(engine, target))) {
    const id = tieIdOf(pair.friend, pair.about);
    const gain = gainOf(engine, pair, asked);
    if (gain > (pairs.get(id)?.gain ?? LEAST_GAIN)) pairs.set(id, { ...pair, gain });
  }
  return [...pairs.values()]
    .sort(
      (x, y) => y.gain - x.gain || (x.friend < y.friend ? -1 : x.friend > y.friend ? 1 : x.about < y.about ? -1 : 1),
    )
    .slice(0, Math.max(0, limit));
}

type Pair = Omit<PairQuestion, 'gain'>;

/** A yes is what is waited for; of what was said long ago only a no would be news. */
function gainOf({ facts, search, today }: Engine, { friend, about, chance }: Pair, asked: readonly Asked[]): number {
  const pair = { a: facts.nodeOf(friend), b: facts.nodeOf(about) };
  return isStale(facts.workspace.ties.get(tieIdOf(friend, about)), today)
    ? expectedGain(search, { ...pair, ...A_NO, chance: 1 - chance }, asked)
    : expectedGain(search, { ...pair, ...A_YES, chance }, asked);
}

/** Friends who may know the manager of a target. */
function pairsFor(engine: Engine, target: Target): Pair[] {
  const { facts } = engine;
  const manager = target.manager && facts.workspace.people.get(target.manager);
  if (!manager) return [];
  const nobody = nobodyOf(leftOutOf(facts, target));
  if (nobody.has(manager.id)) return [];
  const now = bestNow(engine, target.id)?.best ?? null;
  const there = new Set(facts.everAt(target.company));
  const pairs: Pair[] = [];
  for (const friend of candidates(engine, manager, there)) {
    const known = facts.known(friend.id);
    const step = known && firstStep(known);
    if (!step || friend.id === manager.id || nobody.has(friend.id)) continue;
    if (isSettled(engine, friend, manager)) continue;
    const { p, why } = chanceOfYes(engine, target, friend, manager, there.has(friend));
    pairs.push({
      friend: friend.id,
      about: manager.id,
      target: target.id,
      why: `${why}; ${changeOf(friend, manager, now, step.standing)}.`,
      chance: p,
    });
  }
  return pairs;
}

/** Answered, or asked of the friend, who then said nothing about it: that is let be. */
export function isSettled({ facts, today }: Engine, friend: Person, about: Person): boolean {
  const { ties, questions } = facts.workspace;
  return (
    isAnswered(ties.get(tieIdOf(friend.id, about.id)), today) ||
    lastAsked(questions.values(), friend.id, about.id, today) === 'answered'
  );
}

/** People who are or were there, friends whose list has the manager or whom hers has, and my closest. */
function candidates(engine: Engine, manager: Person, there: ReadonlySet<Person>): Set<Person> {
  const { facts } = engine;
  const { imports, people } = facts.workspace;
  const hers = [...imports.values()].some(({ owner }) => owner === manager.id)
    ? facts.all.filter(({ owners }) => owners.has(manager.id)).map(({ person }) => person)
    : [];
  const owners = [...facts.ownersOf(manager)].map((id) => people.get(id)).filter((person) => person !== undefined);
  return new Set([...there, ...owners, ...hers, ...closestOf(engine)]);
}

/** My closest contacts, by the order of my ties. */
const closestOf = remembered(({ facts, search }: Engine): Person[] => {
  const mine: { node: number; weight: number }[] = [];
  forEachTie(search.network, 0, (node, weight) => {
    if (standingIn(weight) === 0) mine.push({ node, weight });
  });
  mine.sort((x, y) => x.weight - y.weight || x.node - y.node);
  return mine
    .slice(0, CLOSEST)
    .map(({ node }) => facts.all[node - 1]?.person)
    .filter((person) => person !== undefined);
});

function chanceOfYes(
  engine: Engine,
  target: Target,
  friend: Person,
  manager: Person,
  wasThere: boolean,
): { p: number; why: string } {
  const { facts, guesses, today } = engine;
  const name = callName(friend);
  const nameOf = (id: CompanyId) => facts.workspace.companies.get(id)?.name ?? 'the company';
  const company = nameOf(target.company);
  if (isStale(facts.workspace.ties.get(tieIdOf(friend.id, manager.id)), today))
    return { p: STILL, why: `What was said about ${name} and ${callName(manager)} is more than a year old` };
  if (listedOf(facts, friend, manager).length > 0) {
    return {
      p: ON_A_LIST,
      why: `${name} and ${callName(manager)} are connected on a list, which does not say how well`,
    };
  }
  const guess = guessOf(guesses, friend.id, manager.id);
  if (guess) return { p: guess.p, why: `${name} and ${callName(manager)} share ${nameOf(guess.company)}` };
  if (profileOf(friend).company === target.company) return { p: WORKS_THERE, why: `${name} works at ${company}` };
  if (wasThere) return { p: ONCE_THERE, why: `${name} was at ${company}` };
  return { p: NOTHING_SHARED, why: `${name} is one of the people closest to you` };
}

/** What a yes of the friend would be, besides the best way now. */
function changeOf(friend: Person, manager: Person, now: WayIn | null, mine: number): string {
  if (!now) return `a yes would be your first way to ${fullName(manager)}`;
  if (now.standing !== 'confirmed' && mine === 0) return 'a yes would be your first confirmed way in';
  return now.people[0] === friend.id ? 'a yes would make this way surer' : 'a yes would be another way in';
}
