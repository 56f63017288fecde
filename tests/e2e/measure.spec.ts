import { expect, open, saved, test } from './app.ts';
import { connectionsCsv, contacts, messagesCsv, upload } from './files.ts';

const MANY = contacts(30_000);
const FRIEND = { first: 'Ada', last: 'Abara', company: 'Company 0', position: 'Head of Operations' };
const MANAGER = { first: 'Marta', last: 'Silva', company: 'Acme', position: 'VP Operations' };

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
