import { type PersonId, tieIdOf } from '#model/ids.ts';
import { companiesOf, companyNow, type Person } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import type { PairQuestion } from '#paths/types.ts';
import { callName, fullName } from '#ties/phrases.ts';
import { isSettled, LEAST_GAIN, questionsOf } from './interview.ts';
import { guessOf, listedOf } from './network-of.ts';
import { isOpen } from './portfolio.ts';
import type { Engine } from './target-ways.ts';

/** People asked about at once: their pairs are 20,000. */
const MOST_PEOPLE = 200;
/** Chance of a yes by what is on record (assumptions, for the order of questions only). */
const ON_A_LIST = 0.25;
const NOW_TOGETHER = 0.05;
const ONCE_TOGETHER = 0.03;
const NOTHING_SHARED = 0.01;
/** A pair no target needs comes after every pair that one does. */
const MAY_HELP = LEAST_GAIN;
const NO_TARGET = LEAST_GAIN / 1000;

/**
 * "Who knows whom among them": the pairs of the people given that nobody answered yet, those that change a
 * way in first, then the likeliest. Of a pair the one nearer to me is the friend.
 */
export function questionsAmong(engine: Engine, people: readonly PersonId[], limit: number): PairQuestion[] {
  const { facts } = engine;
  const among = [...new Set(people)].slice(0, MOST_PEOPLE).flatMap((id) => facts.workspace.people.get(id) ?? []);
  among.sort((x, y) => nearness(engine, y) - nearness(engine, x) || (x.id < y.id ? -1 : 1));
  const useful = new Map(
    questionsOf(engine, Number.POSITIVE_INFINITY).map((question) => [
      tieIdOf(question.friend, question.about),
      question,
    ]),
  );
  const questions: PairQuestion[] = [];
  among.forEach((friend, at) => {
    for (const about of among.slice(at + 1)) {
      const pair = tieIdOf(friend.id, about.id);
      if (isSettled(engine, friend, about)) continue;
      questions.push(useful.get(pair) ?? plainQuestion(engine, friend, about));
    }
  });
  return questions.sort((x, y) => y.gain - x.gain).slice(0, Math.max(0, limit));
}

function nearness({ facts }: Engine, person: Person): number {
  const tie = facts.mine(person);
  return tie.standing === null ? 0 : tie.order;
}

/** A pair that no search proposed: with somebody who decides on an open target it may still be a way. */
function plainQuestion(engine: Engine, one: Person, other: Person): PairQuestion {
  const target = decidesOn(engine, other) ?? decidesOn(engine, one);
  const [friend, about] = target && target.manager === one.id ? [other, one] : [one, other];
  const { p, why } = sharedBy(engine, friend, about);
  const pair = { friend: friend.id, about: about.id, chance: p };
  if (!target || engine.facts.mine(friend).standing === null)
    return { ...pair, target: null, why: `${why}; no way in waits for it.`, gain: NO_TARGET * p };
  return { ...pair, target: target.id, why: `${why}; a yes would be a way to ${fullName(about)}.`, gain: MAY_HELP * p };
}

function decidesOn({ facts }: Engine, { id }: Person): Target | undefined {
  return [...facts.workspace.targets.values()].find((target) => target.manager === id && isOpen(target));
}

function sharedBy({ facts, guesses }: Engine, friend: Person, about: Person): { p: number; why: string } {
  const [a, b] = [callName(friend), callName(about)];
  if (listedOf(facts, friend, about).length > 0)
    return { p: ON_A_LIST, why: `${a} and ${b} are connected on a list, which does not say how well` };
  const theirs = new Set(companiesOf(about));
  const company = companiesOf(friend).find((id) => theirs.has(id));
  const name = (company && facts.workspace.companies.get(company)?.name) || 'one company';
  const guess = guessOf(guesses, friend.id, about.id);
  if (guess) return { p: guess.p, why: `${a} and ${b} share ${name}` };
  if (company === undefined) return { p: NOTHING_SHARED, why: `Nothing in your files joins ${a} and ${b}` };
  const now = companyNow(friend) === company && companyNow(about) === company;
  return now
    ? { p: NOW_TOGETHER, why: `${a} and ${b} both work at ${name}` }
    : { p: ONCE_TOGETHER, why: `${a} and ${b} were both at ${name}, perhaps not at the same time` };
}
