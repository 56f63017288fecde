import { readFileSync } from 'node:fs';
import { expect, open, openSample, test } from './app.ts';
import { glyphBox, openMap, panel, rows } from './map.ts';

test('what is selected on the picture is selected in the table, and can be acted on', async ({ page }) => {
  await openSample(page);
  await openMap(page);
  await page.getByRole('button', { name: 'As a table' }).click();
  const row = (name: string) => rows(page).filter({ hasText: name });
  await row('Ana Ferreira').click();
  await row('Kofi Mensah').click({ modifiers: ['Shift'] });
  await expect(panel(page)).toContainText('2 selected');
  await page.getByRole('button', { name: 'As a table' }).click();
  await expect(panel(page)).toContainText('2 selected');
  await panel(page).getByRole('textbox', { name: 'Tag' }).fill('spring');
  await panel(page).getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('button', { name: 'Colours and filters' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('spring');
  await expect(page.getByText('2 lit')).toBeVisible();
  const saved = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^people-.*\.csv$/);
  await panel(page).getByRole('link', { name: 'Who knows whom among them' }).click();
  await expect(page.getByRole('main')).toContainText(/Ana|Kofi/);
});

test.describe('the picture itself', () => {
  test('is selected from by click and shift-click, and let go of by a click beside', async ({ page }) => {
    // Nobody is on the way while they are clicked.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openSample(page);
    await openMap(page);
    await page.getByRole('searchbox', { name: 'Search the map' }).fill('Ana Ferreira');
    await expect(page.getByText('1 lit')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^\d\d people drawn/)).toBeVisible();
    await page.waitForTimeout(400);
    const box = await page.locator('.map-stage').boundingBox();
    if (!box) throw new Error('no picture');
    // A focus stands in the middle, its first neighbour straight above.
    const x = box.x + box.width / 2;
    const middle = box.y + box.height / 2;
    const over = page.locator('.map-stage[data-over]');
    await expect
      .poll(async () => {
        await page.mouse.move(x + Math.random(), middle);
        return over.count();
      })
      .toBe(1);
    await page.mouse.click(x, middle);
    await expect(panel(page)).toContainText('Ana Ferreira');
    let above = middle - 24;
    do {
      above -= 4;
      await page.mouse.move(x, above);
    } while ((await over.count()) === 0 && above > box.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(x, above);
    await page.keyboard.up('Shift');
    await expect(panel(page)).toContainText('2 selected');
    // Two clicks at once are a double click.
    await page.waitForTimeout(400);
    await page.mouse.click(box.x + 20, box.y + 20);
    await expect(panel(page)).toHaveCount(0);
  });

  test('stands as it stood when the app is loaded again', async ({ page }) => {
    await openSample(page);
    await openMap(page);
    await open(page, '#/people');
    await page.getByRole('button', { name: 'Add a person' }).click();
    const newcomer = page.getByRole('dialog', { name: 'Add a person' });
    await newcomer.getByLabel('Name').fill('Somebody New');
    await newcomer.getByLabel('Company').fill('Quite Another Company');
    await newcomer.getByRole('button', { name: 'Add', exact: true }).click();
    const standing = async () => {
      await openMap(page);
      await page.getByText('Save the map').click();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Gephi (GEXF)' }).click();
      const text = readFileSync(await (await saved).path(), 'utf8');
      return [...text.matchAll(/<viz:position x="([^"]+)" y="([^"]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
    };
    /** Mean way of everybody, in the units of the picture, which is some 60 wide. */
    const moved = (before: number[][], after: number[][]) =>
      before.reduce(
        (sum, [x = 0, y = 0], at) => sum + Math.hypot(x - (after[at]?.[0] ?? 0), y - (after[at]?.[1] ?? 0)),
        0,
      ) / before.length;
    const before = await standing();
    await page.reload();
    const after = await standing();
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith('handcarry map')) localStorage.removeItem(key);
    });
    await page.reload();
    const anew = await standing();
    expect(before.length).toBeGreaterThan(100);
    expect(moved(before, after)).toBeLessThan(0.01);
    expect(moved(before, anew)).toBeGreaterThan(0.05);
  });
});

test('is saved as picture and for other programs', async ({ page }) => {
  await openSample(page);
  await openMap(page);
  const files = new Map<string, Buffer>();
  for (const [button, ending] of [
    ['Picture (PNG)', 'png'],
    ['Picture (SVG)', 'svg'],
    ['Gephi (GEXF)', 'gexf'],
    ['GraphML', 'graphml'],
  ] as const) {
    await page.getByText('Save the map').click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    files.set(ending, readFileSync(await file.path()));
    await page.getByText('Save the map').click();
  }
  // Twice as many pixels as the drawing is wide: a PNG's width stands in its bytes 16 to 19.
  const wide = Number(/<svg[^>]* width="(\d+)"/.exec(files.get('svg')?.toString() ?? '')?.[1]);
  expect(wide).toBeGreaterThan(500);
  expect(files.get('png')?.readUInt32BE(16)).toBe(2 * wide);
});

test('a lit way stays in sight when the window changes, unless the camera was moved; a focus is shown whole', async ({
  page,
}) => {
  await openSample(page);
  await openMap(page);
  const light = page.getByRole('combobox', { name: 'Light the ways in to' });
  const target = (await light.locator('option').allInnerTexts()).find((text) => text.startsWith('Head of Support'));
  const lit = async () => {
    await light.selectOption(target ?? '');
    await expect(page.getByText(/ drawn, [1-9]\d* lit/)).toBeVisible();
    await page.waitForTimeout(450);
    return glyphBox(page);
  };
  const resize = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(450);
    return glyphBox(page);
  };
  const far = (a: readonly number[], b: readonly number[]) =>
    Math.max(...a.map((side, at) => Math.abs(side - (b[at] ?? 0))));
  await lit();
  const small = await resize(760, 620);
  await light.selectOption('');
  expect(far(small, await lit())).toBeLessThan(6);
  await page.getByRole('button', { name: 'Closer' }).click();
  await page.waitForTimeout(450);
  const near = await glyphBox(page);
  await resize(900, 620);
  expect(far(near, await resize(760, 620))).toBeLessThan(6);
  await light.selectOption('');
  await page.evaluate(() => {
    location.hash = '#/map/person%3Aana-ferreira';
  });
  await page.waitForTimeout(900);
  const whole = await glyphBox(page);
  await resize(900, 620);
  expect(far(whole, await resize(760, 620))).toBeLessThan(6);
});
