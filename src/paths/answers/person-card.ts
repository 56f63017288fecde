import { type PersonId, type TargetId, tieIdOf } from '#model/ids.ts';
import { STANDINGS } from '#model/tie.ts';
import { forEachTie, standingIn } from '#paths/network.ts';
import type { ChanceSum } from '#ties/chance.ts';
import { cardEvidence } from '#ties/evidence.ts';
import { chanceSum } from '#ties/mine.ts';
import { missingOf } from '#ties/missing.ts';
import type { Evidence, MyTie, TieBetween } from '#ties/types.ts';
import { leftOutOf, nobodyOf } from './exclusions.ts';
import { pairTie } from './network-of.ts';
import { pairEvidence } from './show.ts';
import { type Engine, findWays, PLAIN } from './target-ways.ts';

/** Ties to others on one card; a friend's list of thousands is shown elsewhere. */
const MOST_TIES = 200;

export interface PersonCard {
  readonly mine: MyTie;
  readonly evidence: readonly Evidence[];
  /** How the evidence adds up to the figure; null without messages. */
  readonly sum: ChanceSum | null;
  readonly missing: readonly string[];
  /** Confirmed first; at most 200. */
  readonly ties: readonly (TieBetween & { readonly evidence: readonly Evidence[] })[];
  /** Targets with a way in through this person, or to them. */
  readonly opens: readonly TargetId[];
}

/** Everything known about one person; null when there is no such person. */
export function personCard(engine: Engine, id: PersonId): PersonCard | null {
  const { facts, today } = engine;
  const person = facts.workspace.people.get(id);
  if (!person) return null;
  const mine = facts.mine(person);
  return {
    mine,
    evidence: cardEvidence(person, mine, { today, shift: facts.context.shift }),
    sum: chanceSum(mine, facts.context.shift),
    missing: missingOf(person, mine),
    ties: tiesOf(engine, id),
    opens: opensOf(engine, id),
  };
}

function tiesOf(engine: Engine, id: PersonId): PersonCard['ties'] {
  const { facts, guesses, search } = engine;
  const person = facts.workspace.people.get(id);
  if (!person) return [];
  const node = facts.nodeOf(id);
  const near: { node: number; standing: number }[] = [];
  forEachTie(search.network, node, (other, weight) => near.push({ node: other, standing: standingIn(weight) }));
  // The network is sorted by cost inside a row; the card wants certainty first.
  near.sort((x, y) => x.standing - y.standing);
  const ties: PersonCard['ties'][number][] = [];
  for (const { node: other } of near.slice(0, MOST_TIES)) {
    const far = facts.all[other - 1]?.person;
    const tie = far && far !== person && pairTie(facts, guesses, person, far);
    if (tie) ties.push({ ...tie, evidence: pairEvidence(engine, person, far) });
  }
  return ties.sort(
    (x, y) =>
      STANDINGS.indexOf(x.standing) - STANDINGS.indexOf(y.standing) ||
      y.p - x.p ||
      (tieIdOf(x.a, x.b) < tieIdOf(y.a, y.b) ? -1 : 1),
  );
}

function opensOf(engine: Engine, id: PersonId): TargetId[] {
  return [...engine.facts.workspace.targets.values()]
    .filter((target) => {
      const nobody = nobodyOf(leftOutOf(engine.facts, target));
      const through = target.manager === id ? [] : [id];
      const ways = findWays(engine, target, { ...PLAIN, k: 1, through }, nobody).flat();
      return ways.some((way) => way.people[0] === id);
    })
    .map((target) => target.id);
}
