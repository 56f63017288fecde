import { expect, test } from 'vitest';
import { meetOne } from '#handoff/meet-one.ts';
import type { Ask } from '#model/ask.ts';
import type { Door } from '#paths/types.ts';
import { ANA, askOf, BRUNO, MARTA, TEO, type World, worldOf } from '#tests/handoff/cases.ts';

const TARGET = 'target:head-of-product';
const door = (friend: Door['friend'], standing: Door['opens'][number]['standing']): Door => ({
  friend,
  opens: [{ target: TARGET, standing }],
});
const DOORS = [door(TEO, 'inferred'), door(ANA, 'confirmed'), door(BRUNO, 'listed')];
const meet = (world: World = {}, doors = DOORS) => meetOne(worldOf(world).workspace, doors);
const asks = (...states: Ask['state'][]) =>
  states.map((state, at) => askOf({ id: `ask:${at}`, state, friend: at === 0 ? BRUNO : TEO, way: [MARTA] }));

test('without a request it is the first door that is known, never a guess', () => {
  expect(meet()).toEqual({ person: ANA, why: 'door', targets: [TARGET] });
  expect(meet({}, [door(TEO, 'inferred')])).toBeNull();
  expect(meet({}, [])).toBeNull();
});

test('who said yes comes before whom to ask, and both before a door', () => {
  expect(meet({ asks: asks('prepared', 'agreed') })).toEqual({ person: TEO, why: 'give', targets: [TARGET] });
  expect(meet({ asks: asks('prepared') })).toEqual({ person: BRUNO, why: 'ask', targets: [TARGET] });
});

test('a friend who may not be asked now is passed over', () => {
  const left = { leaveOut: { on: '2026-11-01', reason: '' } };
  expect(meet({ ana: left })?.person).toBe(BRUNO);
  expect(meet({ asks: asks('asked') }), 'the manager has an open request already').toBeNull();
});

test('a closed target asks for nobody', () => {
  const closed = { on: '2026-11-01', how: 'walked-away' as const };
  expect(meet({ target: { closed }, asks: asks('prepared') })).toBeNull();
});
