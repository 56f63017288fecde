import type { Page } from '@playwright/test';
import { expect, open, saved, test } from './app.ts';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true }).first();

async function write(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).blur();
}

test('two tabs follow each other live, also while one is being typed in', async ({ page, context }) => {
  const other = await context.newPage();
  await open(page, '#/settings');
  await open(other, '#/settings');
  await write(page, 'City', 'Porto');
  await expect(field(other, 'City')).toHaveValue('Porto');
  await field(other, 'Phone').fill('half a num');
  await write(page, 'City', 'Lisbon');
  await expect(field(other, 'City')).toHaveValue('Lisbon');
  await expect(field(other, 'Phone')).toHaveValue('half a num');
  await field(other, 'Phone').blur();
  await expect(field(page, 'Phone')).toHaveValue('half a num');
  // At once, in both, each in a field of its own and both in the same one.
  await Promise.all([write(page, 'E-mail', 'jo@example.org'), write(other, 'Phone', '123')]);
  await Promise.all([write(page, 'City', 'Braga'), write(other, 'City', 'Faro')]);
  await expect(field(page, 'Phone')).toHaveValue('123');
  await expect(field(other, 'E-mail')).toHaveValue('jo@example.org');
  const city = await field(page, 'City').inputValue();
  expect(['Braga', 'Faro']).toContain(city);
  await expect(field(other, 'City')).toHaveValue(city);
  for (const tab of [page, other]) {
    await saved(tab);
    await tab.reload();
    await expect(field(tab, 'City')).toHaveValue(city);
    await expect(field(tab, 'E-mail')).toHaveValue('jo@example.org');
  }
});

test('a tab that crashes holds up nobody, and what it had saved is there', async ({ page, context }) => {
  const other = await context.newPage();
  await open(page, '#/settings');
  await open(other, '#/settings');
  await write(other, 'City', 'From the tab that crashes');
  await saved(other);
  await expect(field(page, 'City')).toHaveValue('From the tab that crashes');
  await field(other, 'Phone').fill('lost with the ta');
  const browser = await context.newCDPSession(other);
  await Promise.race([browser.send('Page.crash'), other.waitForEvent('crash')]).catch(() => {});
  await write(page, 'Phone', 'goes on');
  await saved(page);
  await page.reload();
  await expect(field(page, 'City')).toHaveValue('From the tab that crashes');
  await expect(field(page, 'Phone')).toHaveValue('goes on');
});

test('a tab that is left in the middle of a word keeps the word', async ({ page, context }) => {
  await open(page, '#/settings');
  await field(page, 'City').fill('Half a ci');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const other = await context.newPage();
  await open(other, '#/settings');
  await expect(field(other, 'City')).toHaveValue('Half a ci');
});
