import { expect, test } from 'vitest';
import { buildNetwork } from '#paths/network.ts';
import { createSearch } from '#paths/warmest.ts';
import { bestTies, columns, everyWay } from './oracle.ts';
import { smallCase } from './random.ts';

const NETWORKS = 12_000;

function check(seed: number): void {
  const { people, rows, query } = smallCase(seed);
  const found = createSearch(buildNetwork(people, columns(rows))).warmest(query);
  expect(found, `seed ${seed}`).toEqual(everyWay(bestTies(rows), query));
}

test(`equals exhaustive search on ${NETWORKS} small networks, way by way`, () => {
  for (let seed = 1; seed <= NETWORKS; seed++) check(seed);
}, 60_000);

// Seeds that failed once, by what they had found.
test.each([['the same person twice in `through`', 623]])('%s (seed %i)', (_, seed) => check(seed));
