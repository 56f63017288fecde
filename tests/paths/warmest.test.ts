import { expect, test } from 'vitest';
import { costOf, INTERMEDIARY } from '#paths/cost.ts';
import { buildNetwork } from '#paths/network.ts';
import { createSearch } from '#paths/warmest.ts';

const CONFIRMED = 0;
const LISTED = 1;

/** me asks 1 (.8) or 2 (.5); both know 3. */
const diamond = buildNetwork(4, {
  a: Int32Array.of(0, 0, 1, 2),
  b: Int32Array.of(1, 2, 3, 3),
  p: Float64Array.of(0.8, 0.5, 0.9, 0.9),
  standing: Uint8Array.of(CONFIRMED, CONFIRMED, CONFIRMED, LISTED),
});

test('one list a standing, best first, costs in steps and people between', () => {
  const [confirmed, listed, inferred] = createSearch(diamond).warmest({
    to: [3],
    k: 5,
    maxIntermediaries: 1,
    without: [],
    through: [],
  });
  expect(confirmed).toEqual([{ people: [1, 3], cost: costOf(0.8) + costOf(0.9) + INTERMEDIARY, standing: CONFIRMED }]);
  expect(listed).toEqual([{ people: [2, 3], cost: costOf(0.5) + costOf(0.9) + INTERMEDIARY, standing: LISTED }]);
  expect(inferred).toEqual([]);
});
