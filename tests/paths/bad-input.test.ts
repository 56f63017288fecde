import { expect, test } from 'vitest';
import { buildNetwork } from '#paths/network.ts';
import { checkQuery, MAX_WAYS, type Query } from '#paths/query.ts';
import { updateTies } from '#paths/update.ts';
import { createSearch } from '#paths/warmest.ts';
import { columns } from './oracle.ts';

const network = () =>
  buildNetwork(
    5,
    columns([
      [0, 1, 0.5, 0],
      [1, 2, 0.5, 0],
      [0, 7, 0.5, 0],
      [-1, 2, 0.5, 0],
      [1, 3, Number.NaN, 0],
      [1, 3, 0, 0],
      [1, 3, -0.2, 0],
      [1, 3, 1.2, 0],
      [1, 3, Number.POSITIVE_INFINITY, 0],
      [1, 3, 0.5, 9],
      [2, 2, 0.5, 0],
      [2, 0, 0.5, 0],
    ]),
  );

test('ties that cannot be are counted by reason and left away', () => {
  const built = network();
  expect(built.refused).toEqual({ person: 2, strength: 5, standing: 1 });
  expect([...built.count]).toEqual([3, 0, 0]);
  expect(
    updateTies(
      built,
      columns([
        [1, 9, 0.5, 0],
        [1, 2, Number.NaN, 0],
      ]),
      'set',
    ),
  ).toEqual({
    person: 1,
    strength: 1,
    standing: 0,
  });
});

test('a network of nobody, or of me alone, answers with no ways', () => {
  const query = { to: [0, 1], k: 3, maxIntermediaries: 2, without: [], through: [] };
  for (const people of [0, 1]) {
    const search = createSearch(buildNetwork(people, columns([])));
    expect(search.warmest(query)).toEqual([[], [], []]);
    expect(search.everybody(3).cost.length).toBe(people);
  }
});

test('absurd counts and unknown people are answered, and can be told', () => {
  const search = createSearch(network());
  const query: Query = { to: [2], k: 3, maxIntermediaries: 1, without: [], through: [] };
  const ways = search.warmest(query);
  expect(ways[0]?.map((way) => way.people)).toEqual([[1, 2]]);
  const told = (change: Partial<Query>) => {
    const result = checkQuery({ ...query, ...change }, 5);
    return result.ok ? null : [result.error.field, result.error.code];
  };
  for (const [change, problem, same] of [
    [{ to: [2, 99, -3, Number.NaN, 1.5] }, ['to', 'unknown-person'], true],
    [{ to: [0] }, ['to', 'unknown-person'], false],
    [{ to: [] }, null, false],
    [{ without: [99, Number.NaN, 0] }, ['without', 'unknown-person'], true],
    [{ through: [99] }, ['through', 'unknown-person'], false],
    [{ through: [2] }, null, false],
    [{ k: 1e9 }, ['k', 'too-many'], true],
    [{ k: Number.POSITIVE_INFINITY }, ['k', 'not-a-count'], true],
    [{ k: Number.NaN }, ['k', 'not-a-count'], false],
    [{ k: -1 }, ['k', 'not-a-count'], false],
    [{ maxIntermediaries: 99 }, ['maxIntermediaries', 'too-many'], true],
    [{ maxIntermediaries: Number.NaN }, ['maxIntermediaries', 'not-a-count'], false],
  ] as const) {
    expect(told(change), JSON.stringify(change)).toEqual(problem);
    expect(search.warmest({ ...query, ...change }), JSON.stringify(change)).toEqual(same ? ways : [[], [], []]);
  }
  expect(MAX_WAYS).toBe(1000);
});
