import type { Page } from '@playwright/test';
import { expect, open, saved, test } from './app.ts';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true }).first();

async function write(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).blur();
}

/** As one stroke, so that nothing of another tab comes between choosing the old text and writing over it. */
async function writeAtOnce(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).evaluate((element: HTMLInputElement, value) => {
    element.focus();
    element.select();
    document.execCommand('insertText', false, value);
    element.blur();
  }, text);
}

/** Whether the tab that writes is this one; nothing while nobody does. */
const writes = (page: Page): Promise<boolean[]> =>
  page.evaluate(async () => {
    const held = async (name: string) =>
      ((await navigator.locks.query()).held ?? []).filter((lock) => lock.name?.startsWith(name));
    const [own] = await navigator.locks.request('own', () => held('own'));
    return (await held('handcarry')).map(({ clientId }) => clientId === own?.clientId);
  });

test('two tabs follow each other live, also while one is being typed in', async ({ page, context }) => {
  const other = await context.newPage();
  await open(page, '#/settings');
  await open(other, '#/settings');
  expect(await writes(page)).toEqual([]);
  await write(page, 'City', 'Porto');
  await expect(field(other, 'City')).toHaveValue('Porto');
  expect([await writes(page), await writes(other)]).toEqual([[true], [false]]);
  await field(other, 'Phone').fill('half a num');
  await write(page, 'City', 'Lisbon');
  await expect(field(other, 'City')).toHaveValue('Lisbon');
  await expect(field(other, 'Phone')).toHaveValue('half a num');
  // What was typed may have been kept before Lisbon came: the last word is this one.
  await write(other, 'Phone', 'a whole number');
  await expect(field(page, 'Phone')).toHaveValue('a whole number');
  expect([await writes(page), await writes(other)]).toEqual([[false], [true]]);
  // At once, in both, each in a field of its own and both in the same one.
  await Promise.all([write(page, 'E-mail', 'jo@example.org'), write(other, 'Phone', '123')]);
  await Promise.all([writeAtOnce(page, 'City', 'Braga'), writeAtOnce(other, 'City', 'Faro')]);
  await expect(field(page, 'Phone')).toHaveValue('123');
  await expect(field(other, 'E-mail')).toHaveValue('jo@example.org');
  // The one that came to the lock last stands in both.
  const cities = () => Promise.all([page, other].map((tab) => field(tab, 'City').inputValue()));
  await expect.poll(async () => new Set(await cities()).size).toBe(1);
  for (const tab of [page, other]) await saved(tab);
  const [city = ''] = await cities();
  expect(['Braga', 'Faro']).toContain(city);
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
  // Typed and never left.
  await field(other, 'Phone').pressSequentially('typed, not left');
  await expect(field(page, 'Phone')).toHaveValue('typed, not left');
  expect(await writes(page)).toEqual([false]);
  const browser = await context.newCDPSession(other);
  await Promise.race([browser.send('Page.crash'), other.waitForEvent('crash')]).catch(() => {});
  await expect.poll(() => writes(page)).toEqual([]);
  await write(page, 'E-mail', 'goes@on.example');
  await saved(page);
  expect(await writes(page)).toEqual([true]);
  await page.reload();
  await expect(field(page, 'City')).toHaveValue('From the tab that crashes');
  await expect(field(page, 'Phone')).toHaveValue('typed, not left');
  await expect(field(page, 'E-mail')).toHaveValue('goes@on.example');
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

test('a tab that hangs loses the lock, and overwrites nothing when it wakes', async ({ page, context }) => {
  const other = await context.newPage();
  await open(page, '#/settings');
  await open(other, '#/settings');
  await write(other, 'City', 'Porto');
  await expect(field(page, 'City')).toHaveValue('Porto');
  const hanging = other.evaluate(() => {
    const until = performance.now() + 4_000;
    while (performance.now() < until);
  });
  await write(page, 'Phone', '123');
  await saved(page);
  expect(await writes(page)).toEqual([true]);
  await hanging;
  await expect(field(other, 'Phone')).toHaveValue('123');
  await write(other, 'City', 'Faro');
  await expect(field(page, 'City')).toHaveValue('Faro');
  await expect(field(page, 'Phone')).toHaveValue('123');
});

test('the same field changed in two tabs at once: the later one stands, and says so', async ({ page, context }) => {
  const other = await context.newPage();
  await open(page, '#/settings');
  await open(other, '#/settings');
  // Nobody hears of what this tab stores: as if both were at it within the same moment.
  await page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await write(page, 'City', 'Braga');
  await saved(page);
  await write(other, 'City', 'Faro');
  await expect(other.getByText('Kept: “Faro”. Not kept: “Braga”.')).toBeVisible();
  await expect(field(page, 'City')).toHaveValue('Faro');
});
