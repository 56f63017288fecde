import { expect, LUMBRA, open, openSample, test, ways } from './app.ts';

test('the path diagram: a click opens the card, Enter only chooses, and it prints alone', async ({ page }) => {
  await openSample(page);
  await open(page, LUMBRA);
  const node = page.locator('.diagram-node');
  const card = page.getByRole('dialog', { name: 'Person card' });
  await node.filter({ hasText: 'Yusuf Demir' }).focus();
  await page.keyboard.press('Enter');
  await expect(ways(page).getByRole('button', { name: /^Yusuf Demir Laboratory/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(card).toHaveCount(0);
  await node.filter({ hasText: 'Ana Ferreira' }).first().click();
  await expect(card).toContainText('Ana wrote to you 58 times');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Show the moves not taken' }).check();
  await expect(page.locator('.diagram-stub')).not.toHaveCount(0);
  await expect(page.locator('.diagram-stub-words').first()).toBeVisible();
  await page.evaluate(() => {
    window.print = () => Object.assign(window, { printed: document.querySelector('body > .diagram-print') !== null });
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { printed?: boolean }).printed)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.diagram-print')).toBeVisible();
  await expect(page.getByRole('main')).toBeHidden();
});
