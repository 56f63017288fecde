import type { Page } from '@playwright/test';
import { expect, LUMBRA, open, openSample, test, ways } from './app.ts';
import { drawn, openMap, panel, rows, somethingDrawn } from './map.ts';

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
