import { test, vi } from 'vitest';
import { NEVER } from '#paths/cost.ts';
import { rootsOf } from '#paths/groups.ts';
import { buildNetwork } from '#paths/network.ts';
import { createSearch } from '#paths/warmest.ts';
import { bestTies, columns, everyWay, expectSame } from './oracle.ts';
import { random, smallCase } from './random.ts';

// Many networks on a busy machine: time decides nothing.
vi.setConfig({ testTimeout: 60_000 });

test('all companies at once answer as company by company, people of several companies included', () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const { people, rows, query } = smallCase(seed);
    const next = random(seed);
    const groups = Array.from({ length: 4 }, () =>
      Array.from({ length: next() * 6 }, () => Math.floor(next() * people)),
    );
    const search = createSearch(buildNetwork(people, columns(rows)));
    const { k, maxIntermediaries, without } = query;
    const all = search.companies(rootsOf(groups, people), { k, maxIntermediaries, without });
    const each = groups.map((to) => search.warmest({ ...query, to, through: [] }));
    expectSame(all, each, `seed ${seed}`);
  }
});

test('everybody: the most certain, then the cheapest way within 1 to 3 ties', () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const { people, rows, query } = smallCase(seed);
    const search = createSearch(buildNetwork(people, columns(rows)));
    // Among many whom two ties do not reach, the third tie is looked for from the other side.
    const crowd = createSearch(buildNetwork(people * 5, columns(rows)));
    const ties = bestTies(rows);
    for (const most of [1, 2, 3]) {
      const reach = search.everybody(most, query.without);
      const amongMany = crowd.everybody(most, query.without);
      for (let person = 1; person < people; person++) {
        const asked = { to: [person], k: 1, maxIntermediaries: most - 1, without: query.without, through: [] };
        const best = everyWay(ties, asked).flat()[0];
        const expected = [best?.cost ?? NEVER, best?.standing ?? 0];
        for (const { cost, standing } of [reach, amongMany]) {
          const found = [cost[person], cost[person] === NEVER ? 0 : standing[person]];
          expectSame(found, expected, `seed ${seed}, person ${person}`);
        }
      }
    }
  }
});
