import { BestWays, type Found } from './best.ts';
import { NEVER } from './cost.ts';
import { costIn, type Network, standingIn } from './network.ts';

/** What to search for, in node numbers of the network (0 is me, and is never a target). */
export interface Query {
  /** The targets; the k best ways to any of them. */
  readonly to: readonly number[];
  /** Best ways per standing, at most MAX_WAYS. */
  readonly k: number;
  /** 0 to 3 people between me and the target. */
  readonly maxIntermediaries: number;
  /** People left out. */
  readonly without: readonly number[];
  /** People who must all be between me and the target. */
  readonly through: readonly number[];
}

export const MAX_WAYS = 1000;
export const MAX_INTERMEDIARIES = 3;

/** The best way to each node: its least certain step and its cost; `cost` NEVER where there is none. */
export interface Reach {
  readonly standing: Uint8Array;
  readonly cost: Int32Array;
}

export interface Search {
  readonly network: Network;
  /** One list per standing: the k best ways whose least certain step is exactly that, best first. */
  warmest(query: Query): Found[][];
  /** `warmest` for many groups of targets (all companies), sharing what can be shared. */
  companies(groups: readonly (readonly number[])[], options: Omit<Query, 'to' | 'through'>): Found[][][];
  /** The best way to everybody within `maxTies` (1 to 3) ties. */
  everybody(maxTies: number, without?: readonly number[]): Reach;
}

export function createSearch(network: Network): Search {
  const best = new BestWays();

  function warmest(query: Query): Found[][] {
    const k = Math.max(0, Math.min(MAX_WAYS, Math.floor(query.k) || 0));
    const most = Math.max(0, Math.min(MAX_INTERMEDIARIES, Math.floor(query.maxIntermediaries) || 0)) + 1;
    const without = new Set(query.without);
    const through = new Set(query.through);
    return [0, 1, 2].map((pass) => {
      best.clear(k, NEVER - 1);
      for (const target of new Set(query.to)) {
        if (!(target > 0 && target < network.people) || without.has(target)) continue;
        const walk = (path: number[], cost: number, loosest: number): void => {
          const here = path[path.length - 1] ?? 0;
          for (let at = network.starts[here] as number; at < (network.ends[here] as number); at++) {
            const next = network.targets[at] as number;
            const weight = network.weights[at] as number;
            if (standingIn(weight) > pass || without.has(next) || path.includes(next)) continue;
            const sum = cost + costIn(weight);
            const worst = Math.max(loosest, standingIn(weight));
            if (next === target) {
              if (worst !== pass || [...through].some((person) => !path.includes(person))) continue;
              const [p1 = 0, p2 = 0, p3 = 0, p4 = 0] = [...path, next];
              best.offer(sum, path.length + 1, p1, p2, p3, p4);
            } else if (path.length + 1 < most) walk([...path, next], sum, worst);
          }
        };
        walk([], 0, 0);
      }
      return best.take(pass);
    });
  }

  return {
    network,
    warmest,
    companies: (groups, options) => groups.map((to) => warmest({ ...options, to, through: [] })),
    everybody(maxTies, without = []) {
      const standing = new Uint8Array(network.people);
      const cost = new Int32Array(network.people).fill(NEVER);
      for (let v = 1; v < network.people; v++) {
        const query = { to: [v], k: 1, maxIntermediaries: maxTies - 1, without, through: [] };
        const [first] = warmest(query).flat();
        if (first === undefined) continue;
        standing[v] = first.standing;
        cost[v] = first.cost;
      }
      return { standing, cost };
    },
  };
}
