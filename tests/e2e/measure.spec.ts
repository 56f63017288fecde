import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, open, saved, test } from './app.ts';
import { connectionsCsv, contacts, messagesCsv, upload } from './files.ts';

const MANY = contacts(30_000);
const FRIEND = { first: 'Ada', last: 'Abara', company: 'Company 0', position: 'Head of Operations' };
const MANAGER = { first: 'Marta', last: 'Silva', company: 'Acme', position: 'VP Operations' };

declare global {
  interface Window {
    longTasks: { readonly start: number; readonly duration: number }[];
  }
}

/** What held the page up for more than 50 ms, from now on. */
async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask' });
  });
}

/** Does it, and says how long it took and what of that held the page up at a stretch. Time never fails a test. */
async function step(page: Page, what: string, work: () => Promise<void>): Promise<void> {
  const since = await page.evaluate(() => performance.now());
  const began = performance.now();
  await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  // Told a moment late: the observer hears of a task after the next one.
  await page.waitForTimeout(1_500);
  const tasks = await page.evaluate((from) => window.longTasks.filter(({ start }) => start >= from), since);
  const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
  const held =
    tasks.length === 0 ? 'no task over 50 ms' : `${tasks.length} tasks over 50 ms, the longest ${longest} ms`;
  console.log(`${what}: ${seconds} s, ${held}`);
}

/** From the drop to an undone import, step by step, with 30,000 people. */
test('what an import of 30,000 people asks of the page @measure', async ({ page }) => {
  test.setTimeout(180_000);
  // From disk: a file handed over as bytes would hold the page up by itself.
  const list = test.info().outputPath('Connections.csv');
  writeFileSync(list, connectionsCsv(MANY));
  await watchTasks(page);
  await open(page, '#/import');
  const review = page.getByRole('heading', { name: 'Look before it is stored' });
  await step(page, 'drop to review', async () => {
    await page.locator('input[type=file]').setInputFiles(list);
    await expect(review).toBeVisible({ timeout: 60_000 });
  });
  await step(page, 'taken in', async () => {
    await page.getByRole('button', { name: /^Take / }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken in', { timeout: 60_000 });
  });
  await step(page, 'saved', () => saved(page));
  await step(page, 'People opened', async () => {
    await page.getByRole('link', { name: 'See the people' }).click();
    await expect(page.getByText('30,000 people')).toBeVisible({ timeout: 60_000 });
  });
  await step(page, 'a search', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Farid Ito 29909', { delay: 60 });
    await expect(page.getByRole('option').filter({ hasText: 'Farid Ito 29909' })).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Escape');
  });
  await step(page, 'the import taken back', async () => {
    await page.goto('./#/import');
    const undo = page.getByRole('button', { name: /^Undo the import/ });
    await undo.click();
    await expect(undo).toHaveCount(0, { timeout: 60_000 });
    await saved(page);
  });
});

/** Says how long a person waits; time never fails a test. Read from what `npm run test:long` prints. */
test('from the drop to the review, and on to the first way in @measure', async ({ page }) => {
  test.setTimeout(180_000);
  const say = (what: string, since: number) =>
    console.log(`${what}: ${((performance.now() - since) / 1000).toFixed(2)} s`);
  const review = () =>
    expect(page.getByRole('heading', { name: 'Look before it is stored' })).toBeVisible({ timeout: 60_000 });

  const takeIn = async () => {
    await page.getByRole('button', { name: /^Take / }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken in');
    await saved(page);
  };

  await open(page, '#/import');
  let since = performance.now();
  await page.locator('input[type=file]').setInputFiles(upload('Connections.csv', connectionsCsv(MANY)));
  await review();
  say('Connections.csv of 30,000 rows, drop to review', since);
  since = performance.now();
  await takeIn();
  say('taken in and saved', since);

  await open(page, '#/import');
  await page.locator('input[type=file]').setInputFiles(upload('messages.csv', messagesCsv(MANY.slice(0, 2_500), 10)));
  since = performance.now();
  await page.getByRole('button', { name: 'Read my list' }).click();
  await review();
  say('messages.csv of 50,000 rows, read to review', since);
  await takeIn();

  await open(page, '#/import');
  await page
    .locator('input[type=file]')
    .setInputFiles(upload('Ada.csv', connectionsCsv([MANAGER, ...MANY.slice(1, 900)])));
  await page.getByText("A friend's list").click();
  await page.getByRole('combobox', { name: 'Which friend?' }).fill(`${FRIEND.first} ${FRIEND.last}`);
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: "Read Ada's list" }).click();
  await review();
  await takeIn();

  await open(page, '#/targets/new');
  await page
    .getByRole('textbox', { name: /^Role/ })
    .or(page.getByRole('textbox', { name: /^Title/ }))
    .first()
    .fill('Head of Care');
  await page
    .getByRole('textbox', { name: 'Company' })
    .or(page.getByRole('combobox', { name: 'Company' }))
    .first()
    .fill('Acme');
  since = performance.now();
  await page.getByRole('button', { name: 'Find the way in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Head of Care' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No verified way in yet' })).toBeVisible();
  say('target made, its page answered, 30,900 people', since);
});

test('from an edit to the disk, without and with a passphrase @measure', async ({ page }) => {
  test.setTimeout(120_000);
  /** Milliseconds from a key to "Saved", which waits for the transaction to complete; the field is never left. */
  const edits = () =>
    page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('input[autocomplete="address-level2"]');
      const bar = () => document.querySelector('.topbar-save')?.getAttribute('data-kind');
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      if (!input || !write) throw new Error('no field');
      const times: number[] = [];
      for (let at = 0; at < 40; at++) {
        input.focus();
        const began = performance.now();
        const saved = new Promise<void>((done) => {
          let busy = false;
          const watch = new MutationObserver(() => {
            busy ||= bar() === 'busy';
            if (!busy || bar() !== 'calm') return;
            watch.disconnect();
            done();
          });
          watch.observe(document.body, { attributes: true, childList: true, subtree: true });
        });
        write.call(input, `City ${at} ${Math.random()}`);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await saved;
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b);
    });
  const say = (what: string, times: readonly number[]) =>
    console.log(
      `${what}: median ${times[20]?.toFixed(0)} ms, 38 of 40 within ${times[37]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms`,
    );
  await watchTasks(page);
  await open(page, '#/import');
  await page.locator('input[type=file]').setInputFiles(upload('Connections.csv', connectionsCsv(MANY)));
  await page.getByRole('button', { name: /^Take / }).click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken in', { timeout: 60_000 });
  await saved(page);
  await open(page, '#/settings');
  say('an edit among 30,000 people, to the disk', await edits());
  await page.getByLabel('New passphrase').fill('four plain words');
  await page.getByLabel('The same again').fill('four plain words');
  await step(page, 'a passphrase set, 30,000 people encrypted', async () => {
    await page.getByRole('button', { name: 'Set the passphrase' }).click();
    await page.getByText('Everything on this computer is encrypted now.').waitFor({ timeout: 60_000 });
  });
  await page.reload();
  await step(page, '30,000 people opened with the passphrase', async () => {
    await page.getByLabel('Passphrase', { exact: true }).fill('four plain words');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('#settings-storage').waitFor({ timeout: 60_000 });
  });
  say('an edit among 30,000 people under a passphrase, to the disk', await edits());
});
