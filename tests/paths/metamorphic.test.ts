import { expect, test, vi } from 'vitest';
import { NEVER } from '#paths/cost.ts';
import { buildNetwork } from '#paths/network.ts';
import { createSearch, type Found, type Query } from '#paths/warmest.ts';
import { bestTies, columns, everyWay, expectSame, inOrder, type TieRow } from './oracle.ts';
import { type Case, random, smallCase } from './random.ts';

// Many networks on a busy machine: time decides nothing.
vi.setConfig({ testTimeout: 60_000 });

const CASES = 2000;

function answer(people: number, rows: readonly TieRow[], query: Query): Found[][] {
  return createSearch(buildNetwork(people, columns(rows))).warmest(query);
}

/** Runs `check` on many small networks; an assertion that fails names its seed. */
function onMany(check: (given: Case, next: () => number) => void): void {
  for (let seed = 1; seed <= CASES; seed++) {
    try {
      check(smallCase(seed), random(seed * 7919));
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
}

/** The best of a list: where there is none, behind everything. */
const first = (lists: readonly Found[][], standing: number) => lists[standing]?.[0]?.cost ?? NEVER;

test('the order of the ties, and repeating them, changes nothing', () => {
  onMany(({ people, rows, query }, next) => {
    const shuffled = [...rows, ...rows.slice(0, 3)].map((row) => ({ row, at: next() })).sort((x, y) => x.at - y.at);
    const turned = shuffled.map(
      ({ row: [a, b, p, s] }): TieRow => (a > 0 && b > 0 && next() < 0.5 ? [b, a, p, s] : [a, b, p, s]),
    );
    expectSame(answer(people, turned, query), answer(people, rows, query));
  });
});

test('giving people other numbers changes nothing but the order of equals', () => {
  onMany(({ people, rows, query }, next) => {
    const others = Array.from({ length: people - 1 }, (_, i) => ({ person: i + 1, at: next() }));
    const order = [0, ...others.sort((x, y) => x.at - y.at).map(({ person }) => person)];
    const named = (person: number) => order[person] ?? 0;
    const all = { ...query, k: 1000 };
    const renamed = answer(
      people,
      rows.map(([a, b, p, s]) => [named(a), named(b), p, s]),
      {
        ...all,
        to: query.to.map(named),
        without: query.without.map(named),
        through: query.through.map(named),
      },
    );
    const expected = answer(people, rows, all).map((list) =>
      list.map((way) => ({ ...way, people: way.people.map(named) })).sort(inOrder),
    );
    expectSame(renamed, expected);
  });
});

test('leaving a person out equals a network without that person', () => {
  onMany(({ people, rows, query }, next) => {
    const gone = 1 + Math.floor(next() * (people - 1));
    const without = { ...query, without: [...query.without, gone] };
    const kept = rows.filter(([a, b]) => a !== gone && b !== gone);
    expectSame(answer(people, rows, without), answer(people, kept, query));
  });
});

test('a colder tie never makes a way warmer, and never adds one', () => {
  onMany(({ people, rows, query }, next) => {
    const colder = rows.map((row): TieRow => [...row]);
    const [a = 0, b = 0] = rows[Math.floor(next() * rows.length)] ?? [];
    const same = (row: TieRow) => (row[0] === a && row[1] === b) || (row[0] === b && row[1] === a);
    const after = colder.map((row): TieRow => (same(row) ? [row[0], row[1], row[2] * 0.5, row[3]] : row));
    const before = answer(people, rows, query);
    const then = answer(people, after, query);
    for (const standing of [0, 1, 2]) {
      expect(first(then, standing)).toBeGreaterThanOrEqual(first(before, standing));
      const costs = before[standing]?.map((way) => way.cost) ?? [];
      then[standing]?.forEach((way, i) => {
        expect(way.cost).toBeGreaterThanOrEqual(costs[i] ?? 0);
      });
    }
  });
});

test('more ties and more intermediaries never make the best way worse', () => {
  onMany(({ people, rows, query }) => {
    const confirmed = rows.map(([a, b, p]): TieRow => [a, b, p, 0]);
    const fewer = confirmed.slice(0, Math.floor(confirmed.length / 2));
    expect(first(answer(people, confirmed, query), 0)).toBeLessThanOrEqual(first(answer(people, fewer, query), 0));
    const further = { ...query, maxIntermediaries: query.maxIntermediaries + 1 };
    expect(first(answer(people, rows, further), 0)).toBeLessThanOrEqual(first(answer(people, rows, query), 0));
  });
});

test('the k best are the first of the k + 3 best; a way through somebody is one of all ways', () => {
  onMany(({ people, rows, query }, next) => {
    const more = answer(people, rows, { ...query, k: query.k + 3 });
    expectSame(
      answer(people, rows, query),
      more.map((list) => list.slice(0, query.k)),
    );
    const person = 1 + Math.floor(next() * (people - 1));
    const all = answer(people, rows, { ...query, k: 1000, through: [] });
    const through = answer(people, rows, { ...query, k: 1000, through: [person] });
    expectSame(
      through,
      all.map((list) => list.filter((way) => way.people.slice(0, -1).includes(person))),
    );
  });
});

test('one search answers any sequence of queries as if each were its first', () => {
  onMany(({ people, rows }, next) => {
    const search = createSearch(buildNetwork(people, columns(rows)));
    const ties = bestTies(rows);
    const some = (most: number) => Array.from({ length: next() * most }, () => Math.floor(next() * people));
    for (let i = 0; i < 6; i++) {
      const query = {
        to: some(3),
        k: 4,
        maxIntermediaries: i % 4,
        without: some(5),
        through: next() < 0.2 ? some(2) : [],
      };
      expectSame(search.warmest(query), everyWay(ties, query));
    }
  });
});
