import { afterEach, expect, test } from 'vitest';
import { Import } from '#ui/intake/Import.tsx';
import { DormantTies } from '#ui/people/DormantTies.tsx';
import { Numbers } from '#ui/settings/Numbers.tsx';
import { stage, unstage } from '#ui/shared/staged.ts';
import type { App } from '#workspace/app.ts';
import { type Shown, show } from './screen.tsx';

/** Sixty messages each way with Ana until 2024; a contact of mine at another company; then she is at Acme. */
const connections = (company: string, seen: string) =>
  new File(
    [
      [
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
        'Ana,Sousa,https://www.linkedin.com/in/ana-sousa,,Beta,CFO,04 Apr 2021',
        `Rui,Lima,https://www.linkedin.com/in/rui-lima,,${company},Clerk,05 Apr 2021`,
        `Lia,Melo,https://www.linkedin.com/in/lia-melo,,Gamma,Clerk,${seen}`,
        '',
      ].join('\r\n'),
    ],
    'Connections.csv',
  );
const HEADER =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER';
const PROFILES: Readonly<Record<string, string>> = {
  'Sam Field': 'sam-field',
  'Ana Sousa': 'ana-sousa',
  'Rui Lima': 'rui-lima',
  'Lia Melo': 'lia-melo',
};
const row = (talk: string, from: string, to: string, at: string) =>
  `${talk},,${from},https://www.linkedin.com/in/${PROFILES[from]},${to},https://www.linkedin.com/in/${PROFILES[to]},${at} UTC,,x,INBOX`;
const messages = (name: string, me: string, other: string) => {
  const rows: string[] = [];
  for (let month = 0; month < 60; month++) {
    const at = `${2019 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    rows.push(row('c1', me, other, `${at}-02 10:00:00`), row('c1', other, me, `${at}-03 10:00:00`));
  }
  rows.push(row('c2', me, 'Rui Lima', '2026-10-02 10:00:00'), row('c2', 'Rui Lima', me, '2001-10-02 10:00:00'));
  rows.push(row('c3', me, 'Lia Melo', '2026-10-02 11:00:00'));
  return new File([[HEADER, ...rows, ''].join('\r\n')], name);
};

let shown: Shown;
afterEach(async () => {
  unstage();
  await shown.close();
});

async function take(app: App, files: readonly File[]) {
  await app.commands.readFiles(files, 'me');
  const task = app.session.getState().intake;
  if (task.is !== 'done') throw new Error(`not read: ${task.is}`);
  await app.commands.acceptReview({ token: task.value.token, same: [], takeOwn: true });
}

/** The first import, a target at Acme, and Ana who knows its manager. */
async function prepare(app: App) {
  await take(app, [connections('Beta', '06 Jan 2026'), messages('messages.csv', 'Sam Field', 'Ana Sousa')]);
  const manager = app.commands.addPerson({ name: 'Marta Silva' }, 'Acme');
  app.commands.addTarget({ title: 'Head of Sales', company: 'Acme', manager });
  const people = [...(app.document.getState().workspace?.people.values() ?? [])];
  const ana = people.find((person) => person.sightings[0]?.name === 'Ana Sousa');
  if (!ana) throw new Error('no Ana');
  app.commands.addStatement(ana.id, manager, { says: 'know', how: 'told', on: '2026-11-01' });
}

test('a dormant tie that opens a target is on the calm list', async () => {
  shown = await show(<DormantTies />, prepare);
  await shown.says('Ana Sousa');
  await shown.says('You wrote to each other until 3 December 2023, 2 years before your files end.');
  await shown.says('Head of Sales, Acme');
  expect(shown.text()).toContain('Levin');
});

test('the method page replays the messages of the own files, with counts', async () => {
  shown = await show(<Numbers />, prepare);
  await shown.says('60 messages of yours replayed');
  expect(document.querySelectorAll('.calibration-dot').length).toBe(
    document.querySelectorAll('.calibration-table tbody tr').length,
  );
  await shown.says('You have asked nobody yet.');
});

test('without fifty messages the method page says how many are missing', async () => {
  shown = await show(<Numbers />);
  await shown.says('No past message of yours is in your files yet. From 50 on');
  await shown.says('50 are missing');
});

test("a friend's messages dropped as one's own are refused with the reason; a move to a target is news", async () => {
  shown = await show(<Import />, prepare);
  await stage([connections('Acme', '20 Nov 2026'), messages('messages.csv', 'Ana Sousa', 'Sam Field')]);
  await shown.says('Whose lists are these?');
  await shown.click('Read them');
  await shown.says('One file is not taken in');
  await shown.says('These messages are Ana Sousa’s, not yours');
  await shown.says('Rui Lima moved to Acme from Beta');
  await shown.says('Your target there: Head of Sales');
  await shown.click('Take ');
  await shown.says('Rui moved from Beta to Acme as Clerk.');
});

test('a message from before LinkedIn is said, never counted silently', async () => {
  shown = await show(<Import />);
  await stage([messages('messages.csv', 'Sam Field', 'Ana Sousa')]);
  await shown.says('"2001-10-02 10:00:00 UTC" is before 2003');
  await shown.says('Messages122');
});
