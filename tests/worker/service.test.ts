import { expect, test } from 'vitest';
import { personByHand } from '#model/person.ts';
import { createService } from '#worker/create-service.ts';

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
