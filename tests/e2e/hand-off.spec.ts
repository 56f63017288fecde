import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { expect, LUMBRA, move, open, openSample, saved, test, ways } from './app.ts';

/** Opens the packet for Marta, through Ana. */
async function prepare(page: Page): Promise<void> {
  await open(page, LUMBRA);
  await page.getByRole('button', { name: 'Prepare the hand-off' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'For Marta Silva, through Ana Ferreira' })).toBeVisible();
}

async function record(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: what, exact: true }).click();
}

test.describe('the hand-off', () => {
  test('has every piece, and prints to exactly one page', async ({ page }) => {
    await openSample(page);
    await prepare(page);
    await expect(page.getByRole('textbox', { name: 'Note to Ana' })).toHaveValue(/"not this one"/);
    await expect(page.getByRole('textbox', { name: 'Note to Ana' })).toHaveValue(/I will not contact Marta or HR/);
    await expect(page.getByRole('textbox', { name: 'Line to add' })).not.toHaveValue('');
    await expect(page.getByText(/^About \d+ seconds\.$/)).toBeVisible();
    await expect(page.getByText(/^Fits on one page/)).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(7);

    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    expect(pdf.getPageCount()).toBe(1);
    const { width, height } = pdf.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    const text = await page.locator('.letter-print').textContent();
    expect(text).toContain('from 11 days to 3');
    expect(text).toContain('Nora Vásquez-Holt');
  });

  test('says where page one ends when the letter is too long, and prints as it was shown', async ({ page }) => {
    await openSample(page);
    await prepare(page);
    const field = page.locator('.letter-editor textarea').nth(2);
    await field.fill(`${'I did one more thing that was worth telling at length. '.repeat(90)}`);
    await field.blur();
    await expect(page.getByText(/^Page one ends after/)).toBeVisible();
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    expect(pdf.getPageCount()).toBe(await page.locator('.letter-sheet').count());
  });

  test('is copied as plain text', async ({ page, context, address }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin });
    await openSample(page);
    await prepare(page);
    await page.getByRole('button', { name: 'Copy the note' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Any of these is a fine answer');
  });

  test('lives from prepared to done, survives a reload, and puts the next target first', async ({ page }) => {
    await openSample(page);
    await prepare(page);
    await record(page, 'I asked Ana');
    await record(page, 'Ana said yes');
    await record(page, 'Ana handed it over');
    await saved(page);
    await page.reload();
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: /Handed over/ })
        .first(),
    ).toHaveAttribute('aria-current', 'step');
    await record(page, 'Done with this one');
    await expect(page.getByRole('heading', { level: 1, name: 'Done.' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('In your control');
    await expect(page.getByRole('main')).toContainText('Head of Support Operations');
    await expect(page.getByRole('button', { name: 'They answered after all' })).toBeVisible();
  });

  test('stops a second open ask for the same manager with the reason', async ({ page }) => {
    await openSample(page);
    await prepare(page);
    await record(page, 'I asked Ana');
    await open(page, LUMBRA);
    await ways(page)
      .getByRole('button', { name: /^Yusuf Demir Laboratory/ })
      .click();
    await expect(move(page)).toContainText('one-at-a-time');
    await expect(page.getByRole('button', { name: /^Prepare the/ })).toHaveCount(0);
    await expect(move(page)).toContainText(/Ana .*open/);
    await page.getByRole('button', { name: 'Keep as fallback' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('For Marta Silva, through Yusuf Demir');
    await expect(page.getByRole('button', { name: /offered: take it up now/ })).toBeVisible();
  });

  test('takes back a step with Ctrl Z', async ({ page }) => {
    await openSample(page);
    await prepare(page);
    await record(page, 'I asked Ana');
    await expect(page.getByRole('button', { name: 'Ana said yes' })).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('button', { name: 'I asked Ana', exact: true })).toBeVisible();
  });
});
