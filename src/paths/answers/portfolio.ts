import type { CompanyId, PersonId } from '#model/ids.ts';
import { companyNow } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import { STANDINGS, type Standing } from '#model/tie.ts';
import { rootsOf } from '#paths/groups.ts';
import { forEachTie, standingIn } from '#paths/network.ts';
import type { Asked } from '#paths/query.ts';
import type { Door, Portfolio, TargetBest, WarmCompany, WayIn } from '#paths/types.ts';
import { hiddenEmployers, leftOutOf, nobodyOf } from './exclusions.ts';
import { remembered } from './remembered.ts';
import { wayOf } from './show.ts';
import { type Engine, PLAIN, queryFor, waysFound } from './target-ways.ts';

/** Ways looked at per target and standing: enough for every friend who opens a door to show. */
const PER_TARGET = 25;
/** Companies worth a row. */
const MOST_COMPANIES = 50;
/** A friend who shared no list: an unknown degree must not be worth more than a known one (WARMTH.md §5). */
const UNKNOWN_DEGREE = 500;

/** Best way per target, who opens most of them, and where the network is warm. */
export function portfolioOf(engine: Engine): Portfolio {
  return { ...bestsOf(engine), ...warmOf(engine) };
}

export const bestsOf = remembered((engine: Engine): Pick<Portfolio, 'targets' | 'doors'> => {
  const { targets } = engine.facts.workspace;
  const asked = new Map(askedOf(engine).map((one) => [one.target, one]));
  const found = [...targets.values()].map((target) => {
    const one = asked.get(target);
    return { target, ways: one ? waysFound(engine, one).flat() : [] };
  });
  return {
    targets: found.map(({ target, ways }) => bestOf(target.id, ways)),
    doors: doorsOf(found.filter(({ target }) => isOpen(target))),
  };
});

/** What `bestsOf` says of a target. */
export function bestNow(engine: Engine, target: TargetBest['target']): TargetBest | undefined {
  return bestsOf(engine).targets.find((row) => row.target === target);
}

interface AskedFor extends Asked {
  readonly target: Target;
}

/** What the search answers for each target with a hiring manager. */
const askedOf = remembered(({ facts, search }: Engine): readonly AskedFor[] =>
  [...facts.workspace.targets.values()].flatMap((target) => {
    const query = queryFor(facts, target, { ...PLAIN, k: PER_TARGET }, nobodyOf(leftOutOf(facts, target)));
    return query ? [{ target, query, answer: search.warmest(query) }] : [];
  }),
);

/** The same for the targets that are still open. */
export function askedOpen(engine: Engine): readonly AskedFor[] {
  return askedOf(engine).filter(({ target }) => isOpen(target));
}

export function bestOf(target: TargetBest['target'], ways: readonly WayIn[]): TargetBest {
  return { target, best: ways[0] ?? null, ways: ways.length };
}

export function isOpen({ closed, stage }: Target): boolean {
  return closed === null && stage !== 'gone';
}

function doorsOf(found: readonly { target: { id: TargetBest['target'] }; ways: readonly WayIn[] }[]): Door[] {
  const doors = new Map<PersonId, Map<TargetBest['target'], Standing>>();
  for (const { target, ways } of found) {
    for (const { people, standing } of ways) {
      const [friend] = people;
      // A manager I know myself is a way in, not a friend who opens a door.
      if (friend === undefined || people.length < 2) continue;
      const opens = doors.get(friend) ?? new Map<TargetBest['target'], Standing>();
      doors.set(friend, opens);
      const known = opens.get(target.id);
      if (!known || STANDINGS.indexOf(standing) < STANDINGS.indexOf(known)) opens.set(target.id, standing);
    }
  }
  const all = [...doors].map(([friend, opens]) => ({
    friend,
    opens: [...opens].map(([target, standing]) => ({ target, standing })),
  }));
  const counts = (door: Door) =>
    STANDINGS.map((standing) => door.opens.filter((open) => open.standing === standing).length);
  return all.sort((x, y) => {
    const [a, b] = [counts(x), counts(y)];
    for (const i of STANDINGS.keys()) if (a[i] !== b[i]) return (b[i] ?? 0) - (a[i] ?? 0);
    return x.friend < y.friend ? -1 : 1;
  });
}

interface Doorway {
  score: number;
  people: number;
  withMessages: number;
}

/** Companies without a target, by independent first steps: mine there, or a friend of somebody there. */
export const warmOf = remembered((engine: Engine): Pick<Portfolio, 'warm' | 'hasMessages'> => {
  const { facts, search } = engine;
  const { network } = search;
  const { targets } = facts.workspace;
  const nobody = nobodyOf(leftOutOf(facts, null));
  const taken = new Set([...[...targets.values()].map((target) => target.company), ...hiddenEmployers(facts).keys()]);
  const mine = new Map<CompanyId, Doorway>();
  const companyOf = facts.all.map(({ person }) => (nobody.has(person.id) ? null : companyNow(person)));
  const sharers = new Set([...facts.workspace.imports.values()].map(({ owner }) => owner));
  let hasMessages = false;
  forEachTie(network, 0, (node) => {
    const friend = facts.all[node - 1];
    if (!friend || nobody.has(friend.person.id)) return;
    const { facts: messages } = friend.tie;
    const wrote = messages.wrote + messages.sent > 0;
    hasMessages ||= wrote;
    const reached = new Set<CompanyId>();
    const at1 = companyOf[node - 1];
    if (at1) reached.add(at1);
    let degree = 0;
    forEachTie(network, node, (other, weight) => {
      if (standingIn(weight) === 2) return;
      degree++;
      const company = companyOf[other - 1];
      if (company) reached.add(company);
    });
    const weight = 1 / Math.log(Math.max(sharers.has(friend.person.id) ? degree : UNKNOWN_DEGREE, 10));
    for (const company of reached) {
      if (taken.has(company)) continue;
      const doorway = mine.get(company) ?? { score: 0, people: 0, withMessages: 0 };
      mine.set(company, doorway);
      doorway.score += weight;
      if (company !== at1) continue;
      doorway.people++;
      if (wrote) doorway.withMessages++;
    }
  });
  const warm = [...mine].map(([company, doorway]) => ({ company, ...doorway }));
  warm.sort((x, y) => y.score - x.score || y.withMessages - x.withMessages || (x.company < y.company ? -1 : 1));
  const shown = warm.slice(0, MOST_COMPANIES);
  const best = waysInto(engine, shown, companyOf, nobody);
  return { warm: shown.map((company, i) => ({ ...company, best: best[i] ?? null })), hasMessages };
});

/** The best way to anybody who works there, for each company. `companyOf`: of each person of `facts.all`. */
function waysInto(
  engine: Engine,
  companies: readonly Pick<WarmCompany, 'company'>[],
  companyOf: readonly (CompanyId | null)[],
  nobody: ReadonlySet<PersonId>,
): (WayIn | null)[] {
  const { facts, search } = engine;
  const members = new Map(companies.map(({ company }): [CompanyId, number[]] => [company, []]));
  for (const [i, company] of companyOf.entries()) if (company) members.get(company)?.push(i + 1);
  const without = [...nobody].map((id) => facts.nodeOf(id));
  const roots = rootsOf([...members.values()], search.network.people);
  const found = search.companies(roots, { k: 1, maxIntermediaries: PLAIN.maxIntermediaries, without });
  return found.map((ways) => {
    const [best] = ways.flat();
    return best ? wayOf(engine, best) : null;
  });
}
