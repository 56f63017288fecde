import { Backwards } from './backwards.ts';
import { BestWays, type Found } from './best.ts';
import { INTERMEDIARY, NEVER } from './cost.ts';
import { everybodyWithin, type Reach } from './everybody.ts';
import { BestFriend } from './friends.ts';
import { Groups, type Roots } from './groups.ts';
import { costIn, type Network } from './network.ts';
import { isPerson, type Query, tiesAnswered, waysAnswered } from './query.ts';
import { Reached } from './reached.ts';
import { NO_TIE, Tables } from './tables.ts';
import { BestPair } from './thirds.ts';
import { Through } from './through.ts';

export type { Found } from './best.ts';
export type { Reach } from './everybody.ts';
export type { Query } from './query.ts';

/** More people than this left out beyond those of the tables, and the tables are made anew. */
const MOST_EXTRA = 32;

export interface Search {
  readonly network: Network;
  /** Ties looked at by all queries so far. */
  readonly looked: number;
  /** One list per standing: the k best ways whose least certain step is exactly that, best first. */
  warmest(query: Query): Found[][];
  /** `warmest` for many groups of targets (all companies: `rootsOf`), sharing what can be shared. */
  companies(groups: Roots, options: Omit<Query, 'to' | 'through'>): Found[][][];
  /** A lower bound of what it costs to reach somebody by any way of up to 3 ties, nobody left out; 0 for me. */
  atLeast(person: number): number;
  /** The best way to everybody within `maxTies` (1 to 3) ties. */
  everybody(maxTies: number, without?: readonly number[]): Reach;
}

/**
 * The k warmest ways in a network from me (PATHS.md). The tables from me are shared between queries and made
 * anew when the network's revision or the people left out have changed; nothing else is kept between queries.
 * Bad input is answered, not thrown: unknown people are on no way, counts are brought into range (query.ts).
 */
export function createSearch(network: Network): Search {
  const tables = new Tables(network);
  const friends = new BestFriend(tables);
  const pairs = new BestPair(tables, friends);
  const best = new BestWays();
  const search = new Backwards(tables, friends, pairs, best);
  const reached = new Reached(tables);
  const groups = new Groups(search, tables, best, reached);
  let out: Uint8Array = new Uint8Array(0);

  /**
   * Brings the tables up to date for a query that leaves out the people marked in `out`. They may hold up to
   * `extra` of them: the search tests everybody it puts on a way.
   */
  function open(without: readonly number[], extra: number): void {
    const stands = tables.revision === network.revision && tables.leftOutList.every((person) => out[person] === 1);
    if (stands && without.length - tables.leftOutList.length <= extra) return;
    tables.make(without);
    pairs.forget();
  }

  function pass(standing: number, query: Query, k: number, ties: number): Found[] {
    if (k === 0 || network.count[standing] === 0) return [];
    best.clear(1, k, NEVER - 1);
    search.start(standing, out);
    const through = query.through.length > 0 ? new Through(network, search, query.through) : null;
    for (let length = 1; length <= ties; length++) {
      for (const target of query.to) {
        if (!isPerson(target, network.people) || out[target] === 1) continue;
        if (through === null) search.root(target, length);
        else through.root(target, length, standing, out);
      }
    }
    search.finish();
    return best.take(standing);
  }

  function groupsPass(standing: number, roots: Roots, k: number, ties: number): Found[][] {
    if (k === 0 || network.count[standing] === 0) return Array.from({ length: roots.members.length }, () => []);
    best.clear(roots.members.length, k, NEVER - 1);
    search.start(standing, out);
    groups.consider(roots, standing, ties, out);
    search.finish();
    return Array.from({ length: roots.members.length }, (_, board) => {
      best.select(board);
      return best.take(standing);
    });
  }

  /** Runs `ask` with the people of `given` left out, and with tables that stand for that. */
  function leavingOut<T>(given: readonly number[], extra: number, ask: () => T): T {
    if (out.length < network.people) out = new Uint8Array(network.people);
    const without: number[] = [];
    for (const person of given) {
      if (!isPerson(person, network.people) || out[person] === 1) continue;
      out[person] = 1;
      without.push(person);
    }
    open(without, extra);
    const answer = ask();
    for (const person of without) out[person] = 0;
    return answer;
  }

  function ways(query: Query): Found[][] {
    const k = waysAnswered(query.k);
    const ties = tiesAnswered(query.maxIntermediaries);
    return [0, 1, 2].map((standing) => pass(standing, query, k, ties));
  }

  function atLeast(person: number): number {
    if (!isPerson(person, network.people)) return 0;
    const mine = tables.direct[person] as number;
    friends.find(person, 0, 2, 0, 0, out);
    return Math.min(
      mine === NO_TIE ? NEVER : costIn(mine),
      friends.cost,
      (tables.leastTwo[2] as number) + INTERMEDIARY,
    );
  }

  return {
    network,
    get looked() {
      return tables.looked;
    },
    warmest: (query) => leavingOut(query.without, MOST_EXTRA, () => ways(query)),
    companies: (roots, options) =>
      leavingOut(options.without, MOST_EXTRA, () => {
        tables.enterAll();
        const k = waysAnswered(options.k);
        const ties = tiesAnswered(options.maxIntermediaries);
        const passes = [0, 1, 2].map((standing) => groupsPass(standing, roots, k, ties));
        return roots.members.map((_, group) => passes.map((pass) => pass[group] as Found[]));
      }),
    atLeast: (person) => leavingOut([], 0, () => atLeast(person)),
    everybody: (maxTies, without = []) => leavingOut(without, 0, () => everybodyWithin(tables, reached, maxTies)),
  };
}
