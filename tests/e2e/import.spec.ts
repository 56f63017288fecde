import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, open, saved, test } from './app.ts';
import { archive, connectionsCsv, contacts, messagesCsv, type Upload, upload } from './files.ts';

const PEOPLE = contacts(40);
const EXPORT = upload(
  'Basic_LinkedInDataExport_11-20-2026.zip',
  archive({ 'Connections.csv': connectionsCsv(PEOPLE), 'messages.csv': messagesCsv(PEOPLE.slice(0, 5), 6) }),
);

/** Puts files into the drop area of the screen that is open. */
async function drop(page: Page, files: readonly Upload[] | string[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files as string[]);
}

async function reviewed(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Look before it is stored|Nothing to take in/, {
    timeout: 30_000,
  });
}

/** A figure of the review by its label. */
function figure(page: Page, label: string) {
  return page
    .locator('dl div')
    .filter({ has: page.locator('dt', { hasText: label }) })
    .locator('dd');
}

async function takeIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Take / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken in');
}

async function peopleCount(page: Page): Promise<string> {
  await open(page, '#/people');
  const grid = page.getByRole('grid', { name: 'People' });
  if ((await grid.count()) === 0) return '0';
  return String(Number(await grid.getAttribute('aria-rowcount')) - 1);
}

test('an export is reviewed, taken in, kept over a reload, and brings nothing new the second time', async ({
  page,
}) => {
  await open(page);
  await drop(page, [EXPORT]);
  await reviewed(page);
  await expect(figure(page, 'New people')).toHaveText('40');
  await expect(figure(page, 'Messages')).toHaveText('60');
  await takeIn(page);
  await expect(page.getByText('LinkedIn does not say who knows whom')).toBeVisible();
  await saved(page);

  await page.reload();
  expect(await peopleCount(page)).toBe('40');
  await page.getByRole('searchbox').first().fill('Ada Abara');
  await expect(page.getByRole('row').filter({ hasText: 'Ada Abara' })).toBeVisible();

  await open(page, '#/import');
  await drop(page, [EXPORT]);
  await page.getByRole('button', { name: 'Read my list' }).click();
  await reviewed(page);
  await expect(figure(page, 'New people')).toHaveText('0');
  await expect(figure(page, 'Same as before')).toHaveText('40');
  await expect(figure(page, 'Updated')).toHaveText('0');
});

test('leaving the review leaves no trace', async ({ page }) => {
  await open(page);
  await drop(page, [EXPORT]);
  await reviewed(page);
  await page.getByRole('button', { name: 'Leave without a trace' }).click();
  await page.reload();
  expect(await peopleCount(page)).toBe('0');
});

test('an import can be undone later', async ({ page }) => {
  await open(page);
  await drop(page, [EXPORT]);
  await reviewed(page);
  await takeIn(page);
  await saved(page);
  await page.reload();
  await open(page, '#/import');
  const undo = page.getByRole('button', { name: /^Undo the import of/ });
  await undo.click();
  await expect(undo).toHaveCount(0);
  await saved(page);
  await page.reload();
  expect(await peopleCount(page)).toBe('0');
});

test('a tab closed in the middle of an import leaves nothing half-stored', async ({ page, context }) => {
  const many = contacts(30_000);
  await open(page);
  await drop(page, [upload('Connections.csv', connectionsCsv(many))]);
  await page.close();
  const again = await context.newPage();
  expect(await peopleCount(again)).toBe('0');

  await open(again);
  await drop(again, [upload('Connections.csv', connectionsCsv(many))]);
  await reviewed(again);
  await again.getByRole('button', { name: /^Take / }).click();
  await again.close();
  const third = await context.newPage();
  expect(['0', '30000']).toContain(await peopleCount(third));
});

test('reading can be cancelled', async ({ page }, info) => {
  const file = info.outputPath('messages.csv');
  writeFileSync(file, messagesCsv(contacts(10_000), 12));
  await open(page);
  await drop(page, [file]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeHidden();
  expect(await peopleCount(page)).toBe('0');
});

test("a friend's list makes a listed way in", async ({ page }) => {
  await open(page);
  await drop(page, [EXPORT]);
  await reviewed(page);
  await takeIn(page);
  await open(page, '#/import');
  const marta = { first: 'Marta', last: 'Silva', company: 'Acme', position: 'VP Operations' };
  await drop(page, [upload('Ada Connections.csv', connectionsCsv([marta, ...PEOPLE.slice(1, 4)]))]);
  await page.getByText("A friend's list").click();
  await page.getByRole('combobox', { name: 'Which friend?' }).fill('Ada Abara');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: "Read Ada's list" }).click();
  await reviewed(page);
  await expect(figure(page, 'New people')).toHaveText('1');
  await takeIn(page);

  await open(page, '#/people');
  await page.getByRole('searchbox').first().fill('Marta Silva');
  await page.getByRole('row').filter({ hasText: 'Marta Silva' }).click();
  await expect(page.getByRole('complementary', { name: 'Person' })).toContainText('Ada Abara');
});

test.describe('every awkward file gets a clear sentence', () => {
  const folder = 'data/files';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();

  test('one after the other, in the real browser', async ({ page }) => {
    test.setTimeout(240_000);
    await open(page, '#/import');
    for (const file of files) {
      await test.step(file, async () => {
        await drop(page, [file]);
        await reviewed(page);
        await expect(page.getByRole('main')).toHaveText(/[a-z].{60}/);
        await page.getByRole('button', { name: /^Leave/ }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import');
      });
    }
    expect(files.length).toBeGreaterThan(20);
    expect(await peopleCount(page)).toBe('0');
  });

  const bad = [
    { name: 'empty.csv', content: '', says: /empty/i },
    { name: 'really-a-pdf.csv', content: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n', says: /PDF/ },
    { name: 'nothing-known.zip', content: archive({ 'photo.txt': 'x' }), says: /zip|archive|nothing/i },
    {
      name: 'truncated.zip',
      content: EXPORT.buffer.subarray(0, 700),
      says: /damaged|truncated|not whole|incomplete|cut/i,
    },
    {
      name: 'prototype.csv',
      content: '__proto__,constructor,toString\na,b,c\n',
      says: /What is in prototype.csv|header|columns/i,
    },
  ] as const;
  for (const { name, content, says } of bad) {
    test(name, async ({ page }) => {
      await open(page, '#/import');
      await drop(page, [upload(name, content)]);
      await reviewed(page);
      await expect(page.getByRole('main')).toContainText(says);
      await expect(page.getByRole('button', { name: /^Take in \d/ })).toHaveCount(0);
    });
  }
});

/** Tab after Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : '';
      return `${at?.getAttribute('aria-label') ?? ''} ${label} ${at?.textContent ?? ''}`;
    });
    if (name.test(words)) return;
  }
  throw new Error(`nothing called ${name} is reached by Tab`);
}

test('what an import asks is answered by keyboard alone: the letters, which of them is me, whose lists these are', async ({
  page,
}) => {
  const file = (name: string) => upload(name, readFileSync(`data/files/${name}`));
  await open(page, '#/import');
  await drop(page, [file('outlook-classic-polish-cp1250.csv')]);
  await reviewed(page);
  await tabTo(page, /^ *Letters read as Central European/);
  await page.keyboard.press('Enter');
  await tabTo(page, /Read as Western European/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Letters read as Western European.')).toBeVisible();
  await page.getByRole('button', { name: /^Leave/ }).click();

  await drop(page, [file('messages-one-pair-owner-unknown.csv')]);
  await reviewed(page);
  await expect(page.getByRole('button', { name: /^Take / })).toHaveCount(0);
  await tabTo(page, /Jordan Pike/);
  await page.keyboard.press('Enter');
  await expect(figure(page, 'Messages')).toHaveText('1');
  await expect(page.getByRole('heading', { name: 'Are you Jordan Pike?' })).toBeVisible();
  await tabTo(page, /^ *Take in 1 new person as Jordan Pike/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken in');

  await drop(page, [file('connections-current.csv'), file('connections-of-a-friend.csv')]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose lists are these?');
  await tabTo(page, /Mine/);
  await tabTo(page, /Mine/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /Which friend\?/);
  await page.keyboard.type('Jane Roe');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, /^ *Read them, 2 people in turn/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
  await tabTo(page, /^ *Take in/);
  await page.keyboard.press('Enter');
  await expect(page.getByText("Read as Jane Roe's list")).toBeVisible();
});

test('rows with problems are shown with number, field and reason; the others go in', async ({ page }) => {
  const csv = connectionsCsv(PEOPLE.slice(0, 3));
  const long = 'n'.repeat(10_000);
  const rows = `\u202Eevil\u202C,Bidi,https://www.linkedin.com/in/bidi-x,,Acme,Analyst,31 Feb 2024\n${long},Long,https://www.linkedin.com/in/long-x,,Acme,Analyst,01 Jan 2024\nFuture,Person,https://www.linkedin.com/in/future-x,,Acme,Analyst,01 Jan 2199\n`;
  await open(page, '#/import');
  await drop(page, [upload('Connections.csv', csv + rows)]);
  await reviewed(page);
  const problems = page.getByRole('region', { name: 'Problem rows' });
  await expect(problems).toBeVisible();
  await expect(problems.getByRole('row')).not.toHaveCount(1);
  const [saving] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save problem rows as CSV' }).click(),
  ]);
  expect(readFileSync(await saving.path(), 'utf8')).toContain('31 Feb 2024');
  await takeIn(page);
  expect(Number(await peopleCount(page))).toBeGreaterThanOrEqual(5);
});
