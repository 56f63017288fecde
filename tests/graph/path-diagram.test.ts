import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, type Drawing, fits, layered, overlap } from '#graph/path-diagram.ts';
import { type Merged, mergeWays } from '#graph/path-merge.ts';
import { dotOf, tracks } from '#graph/path-tracks.ts';
import type { PersonId } from '#model/ids.ts';
import type { WayIn } from '#paths/types.ts';

const MANAGER: PersonId = 'person:manager';

function wayThrough(...names: string[]): WayIn {
  const people = [...names.map((name): PersonId => `person:${name}`), MANAGER];
  const steps = people.map((to, at) => ({
    from: at === 0 ? ('me' as const) : (people[at - 1] ?? MANAGER),
    to,
    standing: 'confirmed' as const,
    p: 0.5,
    band: null,
    percent: null,
    kind: null,
  }));
  return { id: people.join('>'), people, standing: 'confirmed', steps, weaker: 0, cost: 1 };
}

const laneOf = (lanes: number) => (id: PersonId) =>
  id === MANAGER ? 'acme' : `lane ${id.length % lanes}${id.slice(-1)}`;
const merge = (ways: readonly WayIn[], hr: readonly PersonId[] = [], lanes = 3) =>
  mergeWays(ways, { manager: MANAGER, hr, laneOf: laneOf(lanes) });
const layerOf = (merged: Merged, id: string) => merged.nodes.find((node) => node.id === id)?.layer;

/** Up to 60 people, ways of 0 to 3 intermediaries drawn from them, so that they share people and ties. */
const cases = fc
  .record({
    people: fc.integer({ min: 1, max: 57 }),
    lanes: fc.integer({ min: 1, max: 12 }),
    hr: fc.integer({ min: 0, max: 2 }),
    ways: fc.array(fc.uniqueArray(fc.nat(1000), { maxLength: 3 }), { maxLength: 40 }),
    width: fc.integer({ min: 280, max: 1400 }),
    stubs: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ people, lanes, hr, ways, width, stubs }) => ({
    merged: mergeWays(
      ways.map((way) => wayThrough(...new Set(way.map((n) => `p${n % people}`)))),
      {
        manager: MANAGER,
        hr: Array.from({ length: hr }, (_, at): PersonId => `person:hr${at}`),
        laneOf: (id) =>
          id === MANAGER ? 'acme' : id.startsWith('person:hr') ? 'acme' : `c${(Number(id.slice(8)) * 7) % lanes}`,
      },
    ),
    room: { width, stubs, labelWidth: () => 64 },
  }));

function clashes(boxes: readonly Box[]): number {
  return boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlap(box, other))).length;
}

function outside(drawing: Drawing, boxes: readonly Box[]): Box[] {
  const sides = (box: Box) => [box.x, box.y, drawing.width - box.x - box.width, drawing.height - box.y - box.height];
  return boxes.filter((box) => Math.min(...sides(box)) < -0.01);
}

describe('merging ways in', () => {
  test('a person met by two ways is one node, their common tie one line', () => {
    const merged = merge([wayThrough('ana'), wayThrough('bruno', 'ana')]);
    expect(merged.nodes.map((node) => node.id)).toEqual(['me', 'person:ana', 'person:bruno', MANAGER]);
    expect(merged.lines.find((line) => line.id === `person:ana>${MANAGER}`)?.ways).toHaveLength(2);
  });

  test('a column per step: the longest way to a person decides', () => {
    const merged = merge([wayThrough('ana'), wayThrough('bruno', 'ana'), wayThrough()]);
    expect(['me', 'person:bruno', 'person:ana', MANAGER].map((id) => layerOf(merged, id))).toEqual([0, 1, 2, 3]);
  });

  test('two ways that walk one tie in opposite directions still read left to right', () => {
    const merged = merge([wayThrough('ana', 'bruno'), wayThrough('bruno', 'ana')]);
    expect(merged.lines.every((line) => (layerOf(merged, line.from) ?? 9) < (layerOf(merged, line.to) ?? 0))).toBe(
      true,
    );
    expect(merged.lines).toHaveLength(5);
  });

  test('HR stands beside the manager and has no line', () => {
    const merged = merge([wayThrough('ana')], ['person:helena']);
    expect(merged.nodes.at(-1)).toMatchObject({ id: 'person:helena', role: 'hr', layer: 2 });
    expect(merged.lines.some((line) => line.to === 'person:helena' || line.from === 'person:helena')).toBe(false);
  });

  test('without any way in, the manager is still there', () => {
    expect(merge([]).nodes.map((node) => [node.id, node.layer])).toEqual([
      ['me', 0],
      [MANAGER, 1],
    ]);
  });

  test('people named like object properties are people', () => {
    const merged = merge([wayThrough('__proto__'), wayThrough('constructor', 'toString')]);
    expect(merged.nodes).toHaveLength(5);
  });
});

describe('the layered drawing', () => {
  test('500 random cases: no two names overlap, no words overlap, everything is inside', () => {
    fc.assert(
      fc.property(cases, ({ merged, room }) => {
        const drawing = layered(merged, room);
        const labels = drawing.lines.flatMap((line) => (line.label ? [line.label] : []));
        const words = [...drawing.nodes, ...labels, ...drawing.lanes.map((lane) => lane.label)];
        expect(clashes(words)).toBe(0);
        expect(clashes(drawing.lanes)).toBe(0);
        expect(outside(drawing, [...words, ...drawing.stubs.map((stub) => stub.label)])).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('500 random cases: every person stands in the band of their company, every line runs to the right', () => {
    fc.assert(
      fc.property(cases, ({ merged, room }) => {
        const drawing = layered(merged, room);
        const bands = new Map(drawing.lanes.map((lane) => [lane.key, lane]));
        for (const placed of drawing.nodes) {
          const band = bands.get(placed.node.lane);
          if (placed.node.role !== 'me') expect(band && overlap(placed, band) && placed.y >= band.y).toBe(true);
        }
        const at = new Map(drawing.nodes.map((placed) => [placed.node.id, placed]));
        for (const { line, path } of drawing.lines) {
          expect((at.get(line.from)?.x ?? 0) < (at.get(line.to)?.x ?? 0)).toBe(true);
          expect(path).not.toMatch(/NaN|undefined/);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('uncrosses two ways that cross in the given order', () => {
    const ways = [wayThrough('a1', 'b2'), wayThrough('a2', 'b1'), wayThrough('a1', 'b3')];
    const merged = mergeWays(ways, { manager: MANAGER, hr: [], laneOf: (id) => (id === MANAGER ? 'acme' : 'globex') });
    const drawing = layered(merged, { width: 900, stubs: 0, labelWidth: () => 50 });
    const y = (id: string) => drawing.nodes.find((placed) => placed.node.id === id)?.y ?? 0;
    expect(Math.sign(y('person:a1') - y('person:a2'))).toBe(Math.sign(y('person:b2') - y('person:b1')));
  });

  test('the same input gives the same drawing', () => {
    const draw = () =>
      layered(merge([wayThrough('ana'), wayThrough('bruno', 'ana')]), { width: 600, stubs: 1, labelWidth: () => 60 });
    expect(draw()).toEqual(draw());
  });

  test('says when it needs the narrow arrangement', () => {
    expect(fits(merge([wayThrough('ana')]), 360)).toBe(true);
    expect(fits(merge([wayThrough('ana', 'bruno', 'caio')]), 360)).toBe(false);
  });
});

describe('the narrow drawing', () => {
  test('500 random cases: a row each, dots left of the names, no overlap', () => {
    fc.assert(
      fc.property(cases, ({ merged, room }) => {
        const drawing = tracks(merged, { ...room, width: 320 });
        expect(clashes([...drawing.nodes, ...drawing.stubs.map((stub) => stub.label)])).toBe(0);
        expect(outside(drawing, drawing.nodes)).toEqual([]);
        expect(drawing.nodes.every((placed) => dotOf(placed).x < placed.x)).toBe(true);
        expect(drawing.lines.every((line) => !/NaN/.test(line.path))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('goes from me down to the manager, HR last', () => {
    const drawing = tracks(merge([wayThrough('ana'), wayThrough('bruno')], ['person:helena']), {
      width: 328,
      stubs: 0,
    });
    expect(drawing.nodes.map((placed) => placed.node.id)).toEqual([
      'me',
      'person:ana',
      'person:bruno',
      MANAGER,
      'person:helena',
    ]);
  });
});
