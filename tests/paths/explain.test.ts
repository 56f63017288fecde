import { expect, test, vi } from 'vitest';
import { costOf, INTERMEDIARY, strengthOf } from '#paths/cost.ts';
import { explain, weakerOf } from '#paths/explain.ts';
import { buildNetwork, costIn, standingIn, weightBetween } from '#paths/network.ts';
import { type Asked, takes } from '#paths/query.ts';
import { createSearch, type Found, type Query, type Search } from '#paths/warmest.ts';
import { A_NO, A_YES, expectedGain, whatIf, worthOf } from '#paths/what-if.ts';
import { bestTies, columns, everyWay, expectSame, type TieRow } from './oracle.ts';
import { random, smallCase } from './random.ts';

// Many networks on a busy machine: time decides nothing.
vi.setConfig({ testTimeout: 60_000 });

const [CONFIRMED, LISTED, INFERRED] = [0, 1, 2];
const query: Query = { to: [3], k: 5, maxIntermediaries: 2, without: [], through: [] };

/** me asks 1 (.8), who is listed with 3 and 4; 4 knows 3; 2 (.5) may know 3. */
const rows: TieRow[] = [
  [0, 1, 0.8, CONFIRMED],
  [0, 2, 0.5, CONFIRMED],
  [1, 3, 0.25, LISTED],
  [2, 3, 0.3, INFERRED],
  [1, 4, 0.25, LISTED],
  [4, 3, 0.6, CONFIRMED],
];

const asking = (search: Search, query: Query): Asked => ({ query, answer: search.warmest(query) });

/** The steps of a way as the network has them. */
function stepsOf({ network }: Search, { people }: Found) {
  return people.map((to, i) => {
    const from = people[i - 1] ?? 0;
    const weight = weightBetween(network, from, to);
    const p = strengthOf(costIn(weight) - (i === 0 ? 0 : INTERMEDIARY));
    return { from, to, p, standing: standingIn(weight) };
  });
}

const WELL = { p: 0.9, standing: CONFIRMED };

/** Told as if every step between two others could be asked about. */
function tell(search: Search, query: Query, way: Found) {
  const steps = stepsOf(search, way).map((step, i) => ({ ...step, atBest: i === 0 ? null : WELL }));
  const weaker = weakerOf(steps);
  const { raise, otherwise } = explain(search, asking(search, query))(way, steps);
  return { weaker, steps, raise, otherwise: otherwise() };
}

test('a way is told by its weaker step, what is left without it and what would raise it', () => {
  const search = createSearch(buildNetwork(5, columns(rows)));
  const way = search.warmest(query)[LISTED]?.[0];
  expect(way?.people).toEqual([1, 3]);
  const told = way && tell(search, query, way);
  expect([told?.weaker, told?.otherwise?.people, told?.raise]).toEqual([1, [1, 4, 3], 1]);
});

test('the weaker step is the least certain, then the least strong, then the first', () => {
  const [known, listed, weak] = [
    { p: 0.8, standing: CONFIRMED },
    { p: 0.9, standing: LISTED },
    { p: 0.3, standing: LISTED },
  ];
  expect([weakerOf([known]), weakerOf([known, listed]), weakerOf([known, listed, weak])]).toEqual([0, 1, 2]);
  expect([weakerOf([weak, { ...weak }]), weakerOf([])]).toEqual([0, 0]);
});

test('what raises a way most: a more certain way before a stronger one; nothing where nothing is left to ask', () => {
  const search = createSearch(buildNetwork(5, columns(rows)));
  const asked = asking(search, query);
  const raise = (people: number[], ...atBest: (typeof WELL | null)[]) => {
    const way = asked.answer.flat().find((one) => one.people.join() === people.join());
    const steps = way ? stepsOf(search, way).map((step, i) => ({ ...step, atBest: atBest[i] ?? null })) : [];
    return way && explain(search, asked)(way, steps).raise;
  };
  const surer = { p: 0.99, standing: CONFIRMED };
  expect(raise([1, 3], surer, WELL)).toBe(1);
  expect(raise([1, 3], surer, null)).toBe(0);
  expect(raise([1, 3], { p: 0.79, standing: CONFIRMED }, { p: 0.2, standing: LISTED })).toBeNull();
  // The second step stays listed: of the others the one that gains most.
  expect(raise([1, 4, 3], { p: 0.9, standing: CONFIRMED }, null, WELL)).toBe(2);
});

test('without its weaker step: a confirmed way behind many by the same step comes before a listed one', () => {
  const [hub, target, other, lister] = [1, 2, 3, 4];
  for (const many of [6, 60, 1100]) {
    const friends = Array.from({ length: many }, (_, i) => 5 + i);
    const ties: TieRow[] = [
      ...friends.flatMap((friend): TieRow[] => [
        [0, friend, 0.9, CONFIRMED],
        [friend, hub, 0.9, CONFIRMED],
      ]),
      [hub, target, 0.6, CONFIRMED],
      [0, other, 0.3, CONFIRMED],
      [other, target, 0.1, CONFIRMED],
      [0, lister, 0.9, CONFIRMED],
      [lister, target, 0.9, LISTED],
    ];
    const search = createSearch(buildNetwork(5 + many, columns(ties)));
    const asked = { ...query, to: [target] };
    const way = search.warmest(asked)[CONFIRMED]?.[0];
    expect(way?.people).toEqual([5, hub, target]);
    expect(way && tell(search, asked, way).otherwise?.people, `behind ${many}`).toEqual([other, target]);
  }
});

test('the way without a step is the best of all that do not take it', () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const { people, rows, query } = smallCase(seed);
    const search = createSearch(buildNetwork(people, columns(rows)));
    for (const way of search.warmest(query).flat().slice(0, 3)) {
      const told = tell(search, query, way);
      const { from = 0, to = 0 } = told.steps[told.weaker] ?? {};
      const all = everyWay(bestTies(rows), { ...query, to: way.people.slice(-1), k: 10_000 }).flat();
      const otherwise = all.find((other) => !takes(other, from, to));
      expectSame(told.otherwise ?? undefined, otherwise, `seed ${seed}`);
    }
  }
});

test('what if: the answers with one tie changed, and the network as before', () => {
  let kept = 0;
  for (let seed = 1; seed <= 3000; seed++) {
    const { people, rows, query: given } = smallCase(seed);
    const query = { ...given, k: 1 + (seed % 2) };
    const next = random(seed + 5);
    const tie: TieRow = [
      Math.floor(next() * people),
      1 + Math.floor(next() * (people - 1)),
      next() < 0.2 ? 0 : next() ** 3,
      Math.floor(next() * 3),
    ];
    const [a, b, p, standing] = tie;
    const search = createSearch(buildNetwork(people, columns(rows)));
    const answer = search.warmest(query);
    const [then] = whatIf(search, { a, b, p, standing }, [{ query, answer }]);
    if (then === answer) kept++;
    const same = ([x, y]: TieRow) => (x === a && y === b) || (a !== 0 && x === b && y === a);
    const rest = a === b ? rows : rows.filter((row) => !same(row));
    const supposed = everyWay(bestTies(p > 0 ? [...rest, tie] : rest), query);
    expectSame(then, supposed, `seed ${seed}`);
    expectSame(search.warmest(query), answer, `seed ${seed}, afterwards`);
  }
  expect(kept).toBeGreaterThan(100);
});

test('what if: a tie that is better by a little changes the answer', () => {
  const ties: TieRow[] = [
    [0, 1, 0.8, CONFIRMED],
    [0, 2, 0.8, CONFIRMED],
    [1, 3, 0.6, CONFIRMED],
  ];
  const search = createSearch(buildNetwork(4, columns(ties)));
  const asked = { query: { ...query, k: 1 }, answer: search.warmest({ ...query, k: 1 }) };
  const [then] = whatIf(search, { a: 2, b: 3, p: 0.61, standing: CONFIRMED }, [asked]);
  expect(then?.[CONFIRMED]?.map((way) => way.people)).toEqual([[2, 3]]);
  expect(whatIf(search, { a: 2, b: 3, p: 0.3, standing: CONFIRMED }, [asked])[0]?.[CONFIRMED]?.[0]?.people).toEqual([
    1, 3,
  ]);
});

test('asking about a pair is worth its chance times what the answer changes', () => {
  const search = createSearch(buildNetwork(5, columns(rows)));
  const asked = [asking(search, query)];
  const now = worthOf(asked[0]?.answer ?? []);
  const gain = (a: number, b: number, chance: number, then = A_YES) =>
    expectedGain(search, { a, b, chance, ...then }, asked);
  // 1 is listed with the target, 2 may know her: a confirmed way by 1 before the lead by 2.
  expect(now).toBeCloseTo(0.3 * (1 + 0.8 * 0.25 * 0.52) + 0.25 * 0.1 * (1 + 0.5 * 0.3 * 0.52), 5);
  const best = 1 + 0.8 * 0.6 * 0.52;
  expect(gain(1, 3, 0.25)).toBeCloseTo(0.25 * (best + 0.25 * 0.1 * (1 + 0.5 * 0.3 * 0.52) - now), 5);
  expect(gain(2, 4, 0.9), 'a way of four people').toBeGreaterThan(0);
  expect(
    expectedGain(search, { a: 2, b: 4, chance: 1, ...A_YES }, [asking(search, { ...query, maxIntermediaries: 1 })]),
  ).toBe(0);
  expect(gain(1, 3, 0.5)).toBeCloseTo(2 * gain(1, 3, 0.25), 10);
  expect(gain(1, 3, 1, A_NO), 'a no takes a way').toBeGreaterThan(0);
  expect(gain(1, 99, 1), 'nobody').toBe(0);
});

test('a surer way is worth more than a warmer one that is less sure, and no further friend ever less', () => {
  const way = (standing: number, cost: number, friend: number): Found => ({ people: [friend, 9], cost, standing });
  const [sure, listed, lead] = [way(CONFIRMED, costOf(1e-9), 1), way(LISTED, 0, 2), way(INFERRED, 0, 3)];
  const worths = [[[], [], [lead]], [[], [listed]], [[], [listed], [lead]], [[sure]], [[sure], [listed]]].map(worthOf);
  expect([...worths].sort((x, y) => x - y)).toEqual(worths);
  expect(worthOf([[sure, { ...sure, people: [1, 4, 9] }]])).toBe(worthOf([[sure]]));
});
