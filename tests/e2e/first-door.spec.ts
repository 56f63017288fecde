import { expect, open, saved, test } from './app.ts';

test('from four names to a letter draft, without any import', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One friend. One page. One try. Then on.');
  await page.getByRole('textbox', { name: 'Role' }).fill('Head of Care Operations');
  await page.getByRole('textbox', { name: 'Company' }).fill('Acme');
  await page.getByRole('textbox', { name: 'Hiring manager' }).fill('Marta Silva');
  await page.getByRole('textbox', { name: 'Friend' }).fill('Ana Costa');
  await page.getByText('Knows well').click();
  await page.getByText('Ana told me').click();
  await page.getByRole('button', { name: 'Find the way in' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Head of Care Operations');
  const ways = page.getByRole('region', { name: 'Ways in' });
  await expect(ways.getByRole('button', { name: /Ana Costa/ }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Prepare the/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Dear', { exact: false }).first()).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('Marta Silva');
});

test('a guess stays a lead, and the form says what is missing', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Find the way in' }).click();
  await expect(page.getByText('Which role do you want?')).toBeVisible();
  await page.getByRole('textbox', { name: 'Role' }).fill('COO');
  await page.getByRole('textbox', { name: 'Company' }).fill('constructor');
  await page.getByRole('textbox', { name: 'Hiring manager' }).fill('__proto__');
  await page.getByRole('textbox', { name: 'Friend' }).fill('toString');
  await page.getByText('Knows', { exact: true }).click();
  await page.getByText('I think so').click();
  await page.getByRole('button', { name: 'Find the way in' }).click();
  await expect(page.getByRole('heading', { name: 'Leads to check' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No verified way in yet' })).toBeVisible();
});
