import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, open, openSample, saved, test } from './app.ts';

async function downloaded(page: Page, button: string): Promise<{ name: string; buffer: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
}

async function addPerson(page: Page, name: string): Promise<void> {
  await open(page, '#/people');
  await page.getByRole('button', { name: 'Add a person' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await saved(page);
}

/** What the browser still keeps for this app. */
async function kept(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    settings: Object.keys(localStorage),
  }));
}

test('a backup is saved, everything deleted without a trace, and restored from the file', async ({ page }) => {
  await openSample(page);
  await open(page, '#/settings/appearance');
  await page.getByText('Dark', { exact: true }).click();
  await open(page, '#/settings/backup');
  const { name, buffer } = await downloaded(page, 'Save a backup file');
  expect(name).toMatch(/^Sample .*\.handcarry$/);

  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('textbox', { name: /^Type/ }).fill('delete everything');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is deleted');
  expect(await kept(page)).toEqual({ databases: [], caches: [], workers: 0, settings: [] });
  await page.getByRole('button', { name: 'Start again' }).click();
  await open(page, '#/start');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One friend. One page. One try. Then on.');

  await open(page, '#/settings/backup');
  await page.getByLabel('Backup file').setInputFiles({ name, mimeType: '', buffer });
  await expect(page.getByRole('row', { name: 'People' })).toHaveText('People1170117');
  await expect(page.getByText('nothing is replaced')).toBeVisible();
  await page.getByRole('button', { name: 'Restore this file' }).click();
  await expect(page.getByText('Restored Sample: 117 people.')).toBeVisible();
  await saved(page);
  await open(page, '#/people');
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', '118');
});

test('workspaces stand side by side, each with its banner; nothing crosses', async ({ page }) => {
  await addPerson(page, 'Own Person');
  await expect(page.getByRole('region', { name: 'Workspace', exact: true })).toHaveCount(0);
  await open(page, '#/settings/workspaces');
  await expect(page.getByText("only with that client's consent")).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of a new workspace' }).fill('A client');
  await page.getByRole('button', { name: 'Make it' }).click();
  const banner = page.getByRole('region', { name: 'Workspace', exact: true });
  await expect(banner).toContainText('A client');
  const clientHue = await banner.getAttribute('data-workspace-hue');
  await addPerson(page, 'Client Person');
  await expect(page.getByText('Own Person')).toHaveCount(0);

  await banner.getByRole('link', { name: 'Other workspaces' }).click();
  await page.getByRole('button', { name: 'Open My search' }).click();
  await expect(banner).toContainText('My search');
  expect(typeof clientHue).toBe('string');
  await open(page, '#/people');
  await expect(page.getByText('Own Person').first()).toBeVisible();
  await expect(page.getByText('Client Person')).toHaveCount(0);

  await open(page, '#/settings/workspaces');
  await page.getByRole('button', { name: 'Delete A client' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(banner).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Workspaces' }).getByRole('listitem')).toHaveCount(1);
});

test('a locked backup says so, is merged after its passphrase, and can be undone', async ({ page }) => {
  await addPerson(page, 'From The File');
  await open(page, '#/settings/backup');
  await page.getByLabel('Passphrase (optional)').fill('a long one');
  const file = await downloaded(page, 'Save a backup file');
  await page.getByRole('textbox', { name: 'Name of a new workspace' }).fill('Second');
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByRole('region', { name: 'Workspace', exact: true })).toContainText('Second');
  await addPerson(page, 'Already Here');
  await open(page, '#/settings/backup');
  await page.getByLabel('Backup file').setInputFiles({ ...file, mimeType: '' });
  await expect(page.getByText('locked with a passphrase', { exact: false }).first()).toBeVisible();
  await page.getByLabel('Passphrase of this file').fill('another one');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'does not open this backup' })).toBeVisible();
  await page.getByLabel('Passphrase of this file').fill('a long one');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('row', { name: 'People' })).toHaveText('People111');
  await page.getByText('Merge into what is open').click();
  await page.getByRole('button', { name: 'Restore this file' }).click();
  await saved(page);
  await open(page, '#/people');
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', '3');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', '2');
});

test('backups go to the same file each time where the browser offers it', async ({ page }) => {
  // The picker is the system's own window; its answer here is a real file handle of the page's private file system.
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle('mine.handcarry', { create: true }),
    });
  });
  const size = () =>
    page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle('mine.handcarry')).getFile()).size;
    });
  await addPerson(page, 'Somebody');
  await open(page, '#/settings/backup');
  await page.getByRole('button', { name: 'Use the same file each time' }).click();
  await expect(page.getByText('Written to mine.handcarry')).toBeVisible();
  const first = await size();
  expect(first).toBeGreaterThan(100);
  await addPerson(page, 'Another Person');
  await page.reload();
  await open(page, '#/settings/backup');
  await page.getByRole('button', { name: 'Save to mine.handcarry' }).click();
  await expect(page.getByText('Written to mine.handcarry')).toBeVisible();
  expect(await size()).toBeGreaterThan(first);
  const zip = await downloaded(page, 'Save a readable copy');
  expect(zip.buffer.subarray(0, 2).toString()).toBe('PK');
});
