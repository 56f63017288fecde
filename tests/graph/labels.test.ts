import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '#graph/labels.ts';

const HEIGHT = 18;
const wish = fc.record({
  x: fc.double({ min: -200, max: 1600, noNaN: true }),
  y: fc.double({ min: -200, max: 1000, noNaN: true }),
  clear: fc.double({ min: 2, max: 24, noNaN: true }),
  width: fc.double({ min: 10, max: 240, noNaN: true }),
});

test('labels never overlap and stay within the budget', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 150 }), (drawn) => {
      const wishes = drawn.map((one, node) => ({ ...one, node }));
      const placed = placeLabels(wishes, 60, HEIGHT);
      expect(placed.length).toBeLessThanOrEqual(60);
      const boxes = placed.map((place) => ({
        ...place,
        width: wishes.find((one) => one.node === place.node)?.width ?? 0,
      }));
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) {
          const apart = a.left + a.width <= b.left || b.left + b.width <= a.left || Math.abs(a.top - b.top) >= HEIGHT;
          expect(apart).toBe(true);
        }
      });
    }),
  );
});

test('a name is never cut off, and is where its node is', () => {
  const sight = { width: 360, height: 300 };
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 60 }), (drawn) => {
      const wishes = drawn
        .map((one, node) => ({ ...one, node, x: (one.x + 200) / 5, y: (one.y + 200) / 4 }))
        .filter(({ x, y }) => x <= sight.width && y <= sight.height);
      for (const { node, left, top } of placeLabels(wishes, 60, HEIGHT, [], sight)) {
        const one = wishes.find((wish) => wish.node === node);
        if (!one) throw new Error('a name without a node');
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + one.width).toBeLessThanOrEqual(sight.width);
        expect(top + HEIGHT).toBeLessThanOrEqual(sight.height);
        expect(Math.max(left - one.x, one.x - left - one.width)).toBeLessThanOrEqual(one.clear + 1e-9);
        expect(Math.max(top - one.y, one.y - top - HEIGHT)).toBeLessThanOrEqual(one.clear + 1e-9);
      }
    }),
  );
  const [atTheEdge] = placeLabels([{ node: 0, x: 4, y: 100, clear: 6, width: 358 }], 60, HEIGHT, [], sight);
  expect(atTheEdge).toEqual({ node: 0, left: 0, top: 106 });
});

test('the most important label is always drawn; at one spot only its left and right are free', () => {
  const crowd = Array.from({ length: 40 }, (_, node) => ({ node, x: 100, y: 100, clear: 6, width: 80 }));
  const placed = placeLabels(crowd, 60, HEIGHT);
  expect(placed[0]?.node).toBe(0);
  expect(placed.length).toBe(2);
});

test('a name goes where it covers no glyph, and only the most important cover one at all', () => {
  const wish = (node: number, x: number) => ({ node, x, y: 100, clear: 8, width: 60 });
  const mark = (node: number, x: number, y = 100) => ({ node, x, y, radius: 5 });
  const [beside] = placeLabels([wish(0, 200)], 9, 18, [mark(0, 200), mark(1, 230)]);
  expect(beside?.left).toBe(200 - 8 - 60);
  const around = [mark(1, 230), mark(2, 170), mark(3, 200, 118), mark(4, 200, 82)];
  expect(placeLabels([wish(0, 200)], 9, 18, around)).toHaveLength(1);
  const others = Array.from({ length: 16 }, (_, at) => wish(100 + at, 1_000 + 200 * at));
  expect(placeLabels([...others, wish(0, 200)], 99, 18, around)).toHaveLength(16);
});
