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

/** Waits until WebGL has drawn glyphs. */
export const somethingDrawn = (page: Page, least = 300) =>
  expect.poll(() => glyphPixels(page), { intervals: [50, 100, 200] }).toBeGreaterThan(least);
