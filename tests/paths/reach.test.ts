import { expect, test } from 'vitest';
import type { Change } from '#model/change.ts';
import { createFacts } from '#paths/answers/facts.ts';
import { reachOf } from '#paths/answers/reach.ts';
import {
  at,
  company,
  contact,
  iid,
  imported,
  messages,
  person,
  pid,
  sighting,
  workspaceOf,
} from '#tests/ties/records.ts';

const ana = contact('ana', 'acme', '', { events: [messages([at('2026-09-01')], [at('2026-08-30')])] });
const many = Array.from({ length: 20 }, (_, i) => contact(`c${i}`, 'acme'));
const hers = imported('hers', ana.id);
const onHers = person('marta', { sightings: [sighting({ name: 'Marta', imports: [hers.id] })] });
const workspace = workspaceOf([imported('mine'), hers, ana, onHers, ...many, company('acme')]);
const facts = createFacts(workspace, { imports: workspace.imports, shift: 0 });

const touched = (put: Change['put'], remove: Change['remove'] = []) => {
  const reach = reachOf(facts, { what: '', put, remove });
  return reach && [...reach.people.map(({ id }) => id), ...reach.gone];
};
const listed = (name: string, list: string) => person(name, { sightings: [sighting({ name, imports: [iid(list)] })] });

test('an edit and a friend’s list touch the people they name', () => {
  expect(touched([{ ...ana, own: { ...ana.own, closeness: 4 } }])).toEqual([ana.id]);
  expect(touched([company('acme', '11-50')])).toEqual([]);
  expect(touched([imported('l1', ana.id), listed('new', 'l1'), listed('c1', 'l1')])).toEqual([pid('new'), pid('c1')]);
  expect(touched([], [hers.id, onHers.id])).toEqual([onHers.id]);
  expect(touched([], ['person:nobody'])).toEqual([]);
});

test('what goes further asks for all', () => {
  // Messages came, or went with somebody.
  expect(touched([{ ...ana, events: [messages([at('2026-09-02')], [])] }])).toBeNull();
  expect(touched([], [ana.id])).toBeNull();
  // An import is rewritten, goes without the people who name it, or comes to people who named it before.
  expect(touched([imported('hers', pid('c1'))])).toBeNull();
  expect(touched([], [hers.id])).toBeNull();
  const lost = workspaceOf([ana, listed('left', 'l1')]);
  const before = createFacts(lost, { imports: lost.imports, shift: 0 });
  expect(reachOf(before, { what: '', put: [imported('l1', ana.id)], remove: [] })).toBeNull();
  // More than a quarter of the people.
  expect(touched(many.slice(0, 6))).not.toBeNull();
  expect(touched(many.slice(0, 7))).toBeNull();
});
