import { type CompanyId, tieIdOf } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import { lastAsked } from '#model/question.ts';
import type { Target } from '#model/target.ts';
import type { Standing } from '#model/tie.ts';
import { costOf, INTERMEDIARY, strengthOf } from '#paths/cost.ts';
import { forEachTie, standingIn } from '#paths/network.ts';
import type { PairQuestion, WayIn } from '#paths/types.ts';
import { A_YES } from '#paths/what-if.ts';
import { isAnswered, isStale } from '#ties/between.ts';
import { callName, fullName } from '#ties/phrases.ts';
import { leftOutOf, nobodyOf } from './exclusions.ts';
import { firstStep, guessOf, listedOf } from './network-of.ts';
import { type Engine, findWays, PLAIN } from './target-ways.ts';

/** Chance of a yes by what is on record (assumptions, for the order of questions only). */
const STILL = 0.9;
const WORKS_THERE = 0.05;
const ONCE_THERE = 0.03;
const ON_A_LIST = 0.25;
const NOTHING_SHARED = 0.01;
/** Close friends asked about although nothing is shared, so that a bare list still has five questions. */
const CLOSEST = 10;
/** A second independent way is worth this much of a first one (assumption). */
const SPARE = 0.1;

/**
 * "Does Ana know Marta?", the most useful first: chance of a yes times what the yes would change in the
 * ways in. Never a pair that was answered within a year, "unsure" included, nor anybody left out.
 */
export function questionsOf(engine: Engine, limit: number): PairQuestion[] {
  const best = new Map<string, PairQuestion>();
  const closest = closestOf(engine);
  for (const target of engine.facts.workspace.targets.values()) {
    if (target.closed !== null || target.stage === 'gone') continue;
    for (const question of questionsFor(engine, target, closest)) {
      const pair = tieIdOf(question.friend, question.about);
      if (question.gain > (best.get(pair)?.gain ?? 0)) best.set(pair, question);
    }
  }
  return [...best.values()]
    .sort(
      (x, y) => y.gain - x.gain || (x.friend < y.friend ? -1 : x.friend > y.friend ? 1 : x.about < y.about ? -1 : 1),
    )
    .slice(0, Math.max(0, limit));
}

function questionsFor(engine: Engine, target: Target, closest: readonly Person[]): PairQuestion[] {
  const { facts } = engine;
  const manager = target.manager && facts.workspace.people.get(target.manager);
  if (!manager) return [];
  const leftOut = leftOutOf(facts, target);
  const nobody = nobodyOf(leftOut);
  if (nobody.has(manager.id)) return [];
  const [now] = findWays(engine, target, { ...PLAIN, k: 1 }, nobody).flat();
  const questions: PairQuestion[] = [];
  const there = new Set(facts.everAt(target.company));
  for (const friend of candidates(engine, manager, there, closest)) {
    const known = facts.known(friend.id);
    const step = known && firstStep(known);
    if (!step || friend.id === manager.id || nobody.has(friend.id)) continue;
    if (isSettled(engine, friend, manager)) continue;
    const chance = chanceOfYes(engine, target, friend, manager, there.has(friend));
    const standing = step.standing === 0 ? 'confirmed' : 'listed';
    const then = worth(standing, strengthOf(costOf(step.p) + costOf(A_YES.p) + INTERMEDIARY));
    const gain = chance.p * (Math.max(0, then - worthOf(now)) + SPARE * then);
    questions.push({
      friend: friend.id,
      about: manager.id,
      target: target.id,
      why: whyOf(friend, manager, chance.why, now),
      chance: chance.p,
      gain,
    });
  }
  return questions;
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
function candidates(
  { facts }: Engine,
  manager: Person,
  there: ReadonlySet<Person>,
  closest: readonly Person[],
): Set<Person> {
  const { imports, people } = facts.workspace;
  const hers = [...imports.values()].some(({ owner }) => owner === manager.id)
    ? facts.all.filter(({ owners }) => owners.has(manager.id)).map(({ person }) => person)
    : [];
  const owners = [...facts.ownersOf(manager)].map((id) => people.get(id)).filter((person) => person !== undefined);
  return new Set([...there, ...owners, ...hers, ...closest]);
}

/** My closest contacts, by the order of my ties. */
function closestOf({ facts, search }: Engine): Person[] {
  const mine: { node: number; weight: number }[] = [];
  forEachTie(search.network, 0, (node, weight) => {
    if (standingIn(weight) === 0) mine.push({ node, weight });
  });
  mine.sort((x, y) => x.weight - y.weight || x.node - y.node);
  return mine
    .slice(0, CLOSEST)
    .map(({ node }) => facts.all[node - 1]?.person)
    .filter((person) => person !== undefined);
}

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

function whyOf(friend: Person, manager: Person, why: string, now: WayIn | undefined): string {
  const change = !now
    ? `a yes would be your first way to ${fullName(manager)}`
    : now.standing === 'confirmed'
      ? now.people[0] === friend.id
        ? 'a yes would make this way surer'
        : 'a yes would be another way in'
      : 'a yes would be your first confirmed way in';
  return `${why}; ${change}.`;
}

/** Worth of a way, for comparing: certainty first, then strength. */
function worth(standing: Standing, strength: number): number {
  return { confirmed: 1, listed: 0.3, inferred: 0.1 }[standing] + strength;
}

const worthOf = (way: WayIn | undefined) => (way ? worth(way.standing, strengthOf(way.cost)) : 0);
