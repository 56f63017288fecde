import type { Change } from '#model/change.ts';
import type { CompanyId, PersonId, TargetId } from '#model/ids.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { MyTie, TieBetween } from '#ties/types.ts';
import { createFacts, createMemory, type Facts, type Memory, smallChange } from './facts.ts';
import { questionsOf } from './interview.ts';
import { managersOf } from './managers.ts';
import { columnsOf, guessesOf, networkOf } from './network-of.ts';
import { type PersonCard, personCard } from './person-card.ts';
import { portfolioOf } from './portfolio.ts';
import { type Engine, type Filter, targetWays } from './target-ways.ts';
import type { ManagerGuess, PairQuestion, Portfolio, TargetWays } from './types.ts';
import { createSearch } from './warmest.ts';

/** Every question about ways in, for one workspace as it changes. Answers are for its newest revision. */
export interface Ways {
  readonly revision: number;
  /** null: no such target. */
  ways(target: TargetId, filter: Filter): TargetWays | null;
  portfolio(): Portfolio;
  people(): { ids: readonly PersonId[]; ties: readonly MyTie[] };
  person(id: PersonId): PersonCard | null;
  managers(company: CompanyId, title: string): readonly ManagerGuess[];
  questions(limit: number): readonly PairQuestion[];
  /** Every tie between two others that the search walks, for drawing. */
  ties(): Generator<Pick<TieBetween, 'a' | 'b' | 'standing'>>;
  /** The workspace after `change`: a small one keeps what it does not touch. */
  update(workspace: Workspace, change: Change): void;
}

export function createWays(first: Workspace, today: Day): Ways {
  let workspace = first;
  let memory: Memory | null = null;
  let facts: Facts | null = null;
  let engine: Engine | null = null;

  /** Built when first asked for, so that a run of changes is paid once. */
  function ready(): Engine {
    if (engine) return engine;
    memory ??= createMemory({ imports: workspace.imports, shift: 0 });
    facts ??= createFacts(workspace, memory);
    const guesses = guessesOf(facts);
    engine = { facts, guesses, today, search: createSearch(networkOf(facts, guesses)) };
    return engine;
  }

  return {
    get revision() {
      return workspace.revision;
    },
    ways(id, filter) {
      const target = workspace.targets.get(id);
      return target ? targetWays(ready(), target, filter) : null;
    },
    portfolio: () => portfolioOf(ready()),
    people() {
      const { facts } = ready();
      const people = facts.ids.map((id) => workspace.people.get(id)).filter((person) => person !== undefined);
      return { ids: facts.ids, ties: people.map((person) => facts.mine(person)) };
    },
    person: (id) => personCard(ready(), id),
    managers: (company, title) => managersOf(ready(), company, title),
    questions: (limit) => questionsOf(ready(), limit),
    *ties() {
      const { facts, guesses } = ready();
      const { a, b, standing } = columnsOf(facts, guesses);
      for (let tie = 0; tie < a.length; tie++) {
        const from = facts.ids[(a[tie] ?? 0) - 1];
        const to = facts.ids[(b[tie] ?? 0) - 1];
        if (from && to) yield { a: from, b: to, standing: STANDINGS[standing[tie] ?? 2] ?? 'inferred' };
      }
    },
    update(next, change) {
      const people = smallChange(workspace, change);
      if (people === null) memory = null;
      facts = (people && facts?.changed(next, people)) ?? null;
      engine = null;
      workspace = next;
    },
  };
}
