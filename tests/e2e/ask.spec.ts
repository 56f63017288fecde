import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { accessibilityFaults, expect, move, open, openSample, saved, test, ways } from './app.ts';
import { connectionsCsv, upload } from './files.ts';

const CLIPBOARD = ['clipboard-read', 'clipboard-write'];
const OWN_EXPORT = [
  { first: 'Solveig', last: 'Aasen', company: 'Tamarisk Water', position: 'Chief Operating Officer' },
  { first: 'Wei', last: '<b>Li</b>', company: '=Globex', position: 'Head of Delivery' },
  { first: 'Nora', last: 'Private', company: 'Initech', position: 'Judge' },
];

/** Another person on another device: a profile of its own, the size of a phone. */
async function friendsPhone(browser: Browser, address: string): Promise<{ phone: Page; faults: string[] }> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    permissions: CLIPBOARD,
    baseURL: address,
  });
  const faults: string[] = [];
  context.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  context.on('weberror', (error) => faults.push(String(error.error())));
  context.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) faults.push(request.url());
    if (/ask=|answer=/.test(request.url())) faults.push(`the question went out: ${request.url()}`);
  });
  return { phone: await context.newPage(), faults };
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Everything a page could have kept: records, files of the app, keys. */
function stored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = localStorage.length + sessionStorage.length + (await caches.keys()).length;
    count += (await navigator.serviceWorker.getRegistrations()).length;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
      });
      for (const store of database.objectStoreNames) {
        count += await new Promise<number>((done) => {
          const counting = database.transaction(store).objectStore(store).count();
          counting.onsuccess = () => done(counting.result);
        });
      }
      database.close();
    }
    return count;
  });
}

test.beforeEach(async ({ context, address }) => {
  await context.grantPermissions(CLIPBOARD, { origin: new URL(address).origin });
});

test('a friend answers on a phone with their own export, and a lead becomes a confirmed way in', async ({
  page,
  browser,
  address,
}) => {
  await openSample(page);
  await page
    .getByRole('link', { name: /^Operations Director/ })
    .first()
    .click();
  await expect(ways(page).getByRole('heading', { name: 'Leads to check' })).toBeVisible();
  await ways(page)
    .getByRole('button', { name: /^Priyanka Raghunathan/ })
    .click();
  const introduce = move(page).getByRole('heading', { name: 'Ask Priyanka to ask Solveig first' });
  await expect(move(page).getByRole('heading', { level: 2 })).toBeVisible();
  await expect(introduce).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Prepare the/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Ask Priyanka about Solveig' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ask a friend' })).toBeVisible();
  await expect(page.locator('.ask-travels')).toContainText('1 Solveig Aasen, Tamarisk Water');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Prepare this question' }).click();
  await page.getByRole('button', { name: 'As a link or a file' }).click();
  await page.getByRole('button', { name: 'Copy as a short text' }).click();
  const question = await copied(page);
  expect(question).toMatch(/^#ask=[\w-]{40,400}$/);

  const { phone, faults } = await friendsPhone(browser, address);
  await phone.goto(`./${question}`);
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('do you know them?');
  expect(phone.url()).not.toContain('ask=');
  expect(await phone.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  expect(await phone.locator('meta[name=referrer]').getAttribute('content')).toBe('no-referrer');
  expect(await stored(phone)).toBe(0);
  expect(await accessibilityFaults(phone)).toEqual([]);
  const options = await phone
    .locator('.ask-answers label')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(options).size).toBe(1);

  await phone.getByText('Look it up in your own LinkedIn list').click();
  await phone.locator('input[type=file]').setInputFiles(upload('Connections.csv', connectionsCsv(OWN_EXPORT)));
  await expect(phone.getByText('1 of 1 name found among 3 contacts.')).toBeVisible();
  await expect(phone.getByText('You are connected, by your own list. Do you know them?')).toBeVisible();
  await expect(phone.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await phone.getByText('Well', { exact: true }).click();
  await phone.getByRole('button', { name: 'See what goes back' }).click();
  await expect(phone.locator('.ask-travels li')).toHaveText(['Solveig Aasen: know well']);
  await phone.getByRole('button', { name: 'Copy the answer' }).click();
  const answer = await copied(phone);
  expect(await stored(phone)).toBe(0);
  expect(faults).toEqual([]);
  await phone.context().close();

  await page.getByRole('button', { name: 'Enter the reply' }).click();
  await page.getByLabel('Paste the reply').fill(`Sure!\n${answer.slice(0, -3)}`);
  await expect(page.getByRole('alert')).toContainText('did not arrive whole');
  await page.getByLabel('Paste the reply').fill(`Sure!\n${answer}\nGood luck`);
  await expect(page.getByRole('radio', { name: 'Well' })).toBeChecked();
  await page.getByRole('button', { name: 'Take these answers in' }).click();
  await expect(page.getByRole('row', { name: /^Priyanka Raghunathan/ })).toContainText('Solveig Aasen: know well.');
  await saved(page);

  await page.getByRole('link', { name: 'Targets' }).first().click();
  await page
    .getByRole('link', { name: /^Operations Director/ })
    .first()
    .click();
  await expect(ways(page).getByRole('heading', { name: 'Confirmed' })).toBeVisible();
  await ways(page)
    .getByRole('button', { name: /^Priyanka Raghunathan/ })
    .click();
  await expect(ways(page)).toContainText("Priyanka's own answer: knows Solveig well");
  await expect(introduce).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ask Priyanka about Solveig' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Prepare the introduction' })).toBeVisible();
});

test('a reply in plain words is read, and rather not say leaves nothing behind', async ({ page }) => {
  await openSample(page);
  await open(page, '#/ask-friend');
  await page.getByRole('button', { name: /^Ask Priyanka Raghunathan about/ }).click();
  await page.getByRole('combobox', { name: 'Ask somebody else the same' }).fill('Rafael Pinto');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Prepare these 2 questions' }).click();
  const row = page.getByRole('row', { name: /^Rafael Pinto/ });
  await expect(row).toContainText('Waiting');
  await page.getByRole('button', { name: 'Enter the reply' }).nth(1).click();
  await page
    .getByLabel('Paste the reply')
    .fill('haha, 1 know! the rest rather not say: 2 3 4 5. Then please leave me out');
  await expect(page.getByText('This was understood.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'They ask to be left out of this search' })).toBeChecked();
  await page.getByRole('button', { name: 'Take these answers in' }).click();
  await expect(row).toContainText(/: know\. /);
  await expect(row).not.toContainText(/rather not/i);
  await expect(row).toContainText('Asked to be left out.');
  await expect(page.getByRole('row', { name: /^Priyanka Raghunathan/ })).toContainText('Waiting');
});

test('a willing friend shares a locked list, and it comes in as that friend’s', async ({ page, browser, address }) => {
  await open(page);
  await page.getByRole('textbox', { name: 'Role' }).fill('COO');
  await page.getByRole('textbox', { name: 'Company' }).fill('Tamarisk Water');
  await page.getByRole('textbox', { name: 'Hiring manager' }).fill('Solveig Aasen');
  await page.getByRole('textbox', { name: 'Friend' }).fill('Ana Costa');
  await page.getByText('Knows', { exact: true }).click();
  await page.getByText('I think so').click();
  await page.getByRole('button', { name: 'Find the way in' }).click();
  await expect(page.getByRole('heading', { name: 'Leads to check' })).toBeVisible();
  await ways(page)
    .getByRole('button', { name: /^Ana Costa/ })
    .click();
  await page.getByRole('link', { name: 'Ask Ana about Solveig' }).click();
  await page.getByRole('button', { name: 'Prepare this question' }).click();
  await page.getByRole('button', { name: 'As a link or a file' }).click();
  await page.getByRole('button', { name: 'Copy as a short text' }).click();

  const { phone, faults } = await friendsPhone(browser, address);
  await phone.goto(`./${await copied(page)}`);
  await phone.getByText('Look it up in your own LinkedIn list').click();
  await phone.locator('input[type=file]').setInputFiles(upload('Connections.csv', connectionsCsv(OWN_EXPORT)));
  await phone.getByText('Share this list, if you are willing').click();
  await phone.getByRole('checkbox', { name: /^Nora Private/ }).uncheck();
  await expect(phone.getByText('2 contacts of 3 in the file.')).toBeVisible();
  await phone.getByLabel('Passphrase for the file').fill('blue kettle');
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('button', { name: 'Save the list as a locked file' }).click(),
  ]);
  const list = upload('list.handcarry', await readFile(await download.path()));
  expect(faults).toEqual([]);
  await phone.context().close();

  await open(page, '#/import');
  await page.locator('input[type=file]').setInputFiles(list);
  await page.getByLabel('Passphrase').fill('blue kettles');
  await page.getByRole('button', { name: 'Open the list' }).click();
  await expect(page.getByText('That is not the passphrase this file was locked with.')).toBeVisible();
  await page.getByLabel('Passphrase').fill('blue kettle');
  await page.getByRole('button', { name: 'Open the list' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Whose list is this?' })).toBeVisible();
  await page.getByRole('button', { name: "Read Ana's list" }).click();
  await expect(page.getByRole('main')).toContainText('A list that a friend shared with you.');
  await page.getByRole('button', { name: /^Take / }).click();
  await open(page, '#/people');
  await expect(page.getByRole('row').filter({ hasText: 'Wei <b>Li</b>' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Nora Private' })).toHaveCount(0);
});

test('a localhost address is refused with the reason; a public one makes a link', async ({ page }) => {
  await openSample(page);
  await open(page, '#/settings/address');
  const address = page.getByLabel('Public address of your Handcarry');
  await address.fill('http://localhost:4173/');
  await expect(page.getByText('on the phone of your friend it leads nowhere')).toBeVisible();
  await address.fill('https://example.org/handcarry/#/targets');
  await address.press('Enter');
  await expect(address).toHaveValue('https://example.org/handcarry/');
  await open(page, '#/ask-friend');
  await page.getByRole('button', { name: /^Ask Priyanka Raghunathan about/ }).click();
  await page.getByRole('button', { name: 'Prepare this question' }).click();
  await page.getByRole('button', { name: 'As a link or a file' }).click();
  await expect(page.locator('.ask-link')).toHaveText(/^https:\/\/example\.org\/handcarry\/#ask=/);
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
});

test('an answer that was saved as a file is taken from Import to its question; ten megabytes are refused', async ({
  page,
}) => {
  await openSample(page);
  await open(page, '#/import');
  await page.locator('input[type=file]').setInputFiles(upload('answer.txt', '#answer=AQAAAAAAAAAAAAAA'));
  await expect(page.getByRole('main')).toContainText('did not arrive whole');
  await open(page, '#/ask-friend');
  await page.getByRole('button', { name: /^Ask Priyanka Raghunathan about/ }).click();
  await page.getByRole('button', { name: 'Prepare this question' }).click();
  await page.getByRole('button', { name: 'Enter the reply' }).click();
  await page.evaluate(() => navigator.clipboard.writeText(`#answer=${'x'.repeat(10_000_000)}`));
  await page.getByLabel('Paste the reply').press('Control+v');
  await expect(page.getByRole('alert')).toContainText('far longer than any question or answer');
  await expect(page.getByLabel('Paste the reply')).toHaveValue('');
});
