import type { Page } from '@playwright/test';
import { expect, LUMBRA, move, open, openSample, test, ways } from './app.ts';

/** What has the focus, by its words. */
const here = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return 'nothing';
    return at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : (at.textContent ?? '');
  });

test('the keyboard never loses its place when what it pressed goes away', async ({ page }) => {
  await openSample(page);
  await open(page, LUMBRA);
  await ways(page).getByRole('button', { name: 'Without Ana' }).press('Enter');
  await expect.poll(() => here(page)).toBe('Ways in');
  await page.getByRole('button', { name: /^Without Ana.*remove/ }).press('Enter');
  await expect.poll(() => here(page)).toBe('Ways in');
  await page.getByRole('button', { name: 'Walk away from this one' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'A good decision.' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await open(page, '#/ask-friend');
  await page.getByRole('button', { name: /^Ask Priyanka Raghunathan about/ }).press('Enter');
  await expect.poll(() => here(page)).toBe('Your question');
  await page.getByRole('button', { name: 'Prepare this question' }).press('Enter');
  await page.getByRole('button', { name: 'Enter the reply' }).press('Enter');
  await expect(page.getByLabel('Paste the reply')).toBeFocused();
  await open(page, '#/import');
  await page.getByRole('button', { name: 'Undo the import of Kofi Connections.csv' }).press('Enter');
  await expect.poll(() => here(page)).toBe('Imports so far');
});

test('arrow keys look at the answers to a question, Space or Enter gives one, and the next question is near', async ({
  page,
}) => {
  await openSample(page);
  await open(page, LUMBRA);
  const offered = move(page).getByRole('group', { name: 'What has Ana offered?' });
  await offered.getByRole('radio', { name: "Don't know" }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => here(page)).toBe("Only the manager's name");
  await expect(offered.getByRole('radio', { name: "Don't know" })).toBeChecked();
  await page.keyboard.press('Space');
  await expect(offered).toHaveCount(0);
  await expect(move(page).getByRole('heading', { level: 2 })).toContainText('first');
  await expect.poll(() => here(page)).not.toBe('nothing');
});
