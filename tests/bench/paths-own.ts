import { rootsOf } from '#paths/groups.ts';
import { buildNetwork, type Network, type TieColumns, tiesCount } from '#paths/network.ts';
import { updateTies } from '#paths/update.ts';
import type { Query, Search } from '#paths/warmest.ts';
import { random } from '#tests/paths/random.ts';
import { type Times, time, timeEach, timeRuns, timesOf } from './paths-measure.ts';
import { grouped, type Sample } from './paths-networks.ts';
import { bareLookUps, barePass, dijkstra } from './paths-plain.ts';

export interface OneTarget {
  readonly k: number;
  readonly ties: number;
  readonly open: Times;
  readonly fresh: Times;
  /** Ties looked at, and ways found, per query. */
  readonly looked: number;
  readonly found: number;
}

const plain = { without: [], through: [] };

/** People to ask about: drawn by a fixed seed among those with ties. */
export function drawPeople(network: Network, count: number, seed: number): number[] {
  const next = random(seed);
  const drawn: number[] = [];
  while (drawn.length < count) {
    const person = 1 + Math.floor(next() * (network.people - 1));
    if (tiesCount(network, person) > 0) drawn.push(person);
  }
  return drawn;
}

/** One target, with tables that stand, and with tables made anew: after an edit, and with 40 other people left out. */
export function oneTarget(search: Search, k: number, ties: number): OneTarget {
  const { network } = search;
  const queries = drawPeople(network, 4000, 11).map(
    (to): Query => ({ ...plain, to: [to], k, maxIntermediaries: ties - 1 }),
  );
  const before = search.looked;
  let found = 0;
  const open = timeEach(queries.slice(2000), queries.slice(0, 2000), (query) => {
    found += search.warmest(query)[0]?.length ?? 0;
  });
  const looked = search.looked - before;
  const leftOut = drawPeople(network, 40 * 80, 12);
  const anew = queries.slice(0, 80).map((query, i) => ({ ...query, without: leftOut.slice(i * 40, i * 40 + 40) }));
  const fresh = timeEach(anew.slice(30), anew.slice(0, 30), (query) => {
    network.revision++;
    return search.warmest(query);
  });
  return { k, ties, open, fresh, looked: looked / 4000, found: found / 4000 };
}

/** The 60 people with the most ties as targets, k = 10. */
export function hubs(search: Search, ties: number): Times {
  const { network } = search;
  const { people } = network;
  const size = (v: number) => tiesCount(network, v);
  const most = Array.from({ length: people - 1 }, (_, v) => v + 1).sort((x, y) => size(y) - size(x));
  const query = (to: number): Query => ({ ...plain, to: [to], k: 10, maxIntermediaries: ties - 1 });
  return timeEach(most.slice(0, 60).map(query), most.slice(60, 360).map(query), (asked) => search.warmest(asked));
}

/** "Without this person": the same target once more, without the first friend of its best way. */
export function changedExclusion(search: Search): Times {
  const queries = drawPeople(search.network, 400, 13).flatMap((to): Query[] => {
    const query = { ...plain, to: [to], k: 10, maxIntermediaries: 2 };
    const friend = search.warmest(query)[0]?.[0]?.people[0];
    return friend === undefined || friend === to ? [] : [{ ...query, without: [friend] }];
  });
  return timeEach(queries.slice(100), queries.slice(0, 100), (query) => search.warmest(query));
}

export function ownDijkstra(network: Network): number {
  const out = new Uint8Array(network.people);
  return timeRuns(3, () => dijkstra(network, out));
}

export function bare(network: Network): number {
  for (let i = 0; i < 20; i++) barePass(network);
  return timeRuns(15, () => barePass(network));
}

/** A bare pass that looks one number up for each tie. */
export function lookUps(network: Network): number {
  const numbers = Int32Array.from({ length: network.people }, (_, person) => person);
  return timeRuns(7, () => bareLookUps(network, numbers));
}

/** All companies, k = 5, at most 3 ties; the tables are made anew each time: 40 other people are left out. */
export function allCompanies(search: Search, sample: Sample): number {
  const { starts, list } = grouped(sample.company, sample.companies);
  const groups = Array.from({ length: sample.companies }, (_, g) => [...list.subarray(starts[g], starts[g + 1])]);
  const roots = rootsOf(groups, search.network.people);
  const leftOut = drawPeople(search.network, 40 * 80, 14);
  return timeRuns(11, (run) => {
    const without = leftOut.slice(run * 40, run * 40 + 40);
    search.network.revision++;
    return search.companies(roots, { k: 5, maxIntermediaries: 2, without });
  });
}

export function everybody(search: Search): number {
  const leftOut = drawPeople(search.network, 40 * 80, 15);
  return timeRuns(11, (run) => {
    search.network.revision++;
    return search.everybody(3, leftOut.slice(run * 40, run * 40 + 40));
  });
}

const NO_TIES = columns([], []);

/** Builds the network, and lets the columns go. */
export function build(sample: Sample, runs: number): { network: Network; ms: number } {
  let network = buildNetwork(1, sample.ties);
  const all: number[] = [];
  for (let run = 0; run <= runs; run++) {
    // What the last run left is no part of what a network needs.
    network = buildNetwork(1, sample.ties);
    globalThis.gc?.();
    all.push(time(() => (network = buildNetwork(sample.people, sample.ties))));
  }
  sample.ties = NO_TIES;
  globalThis.gc?.();
  return { network, ms: timesOf(all.slice(1)).median };
}

/** Bytes a tie (both directions): its two entries, and the people's share. */
export function bytesPerTie(network: Network): number {
  const { ties, starts, ends, cheapest, count } = network;
  const bytes = ties.byteLength + starts.byteLength + ends.byteLength + cheapest.byteLength;
  return bytes / ((count[0] as number) + (count[1] as number) + (count[2] as number)) / 0.5;
}

/** An edit of one tie, or a list of 2,000 people of somebody, and the first answer after it. */
export function updates(search: Search): { edit: number; list: number } {
  const { network } = search;
  const asked = { ...plain, to: [drawPeople(network, 1, 16)[0] as number], k: 10, maxIntermediaries: 2 };
  const answered = (ties: TieColumns, how: 'add' | 'set') => {
    updateTies(network, ties, how);
    return search.warmest(asked);
  };
  const people = drawPeople(network, 160, 17);
  const edit = timeRuns(11, (run) =>
    answered(columns([people[run * 2] as number], [people[run * 2 + 1] as number]), 'set'),
  );
  const sharers = drawPeople(network, 80, 18);
  const list = timeRuns(9, (run) => {
    const sharer = sharers[run] as number;
    const known = drawPeople(network, Math.min(2000, network.people / 10), 19 + run);
    return answered(
      columns(
        known.map(() => sharer),
        known,
      ),
      'add',
    );
  });
  return { edit, list };
}

function columns(a: readonly number[], b: readonly number[]): TieColumns {
  const p = new Float32Array(a.length).fill(0.25);
  return { a: Int32Array.from(a), b: Int32Array.from(b), p, standing: new Uint8Array(a.length) };
}
