import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, type Seconds } from '#model/time.ts';
import { messageFacts } from '#ties/messages.ts';
import { dataFile, personNamed, read, take, textFile } from './kit.ts';

const HOUR = 3600;
const two = (n: number) => String(n).padStart(2, '0');

/** A messages.csv of Nora and Ana, at these moments as some clock shows them; `seconds`: whether it has them. */
function messages(
  at: readonly (readonly [who: 'Ana' | 'Nora', at: Seconds])[],
  shift: Seconds = 0,
  seconds = true,
): File {
  const rows = at.map(([who, moment]) => {
    const time = new Date((moment + shift) * 1000);
    const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}${seconds ? `:${two(time.getUTCSeconds())}` : ''}`;
    const people =
      who === 'Ana'
        ? ['Ana Reis', 'ana-reis', 'Nora Holt', 'nora-holt']
        : ['Nora Holt', 'nora-holt', 'Ana Reis', 'ana-reis'];
    const [from, slug, to, other] = people;
    return `c1,,${from},https://www.linkedin.com/in/${slug},${to},https://www.linkedin.com/in/${other},${dayOf(moment + shift)} ${clock} UTC,,x,INBOX`;
  });
  const header =
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER';
  return textFile('messages.csv', [header, ...rows, ''].join('\r\n'));
}

const profile = textFile('Profile.csv', 'First Name,Last Name,Headline,Summary\nNora,Holt,,\n');
const start = Date.parse('2025-06-02T09:00:07Z') / 1000;
const talk = Array.from({ length: 8 }, (_, i) => [i % 2 ? 'Nora' : 'Ana', start + i * 5 * HOUR + i * 61] as const);

async function both(first: File, second: File) {
  const one = await take([profile, first], undefined, { takeOwn: true });
  const then = await take([profile, second], one.workspace, { takeOwn: true });
  const ana = personNamed(then.workspace, 'Ana Reis');
  const { wrote, sent, waiting } = messageFacts(ana, then.workspace.imports);
  const told = then.plan.problems.filter(({ code }) => code === 'clocks-disagree').map(({ message }) => message);
  return { wrote, mine: sent + waiting, told, review: then.plan.review, workspace: then.workspace };
}

describe('one conversation in two files whose clocks disagree', () => {
  test('is counted once, and told with the distance', async () => {
    const found = await both(messages(talk), messages(talk, 2 * HOUR));
    expect(found).toMatchObject({ wrote: 4, mine: 4 });
    expect(found.told).toEqual([
      '8 messages and meetings are in your files already, 2 hours earlier: the clocks of the two files disagree. Each is counted once, and the clock of this file is set by the other.',
    ]);
    expect(found.review.messages).toBe(0);
  });

  test('what is new in the second file is counted by the clock of the first', async () => {
    const later = [...talk, ['Ana', start + 60 * 24 * HOUR] as const];
    const found = await both(messages(talk), messages(later, -5.5 * HOUR));
    expect(found).toMatchObject({ wrote: 5, mine: 4, review: { messages: 1 } });
    expect(found.told[0]).toContain('5 hours 30 minutes later');
    const ana = personNamed(found.workspace, 'Ana Reis');
    expect(messageFacts(ana, found.workspace.imports).lastWrote).toBe(start + 60 * 24 * HOUR);
    const again = await take([profile, messages(later, -5.5 * HOUR)], found.workspace, { takeOwn: true });
    expect(again.plan.review).toMatchObject({ messages: 0, added: 0 });
  });

  test('summer time lies between two shifts', async () => {
    const year = Array.from({ length: 12 }, (_, i) => ['Ana', start + i * 30 * 24 * HOUR] as const);
    const local = year.map(([who, at], i) => [who, at + (i < 5 ? 2 : 1) * HOUR] as const);
    const found = await both(messages(year), messages(local));
    expect(found).toMatchObject({ wrote: 12, mine: 0 });
    expect(found.told[0]).toContain('1 hour or 2 hours earlier');
  });

  test('an export without seconds is the same to the minute', async () => {
    for (const [first, second] of [
      [messages(talk), messages(talk, 0, false)],
      [messages(talk, 0, false), messages(talk)],
    ] as const) {
      const found = await both(first, second);
      expect(found).toMatchObject({ wrote: 4, mine: 4 });
      expect(found.told[0]).toContain('to the minute');
    }
  });

  test('other messages at other times are other messages, and nothing is told', async () => {
    const others = talk.map(([who, at], i) => [who, at + 1000 + i * 777] as const);
    const found = await both(messages(talk), messages([...talk, ...others]));
    expect(found).toMatchObject({ wrote: 8, mine: 8, told: [] });
    expect(await both(messages(talk), messages(talk))).toMatchObject({ wrote: 4, mine: 4, told: [] });
    // Two are too few to believe in a shift: both stay, as two files of two days would.
    expect((await both(messages(talk.slice(0, 2)), messages(talk.slice(0, 2), HOUR))).wrote).toBe(2);
  });

  test('any shift by quarters of an hour is found, in either direction', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -56, max: 56 }).filter((n) => n !== 0),
        fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 6, maxLength: 12 }),
        async (quarters, places) => {
          const some = places.map((place, i) => [i % 2 ? 'Nora' : 'Ana', start + place * 1801 * 7] as const);
          const found = await both(messages(some), messages(some, quarters * 900));
          expect(found.wrote + found.mine).toBe(some.length);
          expect(found.told).toHaveLength(1);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('meetings too: one calendar in UTC, the other in local time without a zone', async () => {
    const calendar = (name: string, hour: number, zone: string) => {
      const event = (n: number) =>
        `BEGIN:VEVENT\r\nUID:${name}-${n}\r\nDTSTART:202510${two(n * 3 + 1)}T${two(hour)}0000${zone}\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Nora Holt:mailto:nora@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Ana Reis:mailto:ana@example.com\r\nEND:VEVENT\r\n`;
      const events = [0, 1, 2, 3].map(event).join('');
      return textFile(
        `${name}.ics`,
        `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:nora@example.org\r\n${events}END:VCALENDAR\r\n`,
      );
    };
    const { workspace, plan } = await take([calendar('google', 7, 'Z'), calendar('outlook', 9, '')]);
    const ana = personNamed(workspace, 'Ana Reis');
    expect(messageFacts(ana, workspace.imports)).toMatchObject({ meetings: 4, wrote: 4 });
    expect(plan.problems.map(({ code }) => code)).toEqual(['clocks-disagree']);
  });
});

test('in one mailbox a date far off the day of arrival is a wrong clock: told, and counted by arrival', async () => {
  const { read: outs } = await read([dataFile('mailbox-clocks-disagree.mbox')]);
  const days = new Map(outs[0]?.messages.map(({ who, theirs }) => [who.name.split(' ')[0], theirs.map(dayOf).join()]));
  expect(days.get('Bea'), 'an empty battery, Received tells').toBe('2025-05-07,2025-05-08');
  expect(days.get('Cai'), 'three days on its way').toBe('2025-05-06');
  expect(days.get('Dag'), 'came before it was written').toBe('2025-06-02');
  expect(days.get('Eli'), 'moved to another mailbox later').toBe('2015-06-02');
  expect([days.get('Fox'), days.get('Gil')]).toEqual(['2025-06-07', '2025-06-08']);
  expect([days.has('Hob'), days.has('Ina')]).toEqual([false, false]);
  const told = outs[0]?.problems.map(({ code, row }) => `${code} ${row}`);
  expect(told).toEqual(['bad-date 10', 'bad-date 8', 'future-date 11', 'future-date 9', 'clocks-disagree 3']);
});
