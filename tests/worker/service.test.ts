import { expect, test } from 'vitest';
import { WHOLE } from '#graph/drawing.ts';
import type { PersonId, TargetId } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { targetSchema } from '#model/target.ts';
import { entriesOf } from '#model/workspace.ts';
import { PLAIN } from '#paths/answers/target-ways.ts';
import { generated } from '#tests/bench/ties-workspace.ts';
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

const SMALL = { contacts: 60, people: 150, friends: 4, perList: 40, companies: 9, messages: 900, targets: 4 };

test('an import laid on in the middle of an answer: that answer is refused by name, the next one has the list', async () => {
  const workspace = generated(SMALL);
  const service = createService();
  await service.open({ entries: entriesOf(workspace), revision: 1, today }, {});
  const ask = { revision: 1 };
  await service.portfolio({ today }, ask);
  const owner: PersonId = 'person:p0';
  const csv = Array.from({ length: 30 }, (_, row) => `Nia${row},New,,,C${row % 9},Analyst,10 Mar 2021`).join('\n');
  const files = [new File([`First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${csv}\n`], 'c.csv')];
  const review = await service.read({ files, owner, mappings: [] }, ask);
  const handed = await service.accept({ token: review.token, same: [], takeOwn: false }, ask);
  // An edit before it, so that answers have steps to do again.
  const friend = workspace.people.get(owner);
  const edit = { what: '', put: friend ? [{ ...friend, own: { ...friend.own, closeness: 5 } }] : [], remove: [] };
  await service.apply({ change: edit, revision: 2 }, {});
  const asked = [
    service.portfolio({ today }, { revision: 2 }),
    service.tellingAnswers({ limit: 5 }, { revision: 2 }),
    service.drawing({ view: WHOLE, kept: null }, { revision: 2 }),
  ].map((one) => one.catch((error: Error) => error.name));
  const [target] = [...workspace.targets.keys()] as [TargetId];
  const before = await service.ways({ target, filter: PLAIN }, { revision: 2 });
  await service.took({ token: handed.token, revision: 3 }, {});
  expect(await Promise.all(asked)).toEqual(['Stale', 'Stale', { drawing: expect.anything(), kept: expect.anything() }]);
  await expect(service.ways({ target, filter: PLAIN }, { revision: 2 })).rejects.toMatchObject({ name: 'Stale' });
  expect((await service.people({}, { revision: 3 })).ids).toHaveLength(workspace.people.size + 30);
  expect((await service.ways({ target, filter: PLAIN }, { revision: 3 })).target).toBe(before.target);
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
