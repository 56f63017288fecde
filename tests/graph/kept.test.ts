import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '#graph/draw.ts';
import { type MapView, type NodeKey, WHOLE } from '#graph/drawing.ts';
import { alignedTo, type Kept, keep, markOf, meanMove, seedsOf, withoutMark } from '#graph/kept.ts';
import { apart } from '#graph/spread.ts';
import { ended } from './drawn.ts';
import { network } from './network.ts';

/** Nodes that were there before, where they were, and where they are now. */
function moved(before: Kept, people: number, companies: number, view: MapView = WHOLE): number {
  const { drawing } = ended(draw(network(people, companies), view, before));
  const scene = { keys: [...drawing.keys] } as unknown as Parameters<typeof seedsOf>[0];
  const seeds = seedsOf(scene, before);
  if (!seeds) throw new Error('hardly anybody is known');
  return meanMove(seeds, drawing);
}

const first = (people: number, companies: number, view: MapView = WHOLE): Kept => {
  const { kept } = ended(draw(network(people, companies), view));
  if (!kept) throw new Error('nothing kept');
  return kept;
};

describe('a layout after the next import', () => {
  test.each([
    ['rings', 220, 231, 0.05],
    ['force', 1_200, 1_260, 0.05],
    ['clusters', 8_000, 8_400, 0.01],
  ] as const)(
    '%s: with 5 %% more people, people stay where they were',
    { timeout: 60_000 },
    (layout, was, is, most) => {
      const companies = Math.round(was / 12);
      const before = first(was, companies);
      expect(before.layout).toBe(layout);
      const share = moved(before, is, companies);
      console.log(`${layout}: ${was} to ${is} people, mean displacement ${(100 * share).toFixed(2)} % of the breadth`);
      expect(share).toBeLessThan(most);
    },
  );

  test('opening one company leaves the others where they are', () => {
    const closed: MapView = { ...WHOLE, closed: 'all', simple: true };
    const before = first(4_000, 320, closed);
    expect(moved(before, 4_000, 320, { ...closed, opened: ['company:7'] })).toBeLessThan(0.002);
  });

  test('no two companies overlap, however often people are added', () => {
    let kept: Kept | null = null;
    for (const people of [3_000, 3_300, 3_900, 5_200]) {
      const result = ended(draw(network(people, 200), WHOLE, kept));
      kept = result.kept;
      const { drawing } = result;
      const spots = new Set(drawing.keys.map((_, n) => `${drawing.x[n]?.toFixed(2)} ${drawing.y[n]?.toFixed(2)}`));
      expect(spots.size).toBe(drawing.keys.length);
    }
  });
});

test('circles are pushed apart until none overlap, and who has room does not move', () => {
  const circle = fc.record({
    x: fc.double({ min: -40, max: 40, noNaN: true }),
    y: fc.double({ min: -40, max: 40, noNaN: true }),
    radius: fc.double({ min: 0.3, max: 9, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(circle, { maxLength: 60 }), (circles) => {
      const found = apart(circles, 0.5);
      found.forEach((a, i) => {
        for (const b of found.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.radius + b.radius + 0.49);
        const near = circles.some((b, j) => {
          const room = (circles[i]?.radius ?? 0) + b.radius + 0.5;
          return j !== i && Math.hypot((circles[i]?.x ?? 0) - b.x, (circles[i]?.y ?? 0) - b.y) < room;
        });
        if (circles.length < 3 && !near) expect(a).toEqual(circles[i]);
      });
    }),
    { numRuns: 200 },
  );
});

test('a turned and stretched copy is laid back onto the places it came from', () => {
  const x = Float32Array.from([0, 10, 4, -3, 8]);
  const y = Float32Array.from([0, 2, 9, 5, -7]);
  const turned = { x: x.map((_, i) => 3 - 2 * (y[i] ?? 0)), y: y.map((_, i) => 1 + 2 * (x[i] ?? 0)) };
  const back = alignedTo({ x, y }, turned, 'all');
  for (let i = 0; i < x.length; i++) {
    expect(back.x[i]).toBeCloseTo(x[i] ?? 0, 3);
    expect(back.y[i]).toBeCloseTo(y[i] ?? 0, 3);
  }
});

describe('kept places', () => {
  const keys: NodeKey[] = ['me:me', 'person:__proto__', 'company:1', 'person:2'];
  const kept = keep(
    { keys, x: new Float32Array([0, 1, 2, 3]), y: new Float32Array([0, 4, 5, 6]) },
    'clusters',
    null,
    [],
  );

  test('of who was left out of a drawing stay, of who is gone they go', () => {
    const part = { keys: keys.slice(0, 2), x: new Float32Array([9, 9]), y: new Float32Array([9, 9]) };
    const next = keep(part, 'clusters', kept, ['person:__proto__', 'company:1']);
    expect(new Set(next.marks)).toEqual(new Set(['me:me', 'person:__proto__', 'company:1'].map(markOf)));
    expect(withoutMark(next, 'company:1').marks).toHaveLength(2);
  });
});
