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

test('what is pointed at or focused in the path diagram is told under it, with its evidence', async ({ page }) => {
  await openSample(page);
  await open(page, LUMBRA);
  const node = (name: string) => page.locator('.diagram-node').filter({ hasText: name });
  const told = page.locator('.diagram-focus');
  await expect(told).toHaveText('Point at a person or a line, or walk with the arrow keys, to see what is known.');
  await node('Yusuf Demir').hover();
  await expect(told).toContainText('You to Yusuf Demir: ');
  await expect(told).toContainText('Yusuf wrote to you 11 times');
  const card = ways(page).getByRole('listitem').filter({ hasText: 'Vinca Diagnostics' });
  await expect(card).toHaveAttribute('data-lit', 'true');
  await page.locator('h1').hover();
  await expect(told).toContainText('Point at a person');
  await expect(card).not.toHaveAttribute('data-lit');
  await page.locator('.diagram-line-hit').last().dispatchEvent('pointerover');
  await expect(told).toContainText('Ana Ferreira to Marta Silva: knows well');
  await page.locator('.diagram-line-hit').last().dispatchEvent('pointerout');
  await node('You').focus();
  await page.keyboard.press('ArrowRight');
  await expect(node('Ana Ferreira')).toBeFocused();
  await expect(told).toContainText('Ana wrote to you 58 times');
  await page.keyboard.press('ArrowRight');
  await expect(node('Marta Silva')).toBeFocused();
  await expect(told).toContainText('You were told that Ana knows Marta well');
  await expect(node('Inês Carvalho')).toHaveAccessibleName(/^Inês Carvalho, HR: not a route/);
  await expect(ways(page).getByRole('button', { name: /^Ana Ferreira Head/ })).toHaveAccessibleDescription(
    /^You to Ana Ferreira: .*85 %.*\. Ana Ferreira to Marta Silva: knows well\. The weaker step is Ana Ferreira to Marta Silva\.$/,
  );
});

test('two ways in are compared side by side, and the other one taken', async ({ page }) => {
  await openSample(page);
  await open(page, LUMBRA);
  await ways(page).getByRole('button', { name: 'Compare' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Compare two ways in' });
  const sides = dialog.locator('.compare-two > section');
  await expect(sides).toContainText(['You were told that Ana knows Marta well', 'Yusuf has met Marta']);
  await dialog
    .getByRole('combobox', { name: 'Compare Ana Ferreira with' })
    .selectOption({ label: 'Kofi Mensah, Marta Silva' });
  await expect(sides.nth(1)).toContainText('listed, unknown');
  await sides.nth(1).getByRole('button', { name: 'Take this one' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(ways(page).getByRole('button', { name: /^Kofi Mensah Staff/ })).toHaveAttribute('aria-pressed', 'true');
});
