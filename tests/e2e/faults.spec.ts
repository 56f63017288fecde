import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { serve } from '#tests/serve.mjs';
import { expect, type Faults, open, saved, test } from './app.ts';
import { putStoreOfReleaseOne } from './crash-steps.ts';

const city = (page: Page) => page.getByRole('textbox', { name: 'City' });
const notSaved = (page: Page) => page.getByRole('alert', { name: 'Not saved' });

/** The picture that stands in for another page of this address asks for an icon of its own. */
function withoutIcon(faults: Faults): void {
  faults.console.splice(0, Infinity, ...faults.console.filter((text) => !text.includes('favicon.ico')));
}

async function write(page: Page, text: string): Promise<void> {
  await city(page).fill(text);
  await city(page).blur();
}

/** The work is still open, and goes into a file. */
async function fileCanBeSaved(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notSaved(page).getByRole('button', { name: 'Save a backup file' }).click(),
  ]);
  expect(readFileSync(await download.path()).length).toBeGreaterThan(100);
}

/** Counts what lies in the store, from a page of the same address that is not the app. */
async function stored(page: Page, address: string, version?: number): Promise<{ version: number; shelf: number }> {
  await page.goto(`${address}icon.svg`);
  return page.evaluate(
    (wanted) =>
      new Promise<{ version: number; shelf: number }>((done, failed) => {
        const opening = indexedDB.open('handcarry', wanted);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('shelf').objectStore('shelf').count();
          counting.onsuccess = () => {
            database.close();
            done({ version: database.version, shelf: counting.result });
          };
        };
      }),
    version,
  );
}

test('no room: the notice says so, the work stays open, a file can be saved, and it is stored once there is room', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if ('full' in window) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await open(page, '#/settings');
  await saved(page);
  await page.evaluate(() => Object.assign(window, { full: true }));
  await write(page, 'Porto');
  await expect(notSaved(page)).toContainText('no room left for Handcarry');
  await fileCanBeSaved(page);
  await expect(city(page)).toHaveValue('Porto');
  await page.evaluate(() => Reflect.deleteProperty(window, 'full'));
  await expect(page.locator('.topbar-save[data-kind="calm"]')).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(city(page)).toHaveValue('Porto');
});

test('a browser that stores nothing: said at the start, work goes on, a file can be saved', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('private', 'SecurityError');
    };
  });
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your data could not be opened');
  await expect(page.getByRole('alert')).toContainText('does not let Handcarry store anything here');
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await page.goto('./#/settings');
  await write(page, 'Porto');
  await expect(notSaved(page)).toContainText('a private window');
  await fileCanBeSaved(page);
  await expect(city(page)).toHaveValue('Porto');
});

test('storage cleared while it is open: the work stays, and goes back into the store at a word', async ({
  page,
  context,
  address,
}) => {
  await open(page, '#/settings');
  await write(page, 'Porto');
  await saved(page);
  const browser = await context.newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'indexeddb' });
  await write(page, 'Lisbon');
  await expect(notSaved(page)).toContainText('it was cleared');
  await fileCanBeSaved(page);
  await notSaved(page).getByRole('button', { name: 'Store it here again' }).click();
  await expect(notSaved(page)).toHaveCount(0);
  await page.reload();
  await expect(city(page)).toHaveValue('Lisbon');
});

test('a newer version has taken the store: this one never writes again and says why', async ({
  page,
  context,
  address,
  faults,
}) => {
  await open(page, '#/settings');
  await write(page, 'Porto');
  await saved(page);
  const other = await context.newPage();
  expect(await stored(other, address, 99)).toEqual({ version: 99, shelf: 1 });
  await write(page, 'Written by the old version');
  await expect(notSaved(page)).toContainText('A newer version of Handcarry is open in another tab');
  await fileCanBeSaved(page);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your data could not be opened');
  await expect(page.getByRole('alert')).toContainText('newer version');
  await page.getByRole('button', { name: 'Go on without it' }).click();
  expect(await stored(other, address)).toEqual({ version: 99, shelf: 1 });
  withoutIcon(faults);
});

test('an older version that does not let go is named, and the store opens once it is closed', async ({
  page,
  context,
  faults,
}) => {
  const server = await serve({ root: process.env['DIST'] ?? 'dist', port: 0 });
  const older = await context.newPage();
  await putStoreOfReleaseOne(older, server.url, true);
  await page.goto(server.url);
  await expect(page.getByRole('alert')).toContainText('Another tab of Handcarry keeps the store open');
  await older.close();
  await expect(page.getByText('Client Person').or(page.getByText('A client')).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('could not be opened')).toHaveCount(0);
  await server.close();
  expect(faults.requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
  faults.requests.length = 0;
  withoutIcon(faults);
});

test('a connection that the browser dropped is opened again without a word', async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    const opened: IDBOpenDBRequest[] = [];
    IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
      const request = open.apply(this, args);
      opened.push(request);
      return request;
    };
    Object.assign(window, { drop: () => opened.map((request) => request.result.close()).length });
  });
  await open(page, '#/settings');
  await saved(page);
  expect(await page.evaluate(() => (window as unknown as { drop(): number }).drop())).toBe(1);
  await write(page, 'Porto');
  await expect(page.locator('.topbar-save[data-kind="calm"]')).toBeVisible();
  await expect(notSaved(page)).toHaveCount(0);
  await page.reload();
  await expect(city(page)).toHaveValue('Porto');
});
