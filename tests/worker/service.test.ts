import { expect, test } from 'vitest';
import type { PersonId } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { targetSchema } from '#model/target.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { says } from '#tests/ties/records.ts';
import { createService } from '#worker/create-service.ts';
import type { WaysFilter } from '#worker/service.ts';

const today = '2026-11-23';
const person = (name: string) => personByHand(`person:${name}`, { name });

test('a portfolio nobody waits for any more stops after the part that other answers need too', async () => {
  const service = createService();
  await service.open({ entries: [person('a')], revision: 1, today }, {});
  const abort = new AbortController();
  const asked = service.portfolio({ today }, { revision: 1, signal: abort.signal });
  abort.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await expect(service.portfolio({ today }, { revision: 1 })).resolves.toMatchObject({ targets: [] });
});

test('a workspace is opened from the records that were checked last, and from no others', async () => {
  const service = createService();
  await service.open({ entries: [person('old')], revision: 1, today }, {});
  await service.validate({ records: [person('a'), { id: 'person:torn' }], check: 1 }, {});
  await service.validate({ records: [person('b')], check: 1 }, {});
  await service.open({ entries: { check: 1, count: 2 }, revision: 1, today }, {});
  expect((await service.people({}, { revision: 1 })).ids).toEqual(['person:a', 'person:b']);

  // Another check came between, or a part of it is missing: nothing is open, rather than something else.
  await service.validate({ records: [person('c')], check: 2 }, {});
  for (const entries of [
    { check: 1, count: 2 },
    { check: 2, count: 3 },
  ]) {
    await expect(service.open({ entries, revision: 1, today }, {})).rejects.toMatchObject({ name: 'Stale' });
    await expect(service.people({}, { revision: 1 })).rejects.toMatchObject({ name: 'Stale' });
  }
});

test('whatever is asked is answered by a value or a named refusal', async () => {
  const friend = personByHand('person:ana', { name: 'Ana', closeness: 5 });
  const target = targetSchema.parse({
    id: 'target:t',
    created: today,
    title: 'Lead',
    company: 'company:acme',
    manager: 'person:marta',
  });
  const service = createService();
  const knows = says('ana', 'marta', {});
  await service.open({ entries: [friend, person('marta'), target, knows], revision: 3, today }, {});
  const call = { revision: 3 };
  const ways = async (filter: Partial<WaysFilter>) =>
    (await service.ways({ target: target.id, filter: { ...PLAIN, ...filter } }, call)).confirmed.map(({ id }) => id);
  const one = ['person:ana>person:marta'];
  expect(await ways({})).toEqual(one);
  for (const k of [1e9, Number.POSITIVE_INFINITY, 1.5]) expect(await ways({ k }), `k ${k}`).toEqual(one);
  for (const k of [0, -1, Number.NaN]) expect(await ways({ k }), `k ${k}`).toEqual([]);
  for (const most of [99, Number.POSITIVE_INFINITY]) expect(await ways({ maxIntermediaries: most })).toEqual(one);
  for (const most of [0, -4, Number.NaN]) expect(await ways({ maxIntermediaries: most })).toEqual([]);
  expect(await ways({ without: ['person:nobody', '__proto__' as PersonId] })).toEqual(one);
  expect(await ways({ through: ['person:nobody'] })).toEqual([]);
  expect(await ways({ through: ['person:ana', 'person:ana'] })).toEqual(one);

  expect(await service.person({ person: 'person:nobody' }, call)).toBeNull();
  expect(await service.managers({ company: 'company:none', title: '' }, call)).toEqual([]);
  expect(await service.ifYes({ friend: 'person:nobody', about: 'person:marta' }, call)).toMatchObject({ targets: [] });
  for (const limit of [-1, Number.NaN, 0]) {
    expect(await service.questions({ limit }, call)).toEqual([]);
    expect(await service.tellingAnswers({ limit }, call)).toEqual([]);
    expect(await service.toLabel({ limit }, call)).toEqual([]);
  }
  await expect(service.ways({ target: target.id, filter: PLAIN }, { revision: 2 })).rejects.toMatchObject({
    name: 'Stale',
  });
  await service.apply({ change: { what: '', put: [], remove: [target.id] }, revision: 4 }, {});
  await expect(service.ways({ target: target.id, filter: PLAIN }, {})).rejects.toMatchObject({ name: 'NotFound' });
});
