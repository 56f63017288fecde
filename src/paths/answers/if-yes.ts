import { type PersonId, type TieId, tieIdOf } from '#model/ids.ts';
import { lastAsked } from '#model/question.ts';
import type { Target } from '#model/target.ts';
import type { IfYes, PairQuestion, TargetBest, TellingAnswer } from '#paths/types.ts';
import { A_YES, type Asked, whatIf } from '#paths/what-if.ts';
import type { TieBetween } from '#ties/types.ts';
import { questionsOf } from './interview.ts';
import { bestOf, bestsOf, portfolioQuery } from './portfolio.ts';
import { remembered } from './remembered.ts';
import { type Engine, waysFound } from './target-ways.ts';

/**
 * "If Ana said that she knows Marta": every target whose ways that would change, with its best way and the
 * number of ways as they would be. Nothing is kept; the network is as before afterwards.
 */
export function ifYes(engine: Engine, friend: PersonId, about: PersonId, now: readonly Now[] = nowOf(engine)): IfYes {
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
  // With one person between, only the step to a target itself can matter.
  const asked = now.filter(
    ({ query }) => query.maxIntermediaries > 1 || query.to.includes(tie.a) || query.to.includes(tie.b),
  );
  const answers = whatIf(search, tie, asked);
  const targets = asked.flatMap(({ target, query, answer, row: before }, i) => {
    const changed = answers[i];
    if (!changed || changed === answer) return [];
    const row = bestOf(target.id, waysFound({ ...engine, supposed: said }, query, changed).flat());
    return same(row, before) ? [] : [row];
  });
  return { friend, about, targets };
}

interface Now extends Asked {
  readonly target: Target;
  readonly row: TargetBest | undefined;
}

/** What every open target is answered now. */
function nowOf(engine: Engine): Now[] {
  const rows = new Map(bestsOf(engine).targets.map((row) => [row.target, row]));
  return [...engine.facts.workspace.targets.values()].filter(isLive).flatMap((target) => {
    const query = portfolioQuery(engine, target);
    return query ? [{ target, query, answer: engine.search.warmest(query), row: rows.get(target.id) }] : [];
  });
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
  const { now, todo, answers } = tellingOf(engine, limit);
  const next = todo.shift();
  if (!next) return false;
  const { friend, about, chance } = next;
  const answer = ifYes(engine, friend, about, now);
  if (answer.targets.length > 0) answers.push({ ...answer, chance });
  return true;
}

type Asking = Pick<PairQuestion, 'friend' | 'about' | 'chance'>;

/** Of one limit: what is known so far. */
interface Telling {
  readonly now: readonly Now[];
  readonly todo: Asking[];
  readonly answers: TellingAnswer[];
}

function tellingOf(engine: Engine, limit: number): Telling {
  const known = telling(engine);
  const of = known.get(limit) ?? { now: nowOf(engine), todo: toAsk(engine, limit), answers: [] };
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

function isLive({ closed, stage }: Target): boolean {
  return closed === null && stage !== 'gone';
}
