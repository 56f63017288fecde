import { type PersonId, type TieId, tieIdOf } from '#model/ids.ts';
import { lastAsked } from '#model/question.ts';
import type { IfYes, PairQuestion, TargetBest, TellingAnswer } from '#paths/types.ts';
import { A_YES, whatIf } from '#paths/what-if.ts';
import type { TieBetween } from '#ties/types.ts';
import { questionsOf } from './interview.ts';
import { askedOpen, bestNow, bestOf, bestsOf } from './portfolio.ts';
import { remembered } from './remembered.ts';
import { type Engine, waysFound } from './target-ways.ts';

/**
 * "If Ana said that she knows Marta": every target whose ways that would change, with its best way and the
 * number of ways as they would be. Nothing is kept; the network is as before afterwards.
 */
export function ifYes(engine: Engine, friend: PersonId, about: PersonId): IfYes {
  const { facts, search } = engine;
  const tie = { a: facts.nodeOf(friend), b: facts.nodeOf(about), ...A_YES };
  if (tie.a === 0 || tie.b === 0 || friend === about) return { friend, about, targets: [] };
  const said: TieBetween = {
    a: friend,
    b: about,
    standing: 'confirmed',
    p: A_YES.p,
    kind: 'know',
    on: engine.today,
  };
  const asked = askedOpen(engine);
  const answers = whatIf(search, tie, asked);
  const targets = asked.flatMap(({ target: { id }, query, answer: before }, i) => {
    const answer = answers[i];
    if (!answer || answer === before) return [];
    const row = bestOf(id, waysFound({ ...engine, supposed: said }, { query, answer }).flat());
    return same(row, bestNow(engine, id)) ? [] : [row];
  });
  return { friend, about, targets };
}

/**
 * Questions whose yes would change a target: the unsure steps of the best ways in, then those most worth
 * asking. Nobody is asked twice within a year.
 */
export function tellingAnswers(engine: Engine, limit: number): readonly TellingAnswer[] {
  while (tellNext(engine, limit));
  return tellingOf(engine, limit).answers;
}

/** Looks into one question more of `tellingAnswers`; false when all were looked into before. */
export function tellNext(engine: Engine, limit: number): boolean {
  const { todo, answers } = tellingOf(engine, limit);
  const next = todo.shift();
  if (!next) return false;
  const { friend, about, chance } = next;
  const answer = ifYes(engine, friend, about);
  if (answer.targets.length > 0) answers.push({ ...answer, chance });
  return true;
}

type Asking = Pick<PairQuestion, 'friend' | 'about' | 'chance'>;

/** Of one limit: what is known so far. */
interface Telling {
  readonly todo: Asking[];
  readonly answers: TellingAnswer[];
}

function tellingOf(engine: Engine, limit: number): Telling {
  const known = telling(engine);
  const of = known.get(limit) ?? { todo: toAsk(engine, limit), answers: [] };
  known.set(limit, of);
  return of;
}

const telling = remembered((_: Engine) => new Map<number, Telling>());

function toAsk(engine: Engine, limit: number): Asking[] {
  const { facts, today } = engine;
  const pairs = new Map<TieId, Asking>();
  for (const pair of [...unsureSteps(engine), ...questionsOf(engine, limit)]) {
    const id = tieIdOf(pair.friend, pair.about);
    const asked = lastAsked(facts.workspace.questions.values(), pair.friend, pair.about, today);
    if (asked === null && !pairs.has(id)) pairs.set(id, pair);
  }
  return [...pairs.values()].slice(0, limit);
}

/** The strength of a guess stands in for the chance of a yes (assumption, for the order only). */
function unsureSteps(engine: Engine): Asking[] {
  return bestsOf(engine).targets.flatMap(({ best }) =>
    (best?.steps ?? []).flatMap(({ from, to, standing, p }) =>
      from === 'me' || standing === 'confirmed' ? [] : [{ friend: from, about: to, chance: p }],
    ),
  );
}

/** Asked again, and nothing came of it. */
function same(one: TargetBest, other: TargetBest | undefined): boolean {
  return one.ways === other?.ways && one.best?.id === other.best?.id && one.best?.cost === other.best?.cost;
}
