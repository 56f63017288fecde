import { expect, LUMBRA, move, open, openSample, saved, test, ways } from './app.ts';

test.describe('targets', () => {
  test('are ranked, each with another next move', async ({ page }) => {
    await openSample(page);
    await open(page, '#/targets');
    const table = page.getByRole('table').first();
    for (const words of [
      'Ask Ana to hand your page to Marta',
      'Ask Kofi for a referral before you apply',
      'First ask Priyanka who runs this team',
      'Apply properly, and build one tie',
    ]) {
      await expect(table).toContainText(words);
    }
    await page.getByText('1 target behind you').click();
    await expect(page.getByRole('main')).toContainText('No hand-off: Beatrix has decided');
    await expect(page.getByRole('complementary', { name: 'Your network' })).toContainText('Who opens the most doors');
  });

  test('show ways in with evidence, the weaker step, leads apart, and HR never as a route', async ({ page }) => {
    await openSample(page);
    await open(page, LUMBRA);
    const panel = ways(page);
    await expect(panel.getByRole('heading', { name: 'Confirmed' })).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'Listed only: ask first' })).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'Leads to check' })).toBeVisible();
    await expect(panel).toContainText('weaker step');
    await expect(panel).toContainText('Ana wrote to you 58 times');
    await expect(panel).toContainText('You were told that Ana knows Marta well');
    await expect(panel.getByRole('heading', { name: /Inside Lumbra Care/ })).toBeVisible();
    await expect(panel).toContainText('HR is not a route');
    await expect(move(page)).toContainText('hand-deliver');
    await expect(move(page)).not.toContainText('success rate');
    await expect(panel.getByRole('button', { name: /Wiktoria/ })).toHaveCount(0);
    await expect(page.getByText('HR: not a route').first()).toBeVisible();
  });

  test('share the selection between list and diagram, and the diagram is walked by arrow keys', async ({ page }) => {
    await openSample(page);
    await open(page, LUMBRA);
    const yusuf = ways(page).getByRole('button', { name: /^Yusuf Demir Laboratory/ });
    await yusuf.click();
    await expect(yusuf).toHaveAttribute('aria-pressed', 'true');
    const node = page.locator('.diagram-node');
    await expect(node.filter({ hasText: 'Yusuf Demir' })).toHaveAttribute('data-on', 'true');
    await node.filter({ hasText: 'You' }).first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(node.filter({ hasText: 'Yusuf Demir' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(node.filter({ hasText: 'Marta Silva' })).toBeFocused();
    await expect(move(page)).toContainText('Yusuf');
  });

  test('leave people out and say so', async ({ page }) => {
    await openSample(page);
    await open(page, LUMBRA);
    await page.getByRole('button', { name: 'Without Ana' }).click();
    await expect(ways(page).getByRole('button', { name: /^Ana Ferreira/ })).toHaveCount(0);
    await expect(ways(page).getByRole('button', { name: /^Yusuf Demir Laboratory/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('are made from three answers, and the rest can wait', async ({ page }) => {
    await openSample(page);
    await open(page, '#/targets/new');
    await page.getByRole('textbox', { name: /^(Title|Role)/ }).fill('Head of Complaints');
    await page
      .getByRole('textbox', { name: 'Company' })
      .or(page.getByRole('combobox', { name: 'Company' }))
      .first()
      .fill('Saltbox Insurance');
    await page.getByRole('button', { name: 'Find the way in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Head of Complaints' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'No verified way in yet' })).toBeVisible();
    await saved(page);
  });
});

test.describe('people', () => {
  test('are found while typing; the card says what is known and from where', async ({ page }) => {
    await openSample(page);
    await open(page, '#/people');
    await page.getByRole('searchbox').first().fill('ferr');
    await page.getByRole('row').filter({ hasText: 'Ana Ferreira' }).click();
    const card = page.getByRole('complementary', { name: 'Person' });
    await expect(card).toContainText('Ana wrote to you 58 times');
    await expect(card).toContainText('messages.csv');
    await expect(card).toContainText('Marta Silva');
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
  });

  test('are labelled by keyboard', async ({ page }) => {
    await openSample(page);
    await open(page, '#/people');
    await page.getByRole('searchbox').first().fill('Chidi');
    const row = page.getByRole('row').filter({ hasText: 'Chidi Anyanwu' });
    await expect(row).toBeVisible();
    await page.getByRole('grid', { name: 'People' }).focus();
    await page.keyboard.press('4');
    await expect(row.locator('[data-area=closeness]')).toHaveText('4');
    await saved(page);
    await page.reload();
    await page.getByRole('searchbox').first().fill('Chidi');
    await expect(row.locator('[data-area=closeness]')).toHaveText('4');
  });

  test('are found from anywhere with Ctrl K', async ({ page }) => {
    await openSample(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Folake');
    await expect(page.getByRole('option').filter({ hasText: 'Folake Adeyemi' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Person' })).toContainText('Folake Adeyemi');
  });
});

test.describe('the map', () => {
  test('draws everybody, lights a way in, and has a table twin', async ({ page }) => {
    await openSample(page);
    await open(page, '#/map');
    await expect(page.locator('.map-stage[data-ready=true] canvas.sigma-edges')).toBeVisible();
    await page.getByRole('combobox', { name: 'Light the ways in to' }).selectOption('target:lumbra-care-operations');
    await expect(page.getByText(/\d lit/)).toBeVisible();
    await page.getByRole('button', { name: 'As a table' }).click();
    await expect(page.getByRole('table').or(page.getByRole('grid')).first()).toContainText('Ana Ferreira');
  });

  test('says so where there is no WebGL, and everything else works', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await openSample(page);
    await open(page, '#/map');
    await expect(page.getByText('This browser cannot draw the map')).toBeVisible();
    await open(page, LUMBRA);
    await expect(ways(page).getByRole('button', { name: /^Ana Ferreira/ })).toBeVisible();
  });
});

test.describe('settings', () => {
  test('keep what I say of myself', async ({ page }) => {
    await openSample(page);
    await open(page, '#/settings');
    const city = page.getByRole('textbox', { name: 'City' });
    await expect(city).toHaveValue('Lisbon');
    await city.fill('Setúbal');
    await city.blur();
    await saved(page);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('Setúbal');
  });
});

test('the sample never mixes with own data', async ({ page }) => {
  await open(page, '#/people');
  await page.getByRole('button', { name: 'Add a person' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Own Person');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await saved(page);
  await open(page, '#/start');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(page.getByRole('region', { name: 'Sample' })).toBeVisible();
  // Opening it leads to its targets; an address typed before that would be overtaken.
  await expect(page.getByRole('heading', { level: 1, name: 'Targets' })).toBeVisible();
  await open(page, '#/people');
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', '118');
  await page.getByRole('button', { name: 'Leave the sample' }).click();
  await expect(page.getByRole('region', { name: 'Sample' })).toBeHidden();
  await open(page, '#/people');
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', '2');
  await expect(page.getByRole('row').filter({ hasText: 'Own Person' })).toBeVisible();
});

test('back and forward walk the screens', async ({ page }) => {
  await openSample(page);
  await open(page, '#/targets');
  await page.getByRole('link', { name: 'Director of Care Operations' }).first().click();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Director of Care Operations' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Targets' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: 'Director of Care Operations' })).toBeVisible();
});
