import { expect, test } from 'vitest';
import { buildNetwork } from '#paths/network.ts';
import { createSearch, type Found } from '#paths/warmest.ts';
import { bestTies, columns, expectSame, type TieRow } from './oracle.ts';
import { random } from './random.ts';
import { yen } from './yen.ts';

const NETWORKS = 300;
const PEOPLE = 2000;

/** 2,000 people, power-law popularity, some with no tie at all; strengths of the app or any. */
function network(seed: number): TieRow[] {
  const next = random(seed);
  const few = seed % 3 === 0;
  const popular = () => Math.floor(PEOPLE * next() ** 2);
  const strength = () => (few ? [0.25, 0.3, 0.6, 0.9][Math.floor(next() * 4)] : 1 - next()) ?? 1;
  return Array.from(
    { length: 4000 + (seed % 5) * 1000 },
    (_, i): TieRow => [i < 120 ? 0 : popular(), Math.floor(next() * PEOPLE), strength(), 0],
  );
}

test(`equals Yen's algorithm on ${NETWORKS} networks of ${PEOPLE} people`, () => {
  let compared = 0;
  for (let seed = 1; seed <= NETWORKS; seed++) {
    const rows = network(seed);
    const ties = bestTies(rows);
    const target = 1 + Math.floor(random(seed * 31)() * (PEOPLE - 1));
    const most = 2 + (seed % 3);
    const query = { to: [target], k: 8, maxIntermediaries: most - 1, without: [], through: [] };
    const [found] = createSearch(buildNetwork(PEOPLE, columns(rows))).warmest(query);
    const expected: Found[] = [];
    for (const way of yen(ties, PEOPLE, target, most)) {
      expected.push({ ...way, standing: 0 });
      if (expected.length === query.k) break;
    }
    expectSame(found, expected, `seed ${seed}`);
    compared += expected.length;
  }
  expect(compared).toBeGreaterThan(1000);
}, 60_000);
