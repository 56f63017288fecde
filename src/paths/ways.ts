import type { Change } from '#model/change.ts';
import type { CompanyId, PersonId, TargetId } from '#model/ids.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { questionsAmong } from '#paths/answers/among.ts';
import type { Arriving } from '#paths/answers/arriving.ts';
import { type Dormant, dormantOf, labelOrder, type News, newsOf, type ToLabel } from '#paths/answers/attention.ts';
import { createFacts } from '#paths/answers/facts.ts';
import { ifYes, tellingAnswers, tellNext } from '#paths/answers/if-yes.ts';
import { questionsOf } from '#paths/answers/interview.ts';
import { managersOf } from '#paths/answers/managers.ts';
import { columnsOf, guessesOf, networkOf } from '#paths/answers/network-of.ts';
import { patch } from '#paths/answers/patch.ts';
import { type PersonCard, personCard } from '#paths/answers/person-card.ts';
import { bestsOf, portfolioOf, warmOf } from '#paths/answers/portfolio.ts';
import { reachOf } from '#paths/answers/reach.ts';
import { type Engine, type Filter, targetWays } from '#paths/answers/target-ways.ts';
import type { TieContext } from '#ties/mine.ts';
import { type Outcomes, outcomesOf } from '#ties/outcomes.ts';
import { type PastAsk, replay, type SelfCheck, selfCheck, shiftFrom } from '#ties/self-check.ts';
import type { MyTie, TieBetween } from '#ties/types.ts';
import type { IfYes, ManagerGuess, PairQuestion, Portfolio, TargetWays, TellingAnswer } from './types.ts';
import { createSearch } from './warmest.ts';

/** Every question about ways in, for one workspace as it changes. Answers are for its newest revision. */
export interface Ways {
  readonly revision: number;
  /**
   * Does a step of what the first answers wait for, those of a target first; false when all was done before. Between
   * steps others can be answered.
   */
  prepare(): boolean;
  /** null: no such target. */
  ways(target: TargetId, filter: Filter): TargetWays | null;
  portfolio(): Portfolio;
  people(): { ids: readonly PersonId[]; ties: readonly MyTie[] };
  person(id: PersonId): PersonCard | null;
  managers(company: CompanyId, title: string): readonly ManagerGuess[];
  /** With `among` only about pairs of those people. */
  questions(limit: number, among?: readonly PersonId[]): readonly PairQuestion[];
  /** What a yes to "does `friend` know `about`?" would change. */
  ifYes(friend: PersonId, about: PersonId): IfYes;
  /** The same for unsure steps and the questions most worth asking; those that would change nothing are left out. */
  tellingAnswers(limit: number): readonly TellingAnswer[];
  /** Does a step of `tellingAnswers`, likewise. */
  tellNext(limit: number): boolean;
  /** Every tie between two others that the search walks, for drawing. */
  ties(): Generator<Pick<TieBetween, 'a' | 'b' | 'standing'>>;
  /** Once two-way ties, silent for a year, that open a target. */
  dormant(): readonly Dormant[];
  news(): readonly News[];
  /** Contacts without a closeness, most useful first. */
  toLabel(limit: number): readonly ToLabel[];
  /** How the formula did on the user's own past messages. */
  selfCheck(): SelfCheck;
  outcomes(): Outcomes;
  /** The workspace after `change`. What that does not touch stands, unless it asks for all (answers/reach.ts). */
  update(workspace: Workspace, change: Change): void;
}

/** `arriving` was told the very records of `first`. */
export function createWays(first: Workspace, today: Day, arriving: Arriving | null = null): Ways {
  let workspace = first;
  let arrived = arriving;
  let engine: Engine | null = null;

  /** Built when first asked for, so that a run of changes is paid once. */
  function ready(): Engine {
    if (engine) return engine;
    const facts = arrived?.facts(workspace) ?? createFacts(workspace, contextOf(workspace));
    arrived = null;
    const guesses = guessesOf(facts);
    engine = { facts, guesses, today, search: createSearch(networkOf(facts, guesses)) };
    return engine;
  }

  return {
    get revision() {
      return workspace.revision;
    },
    prepare() {
      if (!engine) return ready() !== null;
      return bestsOf.prepare(engine) || warmOf.prepare(engine);
    },
    ways(id, filter) {
      const target = workspace.targets.get(id);
      return target ? targetWays(ready(), target, filter) : null;
    },
    portfolio: () => portfolioOf(ready()),
    people() {
      const { facts } = ready();
      return { ids: facts.all.map(({ person }) => person.id), ties: facts.all.map(({ tie }) => tie) };
    },
    person: (id) => personCard(ready(), id),
    managers: (company, title) => managersOf(ready(), company, title),
    questions: (limit, among) => (among ? questionsAmong(ready(), among, limit) : questionsOf(ready(), limit)),
    dormant: () => dormantOf(ready()),
    news: () => newsOf(ready()),
    toLabel: (limit) => labelOrder(ready(), limit),
    selfCheck: () => selfCheck(pastAsks(workspace)),
    outcomes: () => outcomesOf(workspace),
    ifYes: (friend, about) => ifYes(ready(), friend, about),
    tellingAnswers: (limit) => tellingAnswers(ready(), limit),
    tellNext: (limit) => tellNext(ready(), limit),
    *ties() {
      const { facts, guesses } = ready();
      const { a, b, standing } = columnsOf(facts, guesses);
      for (let tie = 0; tie < a.length; tie++) {
        const from = facts.all[(a[tie] ?? 0) - 1]?.person.id;
        const to = facts.all[(b[tie] ?? 0) - 1]?.person.id;
        if (from && to) yield { a: from, b: to, standing: STANDINGS[standing[tie] ?? 2] ?? 'inferred' };
      }
    },
    update(next, change) {
      arrived = null;
      const reach = engine && reachOf(engine.facts, change);
      if (engine && reach) {
        const { facts, guesses, search } = engine;
        engine = { today, search, ...patch(search.network, facts, guesses, next, change, reach) };
      } else engine = null;
      workspace = next;
    },
  };
}

function contextOf(workspace: Workspace): TieContext {
  return { imports: workspace.imports, shift: shiftFrom(pastAsks(workspace)) };
}

function pastAsks({ people, imports }: Workspace): PastAsk[] {
  const asks: PastAsk[] = [];
  for (const person of people.values()) for (const ask of replay(person, imports)) asks.push(ask);
  return asks;
}
