import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inZone } from '#intake/calendar/zone.ts';
import { dayOf } from '#model/time.ts';
import { messageFacts } from '#ties/messages.ts';
import { dataFile, personNamed, read, take, textFile, worked } from './kit.ts';

const ME = { name: '', profiles: [], emails: ['me@example.org'] };

interface Sketch {
  readonly start?: string;
  readonly people?: readonly string[];
  readonly more?: readonly string[];
}

/** One event: I invite, everybody named accepts. */
function event({ start = 'DTSTART:20250303T100000Z', people = ['ana@example.com'], more = [] }: Sketch): string {
  const asked = people.map((address) => `ATTENDEE;PARTSTAT=ACCEPTED;CN=${address.split('@')[0]}:mailto:${address}`);
  return ['BEGIN:VEVENT', 'UID:1', start, 'ORGANIZER:MAILTO:me@example.org', ...asked, ...more, 'END:VEVENT'].join(
    '\r\n',
  );
}

function calendar(...events: readonly string[]): File {
  return textFile('work.ics', `BEGIN:VCALENDAR\r\n${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`);
}

async function met(...events: readonly string[]): Promise<readonly string[]> {
  const { read: outs } = await read([calendar(...events)], { me: ME });
  return (outs[0]?.messages ?? []).flatMap(({ theirs }) => theirs.map(dayOf));
}

describe('series', () => {
  test.each([
    ['RRULE:FREQ=WEEKLY;COUNT=3', ['2025-03-03', '2025-03-10', '2025-03-17']],
    ['RRULE:FREQ=DAILY;UNTIL=20250305T100000Z', ['2025-03-03', '2025-03-04', '2025-03-05']],
    ['RRULE:FREQ=DAILY;UNTIL=20250304', ['2025-03-03', '2025-03-04']],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4', ['2025-03-03', '2025-03-05', '2025-03-10', '2025-03-12']],
    ['RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=2', ['2025-03-03', '2025-04-07']],
    ['RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', ['2025-03-03', '2025-03-31']],
    ['RRULE:FREQ=YEARLY', ['2025-03-03', '2026-03-03']],
    // Rules on which ical.js never comes back count once.
    ['RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', ['2025-03-03']],
    ['RRULE:FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', ['2025-03-03']],
    ['RRULE:FREQ=SECONDLY', ['2025-03-03']],
    ['RRULE:FREQ=WEEKLY;INTERVAL=0;COUNT=1', ['2025-03-03']],
  ])('%s', async (rule, days) => {
    expect(await met(event({ more: [rule] }))).toEqual(days);
  });

  test('leave out what was taken out, moved or called off', async () => {
    const { read: outs } = await read([dataFile('calendar-google-series-moved-and-rooms.ics')]);
    expect(outs[0]?.messages[0]?.theirs.map(dayOf)).toEqual(['2024-03-04', '2024-03-25', '2024-04-01']);
  });

  test('no rule of any parts keeps the reader', { timeout: 20_000 }, async () => {
    const day = fc.constantFrom('MO', 'TU', '5FR', '-1SU', '6MO', 'XX');
    const part = fc.oneof(
      fc.record({
        key: fc.constantFrom(
          'BYMONTHDAY',
          'BYMONTH',
          'BYSETPOS',
          'INTERVAL',
          'COUNT',
          'BYYEARDAY',
          'BYWEEKNO',
          'BYHOUR',
        ),
        value: fc.integer({ min: -40, max: 400 }).map(String),
      }),
      fc.record({
        key: fc.constant('BYDAY'),
        value: fc.array(day, { minLength: 1, maxLength: 3 }).map((days) => days.join(',')),
      }),
    );
    const freq = fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY');
    await fc.assert(
      fc.asyncProperty(freq, fc.array(part, { maxLength: 3 }), async (name, parts) => {
        const rule = [`RRULE:FREQ=${name}`, ...parts.map(({ key, value }) => `${key}=${value}`)].join(';');
        const began = worked();
        const { read: outs } = await read([calendar(event({ more: [rule] }))], { me: ME });
        expect(outs[0]?.rows).toBe(1);
        expect(worked() - began).toBeLessThan(2_000);
      }),
    );
  });
});

describe('who met', () => {
  const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `p${at}@example.com`);

  test.each([
    [1, 1, 0],
    [3, 3, 0],
    [4, 0, 4],
  ])('%i others: %i in meetings, %i marked', async (count, small, large) => {
    const { read: outs } = await read([calendar(event({ people: people(count) }))], { me: ME });
    expect([outs[0]?.messages.length, outs[0]?.marks.length]).toEqual([small, large]);
  });

  test('counts only who came: not the declined, rooms, groups or those only told', async () => {
    const more = [
      'ATTENDEE;PARTSTAT=DECLINED:mailto:no@example.com',
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:maybe@example.com',
      'ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@example.com',
      'ATTENDEE;CUTYPE=GROUP;PARTSTAT=ACCEPTED:mailto:team@example.com',
      'ATTENDEE;ROLE=NON-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:told@example.com',
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:c_1@resource.calendar.google.com',
    ];
    const { read: outs } = await read([calendar(event({ more }))], { me: ME });
    expect(outs[0]?.messages.map(({ who }) => who.emails)).toEqual([['ana@example.com']]);
  });

  test('is nothing where I declined', async () => {
    const more = ['ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org'];
    expect(await met(event({ more }))).toEqual([]);
  });

  test('adds wrote 1, sent 1, answered 1 to the tie, and again nothing when read twice', async () => {
    const file = dataFile('calendar-google-series-moved-and-rooms.ics');
    const { workspace, plan } = await take([file]);
    const { wrote, sent, answered, meetings } = messageFacts(personNamed(workspace, 'Ana Ruiz'), workspace.imports);
    expect([wrote, sent, answered, meetings, plan.review.messages]).toEqual([3, 3, 3, 3, 3]);
    const again = await take([file], workspace);
    expect([again.plan.review.added, again.plan.review.messages]).toEqual([0, 0]);
  });
});

describe('whose calendar', () => {
  test('is told by the name of its file, as Takeout names it', async () => {
    const file = new File([await calendar(event({})).text()], 'me@example.org.ics');
    const { read: outs } = await read([file]);
    expect(outs[0]?.own.emails).toEqual(['me@example.org']);
    expect(outs[0]?.messages).toHaveLength(1);
  });

  test('is asked for when nothing tells', async () => {
    const { read: outs } = await read([calendar(event({}))]);
    expect(outs[0]?.messages).toEqual([]);
    expect(outs[0]?.problems.map(({ code }) => code)).toEqual(['owner-unknown']);
  });

  test('is not mine when it is named by an address that is not mine', async () => {
    const file = new File([await calendar(event({})).text()], 'boss@example.com.ics');
    const { read: outs } = await read([file], { me: { ...ME, emails: ['other@example.org'] } });
    expect(outs[0]?.problems.map(({ message }) => message)).toEqual([
      'This is the calendar of boss@example.com, which is not among your addresses, so nothing of it is counted.',
    ]);
  });

  test('is told by a mailbox that comes with it', async () => {
    const { read: outs } = await read([calendar(event({})), dataFile('one-letter-delivered.eml')]);
    expect(outs.find(({ kind }) => kind === 'calendar')?.messages).toHaveLength(1);
  });
});

describe('zones', () => {
  const wall = Date.UTC(2024, 6, 4, 10) / 1000;
  test.each([
    ['Europe/Berlin', -2],
    ['W. Europe Standard Time', -2],
    ['/freeassociation.sourceforge.net/Europe/Berlin', -2],
    ['(UTC+05:30) Chennai, Kolkata', -5.5],
    ['America/New_York', 4],
    ['Etc/UTC', 0],
  ])('%s', (zone, hours) => {
    expect(inZone(wall, zone)).toBe(wall + hours * 3600);
  });

  test('unknown ones are null', () => {
    expect(inZone(wall, 'Customized Time Zone')).toBeNull();
    expect(inZone(wall, '__proto__')).toBeNull();
  });
});
