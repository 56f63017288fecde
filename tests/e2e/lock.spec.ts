import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, open, openSample, saved, test } from './app.ts';

const PASS = 'four plain words here';

/** Everything in the app's database as a program on this computer would read it, bytes as Latin letters. */
async function raw(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('handcarry');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const all = await Promise.all(
      [...database.objectStoreNames].map(
        (name) =>
          new Promise<unknown[]>((done) => {
            const reading = database.transaction(name).objectStore(name).getAll();
            reading.onsuccess = () => done(reading.result);
          }),
      ),
    );
    database.close();
    const settings = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.title];
    return JSON.stringify([all, settings], (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    );
  });
}

/** First names, last names, companies and titles of the founding case. */
async function wordsOf(page: Page): Promise<string[]> {
  await open(page, '#/people');
  const cells = await page.getByRole('grid', { name: 'People' }).getByRole('gridcell').allInnerTexts();
  return [...new Set(cells.flatMap((text) => text.match(/\p{Lu}\p{L}{3,}/gu) ?? []))];
}

async function setLock(page: Page): Promise<void> {
  await open(page, '#/settings/lock');
  await expect(page.getByText('A forgotten passphrase cannot be recovered, by anybody.')).toBeVisible();
  await page.getByLabel('New passphrase').fill(PASS);
  await page.getByLabel('The same again').fill(`${PASS}!`);
  await page.getByRole('button', { name: 'Set the passphrase' }).click();
  await expect(page.getByText('The two are not the same')).toBeVisible();
  await page.getByLabel('The same again').fill(PASS);
  await page.getByRole('button', { name: 'Set the passphrase' }).click();
  await expect(page.getByText('Everything on this computer is encrypted now.')).toBeInViewport();
}

async function unlock(page: Page, passphrase = PASS): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

const locked = (page: Page) => page.getByRole('heading', { level: 1, name: 'Handcarry is locked' });

test('under a passphrase the store holds no name; a wrong one opens nothing; locked again at a word', async ({
  page,
}) => {
  await openSample(page);
  const words = await wordsOf(page);
  expect(words.length).toBeGreaterThan(40);
  const before = await raw(page);
  expect(words.filter((word) => !before.includes(word)).length).toBeLessThan(words.length / 4);

  await setLock(page);
  const encrypted = await raw(page);
  expect(words.filter((word) => encrypted.includes(word))).toEqual([]);
  expect(encrypted).not.toMatch(/Sample|My search|person:/);

  await page.getByRole('textbox', { name: 'City' }).fill('Half a city');
  await page.keyboard.press('Control+Shift+L');
  await expect(locked(page)).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  const still = await raw(page);
  await unlock(page, 'four plain words');
  await expect(page.getByRole('alert')).toHaveText('This is not the passphrase. Nothing was opened.');
  expect(await raw(page)).toBe(still);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await unlock(page);
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('Half a city');
  await open(page, '#/target/lumbra-care-operations');
  await expect(page).toHaveTitle('Handcarry');
  await page.goto('./#/people');
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', '118');
});

test('two tabs lock together and are opened each by itself; edits of both are there', async ({ page, context }) => {
  await openSample(page);
  const other = await context.newPage();
  await open(other, '#/settings');
  await setLock(page);
  await expect(locked(other)).toBeVisible();
  await unlock(other);
  await other.getByRole('textbox', { name: 'City' }).fill('From the other tab');
  await other.getByRole('textbox', { name: 'City' }).blur();
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('From the other tab');
  await page.getByRole('button', { name: 'Lock now' }).first().click();
  await expect(locked(page)).toBeVisible();
  await expect(locked(other)).toBeVisible();
  await unlock(page);
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('From the other tab');
  await expect(locked(other)).toBeVisible();
});

test('nobody at work for five minutes: it locks by itself', async ({ page }) => {
  await page.clock.install();
  await openSample(page);
  await setLock(page);
  await page.getByText('5 minutes', { exact: true }).click();
  await page.clock.fastForward('04:30');
  await page.mouse.move(100, 100);
  await page.mouse.move(120, 120);
  await page.clock.runFor(10_000);
  await page.clock.fastForward('04:30');
  await page.clock.runFor(10_000);
  await expect(locked(page)).toHaveCount(0);
  await page.clock.fastForward('00:40');
  await page.clock.runFor(10_000);
  await expect(locked(page)).toBeVisible();
});

test('locked it works without a network; a backup of an open app restores after everything was deleted', async ({
  page,
  context,
}) => {
  await openSample(page);
  await setLock(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.reload();
  await expect(locked(page)).toBeVisible();
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await open(page, '#/settings/backup');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a backup file' }).click(),
  ]);
  const file = await download.path();
  await page.reload();
  await page.getByText('I forgot the passphrase').click();
  await page.getByRole('textbox', { name: /^Type/ }).fill('delete everything');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is deleted');
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await page.getByRole('button', { name: 'Start again' }).click();
  await open(page, '#/settings/backup');
  await page.getByLabel('Backup file').setInputFiles(file);
  await page.getByRole('button', { name: 'Restore this file' }).click();
  await expect(page.getByText('Restored Sample: 117 people.')).toBeVisible();
  await saved(page);
});

test('the passphrase is changed and taken away', async ({ page }) => {
  await openSample(page);
  await setLock(page);
  await page.getByText('Change the passphrase').click();
  await page.getByLabel('Passphrase now').first().fill(PASS);
  await page.getByLabel('New passphrase').fill('another few words');
  await page.getByLabel('The same again').fill('another few words');
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('The passphrase before opens nothing any more.')).toBeVisible();
  await page.reload();
  await unlock(page);
  await expect(page.getByRole('alert')).toContainText('not the passphrase');
  await unlock(page, 'another few words');
  await page.getByText('Take the passphrase away').click();
  await page.getByLabel('Passphrase now').last().fill('another few words');
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByText('Nothing is encrypted any more.')).toBeVisible();
  expect(await raw(page)).toContain('Sample');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});
