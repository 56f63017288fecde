import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, LUMBRA, open, openSample, test, ways } from './app.ts';

const stage = (page: Page) => page.locator('.map-stage[data-ready=true]');
const drawn = (page: Page) => page.getByText(/\d+ (person|people) drawn/);
const panel = (page: Page) => page.getByRole('complementary', { name: 'Selected on the map' });
const rows = (page: Page) => table(page).locator('.map-row');
const table = (page: Page) => page.getByRole('grid', { name: 'Everything on the map' });

async function openMap(page: Page): Promise<void> {
  await open(page, '#/map');
  await expect(stage(page)).toBeVisible();
  await expect(drawn(page)).toBeVisible();
}

/** How many pixels of the map are coloured: names and lines are grey, so these are glyphs that WebGL drew. */
async function glyphPixels(page: Page): Promise<number> {
  const shot = await page.locator('.map-stage').screenshot();
  return page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      let coloured = 0;
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured++;
      }
      return coloured;
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  );
}

const somethingDrawn = (page: Page, least = 300) =>
  expect.poll(() => glyphPixels(page), { intervals: [50, 100, 200] }).toBeGreaterThan(least);

test.describe('without WebGL', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'WebGL2RenderingContext');
      const own = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.includes('webgl') ? null : Reflect.apply(own, this, [kind, ...rest]);
      } as typeof own;
    });
    await openSample(page);
  });

  test('the map says so, and its table does everything', async ({ page }) => {
    await open(page, '#/map');
    await expect(page.getByText('This browser cannot draw the map')).toBeVisible();
    const first = rows(page).first();
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect(panel(page)).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search the map' }).fill('Ana Ferreira');
    await expect(rows(page)).toHaveCount(1);
    await rows(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Where you are on the map' })).toContainText('Ana Ferreira');
  });

  test('the path diagram works', async ({ page }) => {
    await open(page, LUMBRA);
    await expect(ways(page).getByRole('button', { name: /^Ana Ferreira/ })).toBeVisible();
    const node = page.locator('.diagram-node');
    await node.filter({ hasText: 'You' }).first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(node.filter({ hasText: 'Ana Ferreira' })).toBeFocused();
  });
});

test('a lost drawing area is drawn again within a second', async ({ page }) => {
  await openSample(page);
  await openMap(page);
  await somethingDrawn(page);
  for (let time = 0; time < 3; time++) {
    const took = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const nodes = document.querySelector<HTMLCanvasElement>('.sigma-edges');
          const since = performance.now();
          nodes?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
          const look = () => {
            const now = document.querySelector<HTMLCanvasElement>('.sigma-edges');
            if (now && now !== nodes) done(performance.now() - since);
            else setTimeout(look, 10);
          };
          look();
        }),
    );
    await somethingDrawn(page);
    expect(took).toBeLessThan(1000);
  }
});

test('fifty visits leave no drawing area behind', async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    const made: (WebGLRenderingContext | WebGL2RenderingContext)[] = [];
    Object.assign(window, { liveAreas: () => made.filter((gl) => !gl.isContextLost()).length });
    const own = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      const context: unknown = Reflect.apply(own, this, [kind, ...rest]);
      if (kind.startsWith('webgl') && context && !made.includes(context as WebGL2RenderingContext))
        made.push(context as WebGL2RenderingContext);
      return context;
    } as typeof own;
  });
  await openSample(page);
  const live = () => page.evaluate(() => (window as unknown as { liveAreas(): number }).liveAreas());
  await openMap(page);
  const once = await live();
  await page.evaluate(async () => {
    const until = (holds: () => boolean) =>
      new Promise<void>((done) => {
        const look = () => (holds() ? done() : setTimeout(look, 5));
        look();
      });
    for (let visit = 0; visit < 50; visit++) {
      location.hash = '#/asks';
      await until(() => !document.querySelector('.map-stage'));
      location.hash = '#/map';
      await until(() => document.querySelector('.map-stage[data-ready=true] canvas') !== null);
    }
  });
  await somethingDrawn(page);
  expect(await live()).toBe(once);
  await open(page, '#/settings');
  await expect(page.locator('.map-stage')).toHaveCount(0);
  await expect.poll(live).toBe(0);
});

test('a container without width, another size, a tab in the background: the picture comes back', async ({
  page,
  context,
}) => {
  await openSample(page);
  await openMap(page);
  const squeeze = (width: string) =>
    page.locator('.map-body').evaluate((body: HTMLElement, to) => {
      body.style.width = to;
    }, width);
  await squeeze('0px');
  await page.waitForTimeout(300);
  await squeeze('');
  await somethingDrawn(page);
  await page.setViewportSize({ width: 700, height: 900 });
  await somethingDrawn(page);
  await expect
    .poll(() => page.locator('.sigma-edges').evaluate((canvas) => canvas.clientWidth))
    .toBe(await page.locator('.map-stage').evaluate((holder) => holder.clientWidth));
  const other = await context.newPage();
  await other.bringToFront();
  await page.evaluate(() => {
    location.hash = '#/settings';
    location.hash = '#/map';
  });
  await page.bringToFront();
  await other.close();
  await somethingDrawn(page);
});

for (const ratio of [1, 2, 3])
  test.describe(`with ${ratio} pixels to a point`, () => {
    test.use({ deviceScaleFactor: ratio, viewport: { width: 900, height: 700 } });
    test('the map is as sharp as the screen, also after the page is zoomed', async ({ page }) => {
      await openSample(page);
      await openMap(page);
      const sharpness = () =>
        page.locator('.sigma-edges').evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth);
      await expect.poll(sharpness).toBeCloseTo(ratio, 1);
      await somethingDrawn(page, 300 * ratio);
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setDeviceMetricsOverride', {
        width: 600,
        height: 467,
        deviceScaleFactor: ratio * 1.5,
        mobile: false,
      });
      await expect.poll(sharpness).toBeCloseTo(ratio * 1.5, 1);
      await somethingDrawn(page);
    });
  });

test.describe('a focus', () => {
  /** Milliseconds each recentring took, from the moment the first one moved. */
  const watchMoves = (page: Page) =>
    page.evaluate(() => {
      const moves: number[] = [];
      let since = 0;
      new MutationObserver((changes) => {
        const on = (changes[0]?.target as HTMLElement | undefined)?.hasAttribute('data-moving') ?? false;
        if (on && since === 0) since = performance.now();
        if (!on && since > 0) {
          moves.push(performance.now() - since);
          since = 0;
        }
      }).observe(document.querySelector('.map-stage') as HTMLElement, { attributeFilter: ['data-moving'] });
      Object.assign(window, { moves });
    });
  const moves = (page: Page) => page.evaluate(() => (window as unknown as { moves: number[] }).moves);
  const focusOnAna = async (page: Page) => {
    await page.getByRole('searchbox', { name: 'Search the map' }).fill('Ana Ferreira');
    await expect(page.getByText('1 lit')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Where you are on the map' })).toContainText('Ana Ferreira');
  };

  test('is recentred in one short move; Escape and the back button lead out again', async ({ page }) => {
    await openSample(page);
    await openMap(page);
    await watchMoves(page);
    await focusOnAna(page);
    await expect.poll(async () => (await moves(page)).length).toBe(1);
    const [took = 0] = await moves(page);
    console.log(`recentred in ${Math.round(took)} ms`);
    const people = await drawn(page).textContent();
    await page.getByRole('slider', { name: 'Steps around' }).fill('3');
    await expect(drawn(page)).not.toHaveText(people ?? '');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: 'Where you are on the map' })).toHaveCount(0);
    await page.goForward();
    await expect(page.getByRole('navigation', { name: 'Where you are on the map' })).toContainText('Ana Ferreira');
    await page.getByRole('link', { name: 'Whole network' }).click();
    await expect(page.getByRole('navigation', { name: 'Where you are on the map' })).toHaveCount(0);
  });

  test('jumps where motion is not wanted', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openSample(page);
    await openMap(page);
    await watchMoves(page);
    await focusOnAna(page);
    await somethingDrawn(page, 20);
    expect(await moves(page)).toEqual([]);
  });
});

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
    await openSample(page);
    await openMap(page);
    await page.getByRole('searchbox', { name: 'Search the map' }).fill('Ana Ferreira');
    await expect(page.getByText('1 lit')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^\d\d people drawn/)).toBeVisible();
    await expect(page.locator('.map-stage[data-moving]')).toHaveCount(0);
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
