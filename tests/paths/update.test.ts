import { expect, test, vi } from 'vitest';
import { buildNetwork, type Network } from '#paths/network.ts';
import { LEFT, renumber } from '#paths/renumber.ts';
import { updateTies } from '#paths/update.ts';
import { createSearch } from '#paths/warmest.ts';
import { bestTies, columns, everyWay, expectSame, type TieRow } from './oracle.ts';
import { random, smallCase } from './random.ts';

// Many networks on a busy machine: time decides nothing.
vi.setConfig({ testTimeout: 60_000 });

/** Every row as it may be read: who is tied to whom, in order. */
function rowsOf(network: Network): number[][][] {
  return Array.from({ length: network.people }, (_, v) => {
    const row = [];
    for (let at = network.starts[v] ?? 0; at < (network.ends[v] ?? 0); at += 2) {
      row.push([network.ties[at + 1] ?? 0, network.ties[at] ?? 0]);
    }
    return row;
  });
}

test('ties added bit by bit, with people who come later, make the network that is built at once', () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const { people, rows } = smallCase(seed);
    const cut = Math.floor(random(seed)() * rows.length);
    const first = rows.slice(0, cut);
    const early = 1 + Math.max(0, ...first.map(([a, b]) => Math.max(a, b)));
    const network = buildNetwork(early, columns(first));
    // One tie at a time, a few, or many to one row.
    const size = 1 + (seed % 24);
    for (let at = cut; at < rows.length; at += size) {
      updateTies(network, columns(rows.slice(at, at + size)), 'add', people);
    }
    const whole = buildNetwork(rows.length > cut ? people : early, columns(rows));
    expectSame(rowsOf(network), rowsOf(whole), `seed ${seed}`);
    expectSame([...network.count], [...whole.count], `seed ${seed}`);
  }
});

test('an edit puts its tie in the place of the old one, and strength 0 takes it away', () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const { people, rows, query } = smallCase(seed);
    const next = random(seed);
    const network = buildNetwork(people, columns(rows));
    const search = createSearch(network);
    let known: TieRow[] = [...rows];
    for (let edits = 0; edits < 4; edits++) {
      const a = Math.floor(next() * people);
      const b = Math.floor(next() * people);
      const tie: TieRow = [a, b, next() < 0.3 ? 0 : 1 - next(), Math.floor(next() * 3)];
      updateTies(network, columns([tie]), 'set');
      const same = ([x, y]: TieRow) => (x === a && y === b) || (a !== 0 && b !== 0 && x === b && y === a);
      if (a !== b && b !== 0) known = [...known.filter((row) => !same(row)), ...(tie[2] > 0 ? [tie] : [])];
      expectSame(search.warmest(query), everyWay(bestTies(known), query), `seed ${seed}`);
    }
    expect(network.revision).toBe(4);
  }
});

test('people who come in between and others who leave: the network of those who are there', () => {
  for (let seed = 1; seed <= 1500; seed++) {
    const { people, rows, query } = smallCase(seed);
    const next = random(seed);
    const network = buildNetwork(people, columns(rows));
    const search = createSearch(network);
    search.warmest(query);
    let count = 1;
    const to = Int32Array.from({ length: people }, (_, v) => {
      if (v === 0) return 0;
      if (next() < 0.25) return LEFT;
      count += next() < 0.3 ? 2 : 1;
      return count - 1;
    });
    count += seed % 2;
    renumber(network, to, count);
    const stay = rows.flatMap(([a, b, p, standing]): TieRow[] => {
      const [x = LEFT, y = LEFT] = [to[a], to[b]];
      return x === LEFT || y === LEFT ? [] : [[x, y, p, standing]];
    });
    const whole = buildNetwork(count, columns(stay));
    expectSame(rowsOf(network), rowsOf(whole), `seed ${seed}`);
    expectSame([[...network.count], [...network.cheapest]], [[...whole.count], [...whole.cheapest]], `seed ${seed}`);
    const asked = { ...query, to: Array.from({ length: count }, (_, v) => v) };
    expectSame(search.warmest(asked), createSearch(whole).warmest(asked), `seed ${seed}`);
    // The newcomers' ties find their place as they do in a network that was built so.
    const more: TieRow[] = Array.from({ length: 5 }, () => [
      Math.floor(next() * count),
      1 + Math.floor(next() * Math.max(1, count - 1)),
      1 - next(),
      Math.floor(next() * 3),
    ]);
    updateTies(network, columns(more), 'add');
    expectSame(rowsOf(network), rowsOf(buildNetwork(count, columns([...stay, ...more]))), `seed ${seed}`);
  }
});
