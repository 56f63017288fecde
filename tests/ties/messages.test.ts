import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import type { Correspondence } from '#model/person.ts';
import { messageFacts } from '#ties/messages.ts';
import { naiveCounts } from './naive.ts';
import { at, iid, imported, messages, person } from './records.ts';

const imports = (...all: Import[]) => new Map(all.map((one) => [one.id, one]));
const mine = imports(imported('mine'));
const facts = (events: readonly Correspondence[], of: ReadonlyMap<ImportId, Import> = mine) =>
  messageFacts(person('Ana', { events: [...events] }), of);

describe('message facts', () => {
  test('nobody who never exchanged a message has any', () => {
    expect(facts([])).toMatchObject({ wrote: 0, sent: 0, answered: 0, days: null, quiet: null, asOf: null });
  });

  test('an answer is strictly later and within 14 days; one answers several', () => {
    const day = at('2026-03-01');
    const two = messages([day + 3600], [day, day + 60, day + 3600]);
    expect(facts([two])).toMatchObject({ wrote: 1, sent: 3, answered: 2 });
    const fortnight = 14 * 86_400;
    expect(facts([messages([day + fortnight], [day])])).toMatchObject({ sent: 1, answered: 1 });
    expect(facts([messages([day + fortnight + 1], [day])])).toMatchObject({ sent: 1, answered: 0 });
  });

  test('my messages of the last 14 days of a source wait and are not counted, answered or not', () => {
    const late = at('2026-11-19');
    expect(facts([messages([late + 60], [at('2026-01-01'), late])])).toMatchObject({
      sent: 1,
      answered: 0,
      waiting: 1,
      wrote: 1,
    });
    const edge = at('2026-11-06');
    expect(facts([messages([], [edge])])).toMatchObject({ sent: 1, waiting: 0 });
    expect(facts([messages([], [edge + 1])])).toMatchObject({ sent: 0, waiting: 1 });
  });

  test('an old export is not silence: days count to its own newest date', () => {
    const of = imports(imported('old', 'me', '2021-05-10'), imported('mine'));
    const old = messages([at('2021-05-01')], [at('2021-05-05')], { imports: [iid('old')] });
    expect(facts([old], of)).toMatchObject({ days: 9, quiet: 5, waiting: 1, asOf: at('2021-05-10') });
  });

  test('the same history imported again adds nothing, and its newest date is the newer one', () => {
    const of = imports(imported('old', 'me', '2021-05-10'), imported('mine'));
    const theirs = [at('2021-05-01'), at('2021-05-02')];
    const sent = [at('2021-05-05')];
    const twice = [messages(theirs, sent, { imports: [iid('old')] }), messages(theirs, sent)];
    const once = facts([messages(theirs, sent, { imports: [iid('old'), iid('mine')] })], of);
    expect(facts(twice, of)).toEqual(once);
    expect(once).toMatchObject({ wrote: 2, sent: 1, waiting: 0, asOf: at('2026-11-20') });
  });

  test('the same second in two channels stays two messages, and an answer may come by the other', () => {
    const day = at('2026-03-01');
    const mail = messages([day], [], { channel: 'mail', file: 'a.mbox' });
    expect(facts([messages([day], [day - 60]), mail])).toMatchObject({ wrote: 2, sent: 1, answered: 1 });
  });

  test('a meeting counts once on each side, whoever invited', () => {
    const day = at('2026-03-01');
    const both = messages([day], [day], { channel: 'meeting', file: 'a.ics' });
    const one = messages([], [day], { channel: 'meeting', file: 'a.ics' });
    for (const meeting of [both, one]) {
      expect(facts([meeting])).toMatchObject({ wrote: 1, sent: 1, answered: 1, meetings: 1, days: 264 });
    }
  });

  test('an import without a newest date counts to its last message', () => {
    expect(facts([messages([at('2020-01-01')], [])], imports(imported('mine', 'me', null)))).toMatchObject({ days: 0 });
  });
});

const start = at('2025-01-01');
const seconds = fc.uniqueArray(
  fc.integer({ min: 0, max: 600 }).map((step) => start + step * 8 * 3600),
  { maxLength: 12 },
);
const event = fc
  .tuple(
    seconds,
    seconds,
    fc.constantFrom('linkedin', 'mail', 'meeting'),
    fc.subarray(['old', 'mine'], { minLength: 1 }),
  )
  .map(([theirs, sent, channel, from]) =>
    messages(
      [...theirs].sort((a, b) => a - b),
      [...sent].sort((a, b) => a - b),
      { channel, imports: from.map(iid) } as Partial<Correspondence>,
    ),
  );
const both = imports(imported('old', 'me', '2025-06-01'), imported('mine', 'me', '2025-08-01'));

describe('for any files', () => {
  test('the facts are those of a plain reading of WARMTH.md', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 5 }), (events) => {
        expect(facts(events, both)).toMatchObject(naiveCounts(events, (id) => both.get(id as ImportId)?.newest ?? 0));
      }),
      { numRuns: 500 },
    );
  });

  test('the order of the files does not matter, nor a second copy of one', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 5 }), (events) => {
        const expected = facts(events, both);
        expect(facts([...events].reverse(), both)).toEqual(expected);
        expect(facts([...events, ...events.slice(0, 1)], both)).toEqual(expected);
      }),
    );
  });

  test('no fact hangs on the time zone of the computer', () => {
    const zone = process.env['TZ'];
    const one = [messages([at('2026-03-29', 1), at('2026-10-25', 2)], [at('2026-03-28', 23)])];
    const answers = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) => {
      process.env['TZ'] = TZ;
      return facts(one);
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});
