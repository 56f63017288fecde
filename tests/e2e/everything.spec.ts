import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, open, saved, test } from './app.ts';
import { connectionsCsv, type Upload, upload } from './files.ts';

/** What one person really has: their archive, two friends' lists, address books, a calendar and a mailbox. */
const JANES = 'connections-of-a-friend.csv';
const OMARS = 'Omar Connections.csv';
const FILES: readonly Upload[] = [
  ...[
    'linkedin-rezipped-folder-and-macosx.zip',
    JANES,
    'google-2024-bom.csv',
    'cards-3.0-apple-groups-photo-social.vcf',
    'cards-2.1-android-quoted-printable.vcf',
    'calendar-google-series-moved-and-rooms.ics',
    'mailbox-gmail-labels-and-traps.mbox',
  ].map((name) => upload(basename(name), readFileSync(`data/files/${name}`))),
  upload(
    OMARS,
    connectionsCsv([
      { first: 'Petra', last: 'Novák', company: 'Litware', position: 'COO' },
      { first: 'Marta', last: 'Sanz', company: 'Northwind Analytics GmbH', position: 'Head of Data' },
    ]),
  ),
];

async function drop(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...FILES]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose lists are these?');
}

function figure(page: Page, label: string) {
  return page
    .locator('dl div')
    .filter({ has: page.locator('dt', { hasText: label }) })
    .locator('dd');
}

async function review(page: Page, turn: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Look before it is stored|Nothing to take in/);
  await expect(page.getByText(turn, { exact: true })).toBeVisible();
}

async function takeIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Take / }).click();
}

const row = (page: Page, file: string) =>
  page.getByRole('list', { name: 'Lists' }).getByRole('listitem').filter({ hasText: file });

async function friendIs(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which friend?');
  await page.getByRole('combobox', { name: 'Which friend?' }).fill(name);
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: /^Read .*'s list$/ }).click();
}

async function peopleCount(page: Page): Promise<number> {
  await open(page, '#/people');
  return Number(await page.getByRole('grid', { name: 'People' }).getAttribute('aria-rowcount')) - 1;
}

/** Names the search finds, with what they do. */
async function found(page: Page, name: string): Promise<string[]> {
  await open(page, '#/people');
  await page.getByRole('searchbox').first().fill(name);
  await expect(page.getByRole('status').filter({ hasText: /^\d+ pe/ })).toBeVisible();
  // Only the heading is another row: what was searched for before is gone.
  await expect(page.getByRole('row').filter({ hasNotText: name })).toHaveCount(1);
  return page.getByRole('row').filter({ hasText: name }).allTextContents();
}

test('everything dropped together is read by whose it is, again brings nothing new, and one can be undone', async ({
  page,
}) => {
  await open(page);
  await drop(page);
  await expect(
    page.getByText(/Read as yours, for they cannot be anybody else's: calendar.*ics, mailbox.*mbox/),
  ).toBeVisible();
  for (const file of [JANES, OMARS]) await row(page, file).getByText("A friend's").click();
  await page.getByRole('button', { name: 'Read them, 3 people in turn' }).click();

  await review(page, '1 of 3');
  await expect(figure(page, 'Hidden members')).toHaveText('2');
  await expect(figure(page, 'Messages')).toHaveText('7');
  const mine = Number(await figure(page, 'New people').textContent());
  await page.getByText('Yes, keep this under About you.').click();
  await takeIn(page);

  await friendIs(page, 'Jane Doe');
  await review(page, '2 of 3');
  await expect(figure(page, 'New people')).toHaveText('2');
  await takeIn(page);
  await friendIs(page, 'Omar Haddad');
  await review(page, '3 of 3');
  await expect(figure(page, 'New people')).toHaveText('1');
  await takeIn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken in');
  await expect(page.getByText(/^Yours: \d+ new/)).toBeVisible();
  await expect(page.getByText(/^Jane Doe.*'s list: 2 new people, 1 already here\.$/)).toBeVisible();
  await saved(page);
  await page.reload();
  const everybody = await peopleCount(page);
  expect(everybody).toBe(mine + 3);
  const omars = await found(page, 'Omar Haddad');
  expect(omars).toHaveLength(2);
  const marta = await found(page, 'Marta Sanz');
  expect(marta).toHaveLength(1);

  await open(page, '#/import');
  await drop(page);
  await expect(row(page, JANES)).toContainText('Jane Doe');
  await expect(row(page, OMARS)).toContainText('Omar Haddad');
  await page.getByRole('button', { name: 'Read them, 3 people in turn' }).click();
  for (const turn of ['1 of 3', '2 of 3', '3 of 3']) {
    await review(page, turn);
    await expect(page.getByText(/^0 new: everything in th/)).toBeVisible();
    const problems = page.getByRole('heading', { name: 'Problem rows' });
    await expect(problems).toBeVisible({ visible: turn === '1 of 3' });
    await expect(page.getByText('1 message is without a date that can be read')).toHaveCount(turn === '1 of 3' ? 1 : 0);
    await page.getByRole('button', { name: 'Leave without a trace' }).click();
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import');
  expect(await peopleCount(page)).toBe(everybody);

  await open(page, '#/import');
  const undo = page.getByRole('button', { name: `Undo the import of ${JANES}` });
  await undo.click();
  await expect(undo).toHaveCount(0);
  await page.waitForTimeout(1000);
  await saved(page);
  await page.reload();
  expect(await peopleCount(page)).toBe(everybody - 1);
  expect(await found(page, 'Omar Haddad')).toEqual(omars.filter((text) => !text.includes('Litware')));
  expect(await found(page, 'Marta Sanz')).toHaveLength(1);
  expect(await found(page, 'Ines Okafor-Lindqvist')).toHaveLength(1);
  await open(page, '#/import');
  await expect(page.getByRole('button', { name: `Undo the import of ${OMARS}` })).toBeVisible();
  await expect(page.getByRole('button', { name: `Undo the import of ${JANES}` })).toHaveCount(0);
});
