import { expect, test } from 'vitest';
import { buildNetwork } from '#paths/network.ts';
import { createSearch } from '#paths/warmest.ts';
import { bestTies, columns, everyWay, expectSame } from './oracle.ts';
import { smallCase } from './random.ts';

const NETWORKS = 12_000;

/** Compares the answers for one network; says how many ways that were. */
function check(seed: number): number {
  const { people, rows, query } = smallCase(seed);
  const search = createSearch(buildNetwork(people, columns(rows)));
  const ways = everyWay(bestTies(rows), query);
  expectSame(search.warmest(query), ways, `seed ${seed}`);
  // From here on the tables hold everybody, not only who was asked for.
  search.everybody(2, query.without);
  expectSame(search.warmest(query), ways, `seed ${seed}, whole tables`);
  return ways.flat().length;
}

test(`equals exhaustive search on ${NETWORKS} small networks, way by way`, () => {
  let ways = 0;
  for (let seed = 1; seed <= NETWORKS; seed++) ways += check(seed);
  expect(ways).toBeGreaterThan(NETWORKS);
}, 60_000);

// Seeds that failed once, by what they had found.
test.each([['the same person twice in `through`', 623]])('%s (seed %i)', (_, seed) => {
  check(seed);
});
