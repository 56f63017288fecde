import { expect, test } from 'vitest';
import { type Drawing, GREY, type MapView, type NodeKey, SHAPES, WHOLE } from '#graph/drawing.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { drawn as draw } from '#tests/graph/drawn.ts';
import { network } from '#tests/graph/network.ts';

const at = (drawing: Drawing, key: string) => drawing.keys.indexOf(key as NodeKey);

test.each([
  [100, 12, 'rings'],
  [400, 40, 'force'],
  [5000, 300, 'clusters'],
] as const)(
  '%i people over %i companies are laid out as %s, the same every time, all apart',
  (people, companies, layout) => {
    const drawing = draw(network(people, companies), WHOLE);
    expect(drawing.layout).toBe(layout);
    expect(drawing.keys[0]).toBe('me:me');
    expect(draw(network(people, companies), WHOLE)).toEqual(drawing);
    const spots = new Set(
      drawing.keys.map((_, node) => `${drawing.x[node]?.toFixed(4)} ${drawing.y[node]?.toFixed(4)}`),
    );
    expect(spots.size).toBe(drawing.keys.length);
    for (const value of [...drawing.x, ...drawing.y]) expect(Number.isFinite(value)).toBe(true);
  },
);

test('no two company clusters overlap', () => {
  const drawing = draw(network(4000, 250), WHOLE);
  const discs = drawing.keys.flatMap((key, node) => {
    if (!key.startsWith('company:')) return [];
    const members = drawing.keys.flatMap((_, other) => (drawing.home[other] === node ? [other] : []));
    const radius = Math.max(
      ...members.map((other) =>
        Math.hypot((drawing.x[other] ?? 0) - (drawing.x[node] ?? 0), (drawing.y[other] ?? 0) - (drawing.y[node] ?? 0)),
      ),
    );
    return [{ x: drawing.x[node] ?? 0, y: drawing.y[node] ?? 0, radius }];
  });
  expect(discs.length).toBeGreaterThan(200);
  discs.forEach((a, i) => {
    for (const b of discs.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius);
  });
});

test.each(['company:0', 'company:1', null] as const)(
  'of two people, one at %s, the tie between them does not seem to run through me',
  (company) => {
    const input = network(2, 1);
    const friend = personByHand('person:000001', { name: 'Ana', company });
    const people = new Map(input.workspace.people).set(friend.id, friend);
    const drawing = draw({ ...input, workspace: { ...input.workspace, people } }, WHOLE);
    const [a, b] = [at(drawing, friend.id), at(drawing, 'person:000000')];
    const [ax = 0, ay = 0, bx = 0, by = 0] = [drawing.x[a], drawing.y[a], drawing.x[b], drawing.y[b]];
    const angle = Math.atan2(Math.abs(ax * by - ay * bx), ax * bx + ay * by);
    expect(angle).toBeLessThan(0.85 * Math.PI);
  },
);

test('shapes, rings and sizes say who somebody is', () => {
  const drawing = draw(network(30, 4), WHOLE);
  const manager = at(drawing, 'person:000000');
  const friend = at(drawing, 'person:000001');
  expect(SHAPES[drawing.shape[manager] ?? 0]).toBe('manager');
  expect(drawing.ring[manager]).toBe(2);
  expect(drawing.ring[friend]).toBe(1);
  expect(drawing.size[friend]).toBeGreaterThan(drawing.size[at(drawing, 'person:000002')] ?? 0);
  expect(SHAPES[drawing.shape[at(drawing, 'target:1')] ?? 0]).toBe('target');
});

test('a bare list draws no star: only ties that say something are lines, unless asked', () => {
  const confirmedOnly = draw(network(60, 5), WHOLE).edgeA.length;
  const withList = draw(network(60, 5), { ...WHOLE, myList: true }).edgeA.length;
  expect(confirmedOnly).toBeLessThan(25);
  expect(withList).toBeGreaterThan(55);
});

test('a closed company is one glyph with its number; its hiring manager stays', () => {
  const drawing = draw(network(100, 4), { ...WHOLE, closed: 'all' });
  const glyph = at(drawing, 'company:0');
  expect(drawing.members[glyph]).toBeGreaterThan(20);
  expect(at(drawing, 'person:000000')).toBeGreaterThan(0);
  expect(at(drawing, 'person:000004')).toBe(-1);
  // The hiring manager stands beside the company, and is counted once.
  expect(drawing.groups.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  expect(drawing.hue[glyph]).toBeLessThan(GREY);
  const opened = draw(network(100, 4), { ...WHOLE, closed: 'all', opened: ['company:0'] });
  expect(at(opened, 'person:000004')).toBeGreaterThan(0);
});

test('never more than eight hues, whatever the colouring', { timeout: 30_000 }, () => {
  for (const colouring of ['company', 'community', 'band', 'ring'] as const) {
    const drawing = draw(network(400, 40), { ...WHOLE, colouring });
    expect(Math.max(...drawing.hue)).toBeLessThanOrEqual(GREY);
    expect(drawing.groups.length).toBeLessThanOrEqual(9);
    const people = drawing.groups.reduce((sum, group) => sum + group.count, 0);
    expect(people).toBe(400);
  }
});

test('a focus shows the hops around one person, and me only as a neighbour', () => {
  const focus = (depth: 1 | 2 | 3): MapView => ({ ...WHOLE, focus: { key: 'person:000001', depth } });
  const one = draw(network(60, 5), focus(1));
  expect(one.layout).toBe('focus');
  expect(new Set(one.keys)).toEqual(new Set(['me:me', 'person:000001', 'person:000000', 'company:1']));
  expect(draw(network(60, 5), focus(2)).keys.length).toBeGreaterThan(one.keys.length);
});

test('nobody stands on anybody in a focus, I too where nobody around leads to me', () => {
  const drawing = draw(network(60, 5), { ...WHOLE, focus: { key: 'company:1', depth: 1 } });
  const places = drawing.keys.map((_, node) => `${drawing.x[node]?.toFixed(2)} ${drawing.y[node]?.toFixed(2)}`);
  expect(drawing.keys).toContain('me:me');
  expect(new Set(places).size).toBe(drawing.keys.length);
});

test('a crowd around a focus is thinned to fifty, by what was asked, and says how many are left out', () => {
  const input = network(400, 3);
  const around = (crowd: MapView['crowd']) => draw(input, { ...WHOLE, focus: { key: 'company:1', depth: 1 }, crowd });
  const strongest = around('strongest');
  expect(strongest.keys.length).toBe(52);
  expect(strongest.left).toBe(around('all').keys.length - 52);
  expect(around('target').keys).toContain('person:000001');
  expect(around('target').keys.length).toBeLessThan(5);
  const confirmed = (drawing: Drawing) =>
    drawing.keys.filter((key, node) => key.startsWith('person:') && drawing.standing[node] === 0).length;
  expect(confirmed(strongest)).toBe(Math.min(50, confirmed(around('all'))));
});

test('an empty workspace draws me alone', () => {
  const drawing = draw(
    { workspace: emptyWorkspace('workspace:x', 'x'), mine: new Map(), between: [], opens: new Map() },
    WHOLE,
  );
  expect(drawing.keys).toEqual(['me:me']);
  expect(drawing.groups).toEqual([]);
});
