import type { Page } from '@playwright/test';
import { expect, open } from './app.ts';

const stage = (page: Page) => page.locator('.map-stage[data-ready=true]');
export const drawn = (page: Page) => page.getByText(/\d+ (person|people) drawn/);
export const panel = (page: Page) => page.getByRole('complementary', { name: 'Selected on the map' });
export const rows = (page: Page) => table(page).locator('.map-row');
const table = (page: Page) => page.getByRole('grid', { name: 'Everything on the map' });

export async function openMap(page: Page): Promise<void> {
  await open(page, '#/map');
  await expect(stage(page)).toBeVisible();
  await expect(drawn(page)).toBeVisible();
}

/** The coloured pixels of the map, how many and within which sides: names and lines are grey, these are glyphs. */
async function glyphPixels(page: Page): Promise<{ count: number; box: readonly number[] }> {
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
      let count = 0;
      let [left, top, right, bottom] = [image.width, image.height, 0, 0];
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
        if (Math.max(red, green, blue) - Math.min(red, green, blue) <= 60) continue;
        const [x, y] = [(at / 4) % image.width, Math.floor(at / 4 / image.width)];
        count++;
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      }
      return { count, box: [left, top, right, bottom] };
    },
    `data:image/png;base64,${shot.toString('base64')}`,
  );
}

/** Left, top, right and bottom of all glyphs that are in sight, in pixels of the screen. */
export const glyphBox = async (page: Page): Promise<readonly number[]> => (await glyphPixels(page)).box;

/** Waits until WebGL has drawn glyphs. */
export const somethingDrawn = (page: Page, least = 300) =>
  expect.poll(async () => (await glyphPixels(page)).count, { intervals: [50, 100, 200] }).toBeGreaterThan(least);
