import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, open, openSample, test } from './app.ts';
import { upload } from './files.ts';

const heading = (page: Page) => page.locator('.interview-card h2');
const status = (page: Page) => page.locator('.interview').getByRole('status');

test('thirty answers on who knows whom by keyboard alone, each with why it is asked, and back again', async ({
  page,
}) => {
  await openSample(page);
  await open(page, '#/who-knows-whom');
  const answers = [['1', 't'], ['2', 's'], ['3', 'i'], ['4', 't'], ['5']] as const;
  const asked = new Set<string>();
  let keys = 0;
  for (let given = 0; given < 30; given++) {
    await expect(heading(page)).toHaveText(/^Does .* know .*\?$/);
    const question = (await heading(page).textContent()) ?? '';
    expect(asked.has(question), `asked twice: ${question}`).toBe(false);
    asked.add(question);
    await expect(page.locator('#interview-why')).toHaveText(/^Why we ask: .+; .+\.$/);
    for (const key of answers[given % answers.length] ?? []) {
      await page.keyboard.press(key);
      keys++;
    }
    await expect(status(page)).toContainText(new RegExp(`^${given + 1} `));
  }
  expect(keys).toBe(54);
  await expect(status(page)).toHaveText('30 answers. That is plenty; go on if you like.');
  await page.keyboard.press('u');
  await expect(status(page)).toContainText('29 of about 30');
  expect(asked.has((await heading(page).textContent()) ?? ''), 'the one taken back is asked again').toBe(true);
});

test('people are labelled by keyboard, the last word is taken back, and one may stop', async ({ page }) => {
  await openSample(page);
  await open(page, '#/label');
  await expect(heading(page)).toHaveText('How close are you to Rafael Pinto?');
  await page.keyboard.press('2');
  await expect(status(page)).toContainText('1 person labelled now');
  await expect(heading(page)).not.toHaveText(/Rafael/);
  await page.keyboard.press('u');
  await expect(heading(page)).toHaveText('How close are you to Rafael Pinto?');
  await expect(status(page)).toContainText('0 people labelled now');
  await page.keyboard.press('n');
  await expect(heading(page)).not.toHaveText(/Rafael/);
});

test('the figure of a person adds up from what the card shows', async ({ page }) => {
  await openSample(page);
  await open(page, '#/people/ana-ferreira');
  const card = page.locator('.person');
  await card.getByText('How the facts add up').click();
  const sum = await card.locator('.person-sum td').allTextContents();
  const [start = 0, shift = 0, facts = 0, odds = 0] = sum.map(Number);
  expect(start).toBe(-1.23);
  expect(start + shift + facts).toBeCloseTo(odds, 1);
  const weights = (await card.locator('.evidence-source').allTextContents()).flatMap((text) =>
    text.includes('the chance') && !text.includes('not the chance') ? [Number(/\(([+-][\d.]+)\)/.exec(text)?.[1])] : [],
  );
  expect(weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(facts, 1);
  const percent = Math.round(100 / (1 + Math.exp(-odds)));
  await expect(card).toContainText(`${percent} % chance they answer within 14 days`);
});

test('dormant ties and news are there, with where they come from', async ({ page }) => {
  await openSample(page);
  await expect(page.getByText('Chidi moved from Halcyon Mills to Lumbra Care as Operations Controller.')).toBeVisible();
  await page.getByRole('link', { name: /See 1 dormant tie/ }).click();
  await expect(page.getByText('Organization Science 22')).toBeVisible();
  await page.getByRole('link', { name: 'Karin Holmqvist' }).click();
  await expect(page.locator('.person')).toContainText('Karin last wrote');
});

test('department and year, said on two cards, sharpen a lead and are shown to have done so', async ({ page }) => {
  await openSample(page);
  for (const [id, since] of [
    ['priyanka-raghunathan', '2019'],
    ['solveig-aasen', '2017'],
  ] as const) {
    await open(page, `#/people/${id}`);
    await page.locator('.person').getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Department or team').fill('Floods');
    await page.getByLabel('There since').fill(since);
    await page.getByRole('button', { name: 'Keep changes' }).click();
  }
  await open(page, '#/target/tamarisk-operations');
  const lead = page
    .getByRole('region', { name: 'Ways in' })
    .getByRole('listitem')
    .filter({ hasText: 'Priyanka' })
    .first();
  await expect(lead).toContainText('7 years together, in the same department');
  await lead.getByText(/^More evidence/).click();
  await expect(lead).toContainText('With the same department, Floods: about');
  await expect(lead).toContainText('With 7 years together: about');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lead).not.toContainText('7 years together');
});

test('clocks that disagree are told in the review', async ({ page }) => {
  await open(page);
  const name = 'mailbox-clocks-disagree.mbox';
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([upload(name, readFileSync(`data/files/${name}`))]);
  await expect(page.getByText('3 messages are dated more than a week off the day of arrival')).toBeVisible();
  await expect(page.getByText('1 message is dated in the future, and not counted.')).toBeVisible();
});
