import type { PersonId } from '#model/ids.ts';
import type { Target } from '#model/target.ts';
import { STANDINGS } from '#model/tie.ts';
import { costOf } from '#paths/cost.ts';
import { type Explained, explain } from '#paths/explain.ts';
import { forEachTie, standingIn, tiesCount } from '#paths/network.ts';
import type { Asked, Query } from '#paths/query.ts';
import type { Insider, LeftOut, TargetWays, WayIn, WayShown } from '#paths/types.ts';
import type { Found, Search } from '#paths/warmest.ts';
import { callName } from '#ties/phrases.ts';
import { betterOf, toldSteps } from './better.ts';
import { leftOutOf, nobodyOf, worksAt } from './exclusions.ts';
import type { Facts } from './facts.ts';
import { evidenceOf, leadQuestion, type Shower, wayOf } from './show.ts';
import { sizesOf } from './sizes.ts';

/** Leads a target never has more of (WARMTH.md §4). */
const MOST_LEADS = 5;

/** What narrows a search beside the exclusions (worker/service.ts, WaysFilter). */
export interface Filter {
  readonly maxIntermediaries: number;
  readonly without: readonly PersonId[];
  readonly through: readonly PersonId[];
  readonly k: number;
}

export const PLAIN: Filter = { maxIntermediaries: 1, without: [], through: [], k: 5 };

/** Search and words for one revision of the workspace. */
export interface Engine extends Shower {
  readonly search: Search;
}

/** The ways found for a target, one list per standing, best first. Nobody left out is on them. */
export function findWays(engine: Engine, target: Target, filter: Filter, nobody: ReadonlySet<PersonId>): WayIn[][] {
  const query = queryFor(engine.facts, target, filter, nobody);
  return query ? shownWays(engine, warmest(engine, query)) : [[], [], []];
}

/** What to search for; null where no way can be. */
export function queryFor(facts: Facts, target: Target, filter: Filter, nobody: ReadonlySet<PersonId>): Query | null {
  if (!target.manager) return null;
  const through = filter.through.map((id) => facts.nodeOf(id));
  // Somebody unknown to go through: no way can be.
  if (through.includes(0)) return null;
  return {
    to: [facts.nodeOf(target.manager)],
    k: filter.k,
    maxIntermediaries: filter.maxIntermediaries,
    without: [...nobody, ...filter.without].map((id) => facts.nodeOf(id)).filter((node) => node > 0),
    through,
  };
}

/** The answer of a search as ways in. */
export function waysFound(engine: Engine, { query, answer }: Asked): WayIn[][] {
  return shownWays(engine, inRank(engine, query, answer));
}

function shownWays(engine: Engine, answer: Asked['answer']): WayIn[][] {
  return answer.map((found) => found.map((way) => wayOf(engine, way)).filter((way) => way !== null));
}

/** The warmest ways as the screens rank them. */
function warmest(engine: Engine, query: Query): Found[][] {
  return inRank(engine, query, engine.search.warmest(query));
}

/**
 * The network scales my ties so that a label of 4 or 5 comes first among friends (ties/mine.ts). A manager I
 * know myself is no friend to choose among: that way stands where its own chance puts it.
 */
function inRank({ facts, search }: Engine, query: Query, answer: Asked['answer']): Found[][] {
  const direct = query.k >= 1 ? search.warmest({ ...query, k: 1, maxIntermediaries: 0 }).flat() : [];
  return answer.map((found, standing) => {
    const mine = direct.find((way) => way.standing === standing);
    const tie = facts.all[(mine?.people[0] ?? 0) - 1]?.tie;
    return mine && tie ? withDirect(found, { ...mine, cost: costOf(tie.p) }) : [...found];
  });
}

function withDirect(ways: readonly Found[], direct: Found): Found[] {
  const others = ways.filter(({ people }) => people.length > 1 || people[0] !== direct.people[0]);
  const at = others.findIndex((way) => way.cost > direct.cost);
  const place = at < 0 ? others.length : at;
  return others.toSpliced(place, 0, direct).slice(0, Math.max(1, ways.length));
}

/** Everything the target page shows that comes from search. */
export function targetWays(engine: Engine, target: Target, filter: Filter): TargetWays {
  const leftOut = leftOutOf(engine.facts, target);
  const nobody = nobodyOf(leftOut);
  const query = queryFor(engine.facts, target, filter, nobody);
  const answer = query ? warmest(engine, query) : [];
  const [confirmed = [], listed = [], inferred = []] = shownWays(engine, answer);
  const leads = inferred.slice(0, MOST_LEADS);
  const all = [...confirmed, ...listed, ...leads];
  const explained = query && explaining(engine, { query, answer });
  const shown = (way: WayIn): WayShown => {
    const told = explained?.(way);
    return {
      ...way,
      evidence: evidenceOf(engine, way),
      better: betterOf(engine, way, told?.raise ?? null),
      fallback: fallbackOf(engine, target, filter, nobody, all, way),
      otherwise: way.weaker > 0 ? idsOf(engine, told?.otherwise()) : null,
    };
  };
  return {
    target: target.id,
    confirmed: confirmed.map(shown),
    listed: listed.map(shown),
    leads: leads.map((way) => ({ ...shown(way), question: leadQuestion(engine, way) })),
    inside: insideOf(engine, target, leftOut).filter(({ person }) => !all.some(({ people }) => people[0] === person)),
    sizes: sizesOf(engine.facts, engine.guesses, target, nobody),
    leftOut,
    missing: confirmed.length > 0 ? [] : missingOf(engine, target, filter, all.length === 0),
  };
}

function idsOf({ facts }: Engine, found: Found | null | undefined): PersonId[] | null {
  return found?.people.flatMap((node) => facts.all[node - 1]?.person.id ?? []) ?? null;
}

/** What the engine says of each way: what would raise it, and the next one without its weaker step. */
function explaining(engine: Engine, asked: Asked): (way: WayIn) => Explained {
  const explained = explain({ ...engine.search, warmest: (query) => warmest(engine, query) }, asked);
  return (way) => {
    const people = way.people.map((id) => engine.facts.nodeOf(id));
    const found = { people, cost: way.cost, standing: STANDINGS.indexOf(way.standing) };
    return explained(found, toldSteps(engine, way));
  };
}

/** The next way in the list by another first friend, else the best one before it, else one found anew. */
function fallbackOf(
  engine: Engine,
  target: Target,
  filter: Filter,
  nobody: ReadonlySet<PersonId>,
  all: readonly WayIn[],
  way: WayIn,
): string | null {
  const friend = way.people[0];
  const others = all.filter((other) => other.people[0] !== friend);
  const next = others.find((other) => all.indexOf(other) > all.indexOf(way)) ?? others[0];
  if (next || friend === undefined || friend === target.manager) return next?.id ?? null;
  const without = new Set([...nobody, friend]);
  return findWays(engine, target, { ...filter, k: 1 }, without).flat()[0]?.id ?? null;
}

/** Contacts of mine who work there now, without a confirmed or listed tie to the manager. */
export function insideOf(engine: Engine, target: Target, leftOut: LeftOut): Insider[] {
  const { facts } = engine;
  const nobody = new Set([...nobodyOf(leftOut), ...leftOut.noAsks]);
  const direct = target.manager ? new Set(verifiedWith(engine, target.manager)) : new Set<PersonId>();
  const name = facts.workspace.companies.get(target.company)?.name ?? '';
  const inside = worksAt(facts, target.company).filter(
    (person) => !nobody.has(person.id) && person.id !== target.manager && !direct.has(person.id),
  );
  return inside
    .map((person) => ({ person, tie: facts.mine(person) }))
    .filter(({ tie }) => tie.standing !== null)
    .sort((x, y) => rank(x.tie) - rank(y.tie) || y.tie.order - x.tie.order || (x.person.id < y.person.id ? -1 : 1))
    .map(({ person, tie }) => ({
      person: person.id,
      band: tie.band,
      question: `${callName(person)}, do you know who runs the team behind “${target.title}”${name && ` at ${name}`}?`,
    }));
}

const rank = (tie: { standing: string | null }) => (tie.standing === 'confirmed' ? 0 : 1);

/** People with a confirmed or listed tie to the manager. */
function verifiedWith({ facts, search }: Engine, manager: PersonId): PersonId[] {
  const found: PersonId[] = [];
  forEachTie(search.network, facts.nodeOf(manager), (node, weight) => {
    const other = facts.all[node - 1];
    if (other && standingIn(weight) < 2) found.push(other.person.id);
  });
  return found;
}

function missingOf(engine: Engine, target: Target, filter: Filter, none: boolean): TargetWays['missing'] {
  const { facts, search } = engine;
  const missing: TargetWays['missing'][number][] = [];
  const manager = target.manager && facts.workspace.people.get(target.manager);
  if (!manager) missing.push('no-manager');
  const mine = tiesCount(search.network, 0);
  if (mine === 0) missing.push('no-contacts');
  // Nobody says who knows whom: every tie there is is mine.
  else if (search.network.count.reduce((sum, ties) => sum + ties) === mine) missing.push('star-only');
  if (none && manager && findWays(engine, target, { ...filter, k: 1 }, new Set()).flat().length > 0) {
    missing.push('all-left-out');
  }
  return missing;
}
