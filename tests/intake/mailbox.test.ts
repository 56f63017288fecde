import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailDate } from '#intake/mail/date.ts';
import { MailboxScanner } from '#intake/mail/scanner.ts';
import { readFiles } from '#intake/read.ts';
import { profileOf } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { dataFile, personNamed, read, TODAY, take, textFile } from './kit.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Subjects would do as well: the Message-IDs of the messages found, in pieces of the given lengths. */
function idsIn(bytes: Uint8Array, lengths: readonly number[]): string[] {
  const ids: string[] = [];
  const scanner = new MailboxScanner(({ values }) => ids.push((values.get('message-id') ?? '').trim()));
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length] ?? bytes.length;
    scanner.push(bytes.slice(at, at + length));
    at += length;
  }
  scanner.end();
  return ids;
}

/** The rule of FORMATS.md §6 read aloud, over all lines at once. */
function naiveIds(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const rule = /^From (\d+@xxx|\S+) +\w{3} \w{3} +\d+ [\d:]+( [+-]\d{4})? \d{4}$/;
  const starts = lines.flatMap((line, at) => {
    const isAfterBlank = at === 0 || lines[at - 1] === '';
    const isHeader = /^[!-9;-~]+:/.test(lines[at + 1] ?? '');
    return isAfterBlank && rule.test(line) && isHeader ? [at] : [];
  });
  return starts.map((start) => {
    const header = lines.slice(
      start + 1,
      lines.indexOf('', start + 1) < 0 ? lines.length : lines.indexOf('', start + 1),
    );
    return (
      header
        .find((line) => line.startsWith('Message-ID:'))
        ?.slice(11)
        .trim() ?? ''
    );
  });
}

const bodyLine = fc.oneof(
  fc.constantFrom(
    '',
    'From',
    'From here on',
    'From a@b Mon Apr  7 14:31:02 2025',
    '>From quoted',
    'Header: like',
    'F',
    '\tfolded',
  ),
  fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
);

const mailbox = fc
  .record({
    bodies: fc.array(fc.array(bodyLine, { maxLength: 12 }), { minLength: 1, maxLength: 5 }),
    end: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ bodies, end }) =>
    bodies
      .map((body, at) => {
        const head = [
          `From p${at}@x.example Mon Apr  7 14:31:0${at} 2025`,
          `From: p${at}@x.example`,
          `Message-ID: <${at}>`,
        ];
        return [...head, '', ...body, '', ''].join(end);
      })
      .join(''),
  );

describe('the scanner', () => {
  test('finds what the rule read aloud finds, however the bytes are cut', () => {
    fc.assert(
      fc.property(
        mailbox,
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
        (text, lengths) => {
          expect(idsIn(encode(text), lengths)).toEqual(naiveIds(text));
        },
      ),
      { numRuns: 400 },
    );
  });

  test.each([
    'mailbox-gmail-labels-and-traps.mbox',
    'mailbox-gmail-bom.mbox',
    'mailbox-git-patch-and-quoted-from.mbox',
  ])('%s is the same in pieces of every length from 1 to 90', async (name) => {
    const bytes = new Uint8Array(await dataFile(name).arrayBuffer());
    const whole = idsIn(bytes, [bytes.length]);
    for (let length = 1; length <= 90; length++) expect(idsIn(bytes, [length])).toEqual(whole);
  });

  test('a header of megabytes and a body without a line end cost neither memory nor the next message', () => {
    const long = `From a@b Mon Apr  7 14:31:02 2025\nMessage-ID: <1>\nX: ${'y'.repeat(3 << 20)}\n\n${'z'.repeat(3 << 20)}`;
    const next = '\n\nFrom a@b Mon Apr  7 14:31:03 2025\nMessage-ID: <2>\n\n';
    expect(idsIn(encode(long + next), [65_536])).toEqual(['<1>', '<2>']);
  });
});

test.each([
  ['Mon, 07 Apr 2025 14:31:00 +0000', 1_744_036_260],
  ['Mon, 7 Apr 2025 10:31:00 -0400 (EDT)', 1_744_036_260],
  ['7 Apr 2025 10:31:00 EDT', 1_744_036_260],
  ['Mon, 7 Apr 25 14:31 GMT', 1_744_036_260],
  ['Monday, 07-Apr-25 14:31:00 UTC', 1_744_036_260],
  ['Tue, 30 Feb 2025 10:00:00 +0000', null],
  ['not a date', null],
])('date %s', (text, seconds) => {
  expect(mailDate(text)).toBe(seconds);
});

/** A letter as Gmail keeps it: received ones have traces, sent ones have none. */
function letter(from: string, to: string, day: number, more: readonly string[] = []): string {
  const isMine = from.includes('me@example.org');
  const trace = isMine ? [] : ['Delivered-To: me@example.org', 'Received: by mx.example; x'];
  const date = `Date: Mon, ${day} Apr 2025 10:00:00 +0000`;
  const head = [...trace, `From: ${from}`, `To: ${to}`, date, `Message-ID: <${from}${day}>`, ...more];
  return `From ${1000 + day}@xxx Mon Apr ${String(day).padStart(2, '0')} 10:00:00 +0000 2025\r\n${head.join('\r\n')}\r\n\r\nhello\r\n\r\n`;
}

const ME = 'Me Myself <me@example.org>';

describe('a mailbox', () => {
  test('makes people of those who wrote and were written to, and nobody of the rest', async () => {
    const text = [
      letter('Ana Ruiz <ana@example.com>', ME, 1),
      letter(ME, 'ana@example.com', 2),
      letter('Ben Okafor <ben@example.com>', ME, 3),
      letter(ME, 'dan@example.com', 4),
    ].join('');
    const { workspace } = await take([textFile('mail.mbox', text)]);
    expect([...workspace.people.values()].map((person) => profileOf(person).name)).toEqual(['Ana Ruiz']);
    const [events] = personNamed(workspace, 'Ana Ruiz').events;
    expect([events?.channel, events?.theirs.length, events?.mine.length]).toEqual(['mail', 1, 1]);
  });

  test('says more of people who are known, also where only one of us wrote', async () => {
    const text = [letter('Ben <ben@example.com>', ME, 3), letter('Ana <ana@example.com>', ME, 4)].join('');
    const contacts = textFile('a.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ben Okafor\nEMAIL:ben@example.com\nEND:VCARD\n');
    const { workspace } = await take([textFile('mail.mbox', text), contacts]);
    expect(workspace.people.size).toBe(1);
    expect(personNamed(workspace, 'Ben Okafor').events.map(({ theirs }) => theirs.length)).toEqual([1]);
  });

  test('knows its owner under every spelling of their address', async () => {
    const tagged = letter('Ana <ana@example.com>', 'M.e+work@gmail.com', 1).replaceAll(
      'me@example.org',
      'me@gmail.com',
    );
    const sent = letter(ME, 'ana@example.com', 2).replaceAll('me@example.org', 'me@gmail.com');
    const { read: outs } = await read([textFile('mail.mbox', tagged + sent)]);
    expect(outs[0]?.own.emails).toEqual(['me@gmail.com']);
    expect(outs[0]?.messages.map(({ who }) => who.emails)).toEqual([['ana@example.com']]);
  });

  test('read again brings nothing new', async () => {
    const file = dataFile('mailbox-own-aliases-and-robots.mbox');
    const { workspace } = await take([file]);
    const { plan } = await take([file], workspace);
    expect([plan.review.added, plan.review.updated, plan.review.messages]).toEqual([0, 0, 0]);
  });

  test('of somebody else is not taken for mine, unless it bears my name', async () => {
    const text = [letter('Ana <ana@example.com>', ME, 1), letter(ME, 'ana@example.com', 2)].join('');
    const foreign = { name: 'Jordan Pike', profiles: [], emails: ['jordan@example.net'] };
    const { read: refused } = await read([textFile('mail.mbox', text)], { me: foreign });
    expect(refused[0]?.messages).toEqual([]);
    expect(refused[0]?.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'owner-unknown',
        'This looks like the mailbox of me@example.org, which is not among your addresses, so nothing of it is counted.',
      ],
    ]);
    const { read: mine } = await read([textFile('mail.mbox', text)], { me: { ...foreign, name: 'Me Myself' } });
    expect(mine[0]?.messages).toHaveLength(1);
    expect(mine[0]?.own.emails).toEqual(['me@example.org']);
  });

  test('of two people counts only mine when my address is known, and says so', async () => {
    const me = { name: '', profiles: [], emails: ['me@example.org'] };
    const { read: outs } = await read([dataFile('mailbox-two-owners.mbox')], { me });
    expect(outs[0]?.messages.map(({ who, theirs, mine }) => [who.emails[0], theirs.length, mine.length])).toEqual([
      ['ana@example.com', 3, 1],
    ]);
    expect(outs[0]?.problems.map(({ code }) => code)).toEqual(['foreign-event']);
  });

  test('of LinkedIn’s own addresses is known by them', async () => {
    const addresses = textFile(
      'Email Addresses.csv',
      'Email Address,Confirmed,Primary,Updated On\nme@example.org,Yes,Yes,x\n',
    );
    const { read: outs } = await read([dataFile('one-letter-owner-unknown.eml'), addresses]);
    expect(outs.find(({ kind }) => kind === 'eml')?.messages.map(({ who }) => who.name)).toEqual(['Ana Ruiz']);
  });

  test('in single e-mails shows its owner when they come together', async () => {
    const files = [1, 2, 3, 4].map((day) => {
      const text =
        day % 2 ? letter(`P${day} <p${day}@example.com>`, ME, day) : letter(ME, `p${day - 1}@example.com`, day);
      return textFile(
        `${day}.eml`,
        text.slice(text.indexOf('\n') + 1).replaceAll(/Delivered-To.*\r\nReceived.*\r\n/g, ''),
      );
    });
    const { read: outs } = await read(files);
    expect(outs.map(({ kind, rows, own }) => [kind, rows, own.emails])).toEqual([['eml', 4, ['me@example.org']]]);
    expect(outs[0]?.messages.map(({ theirs, mine }) => [theirs.length, mine.length])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('that breaks off keeps what came before, and a cancel is heard in the middle of it', async () => {
    const text = Array.from({ length: 50 }, (_, at) =>
      letter(at % 2 ? ME : 'Ana <ana@example.com>', at % 2 ? 'ana@example.com' : ME, 1 + (at % 28)),
    ).join('');
    const zip = dataFile('takeout-20260301T101010Z-001.zip');
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const stop = new AbortController();
    const reading = readFiles([textFile('mail.mbox', text)], {
      mappings: [],
      today: TODAY,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('called off')),
    });
    await expect(reading).rejects.toThrow('called off');
    // A byte of the packed mailbox itself is wrong: the other files are not touched by it.
    const at = new TextDecoder('latin1').decode(bytes).indexOf('Trash.mbox') + 600;
    const damaged = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 0xff : byte));
    const { read: outs, problems } = await read([new File([damaged], 'takeout.zip')]);
    expect(outs.filter(({ kind }) => kind === 'vcard')).toHaveLength(1);
    const all = [...problems, ...outs.flatMap((out) => out.problems)];
    expect(all.some(({ code, file }) => code === 'truncated' && file.includes('mbox'))).toBe(true);
  });

  test('is a friend’s: nothing of it is taken', async () => {
    const list = await take(['connections-current.csv'], emptyWorkspace('test', 'Test'));
    const [friend] = list.workspace.people.keys();
    if (!friend) throw new Error('nobody');
    const { plan } = await take(
      ['mailbox-thunderbird-sent.mbox', 'calendar-google-series-moved-and-rooms.ics'],
      list.workspace,
      { owner: friend },
    );
    expect(plan.review.messages).toBe(0);
    expect(plan.problems.map(({ code }) => code)).toEqual(['wrong-owner', 'wrong-owner']);
  });
});
