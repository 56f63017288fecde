import { gzipSync } from 'node:zlib';
import { accessibilityFaults, expect, open, openSample, test } from './app.ts';

const TARGET = '#/target/lumbra-care-operations';

/** Every screen of the sample, and what is shown on it once it is ready. */
const SCREENS = [
  { name: 'Start', hash: '#/start' },
  { name: 'Targets', hash: '#/targets' },
  { name: 'New target', hash: '#/targets/new' },
  { name: 'Target', hash: TARGET },
  { name: 'Target without a way in', hash: '#/target/ninefold-coo' },
  { name: 'Target with leads only', hash: '#/target/tamarisk-operations' },
  { name: 'Edit target', hash: `${TARGET}/edit` },
  { name: 'Hand-off', hash: '#/target/kestrel-service/hand-off/henrik-kestrel' },
  { name: 'People', hash: '#/people' },
  { name: 'Person', hash: '#/people/ana-ferreira' },
  { name: 'Label your people', hash: '#/label' },
  { name: 'Who knows whom', hash: '#/who-knows-whom' },
  { name: 'Who knows whom among a few', hash: '#/who-knows-whom/selected' },
  { name: 'Dormant ties', hash: '#/dormant' },
  { name: 'Map', hash: '#/map' },
  { name: 'Import', hash: '#/import' },
  { name: 'Ask a friend', hash: '#/ask-friend' },
  { name: 'Your requests', hash: '#/asks' },
  { name: 'Same person', hash: '#/same-person' },
  { name: 'Settings', hash: '#/settings' },
] as const;

const LOOKS = [
  { name: 'desk, light', width: 1440, height: 900, scheme: 'light' },
  { name: 'tablet, dark', width: 768, height: 1024, scheme: 'dark' },
  { name: 'phone, light', width: 360, height: 740, scheme: 'light' },
] as const;

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use({ viewport: { width: look.width, height: look.height }, colorScheme: look.scheme });

    test('nothing is in the way of anybody, and nothing runs out of the window', async ({ page }) => {
      test.setTimeout(180_000);
      await openSample(page);
      for (const { name, hash } of SCREENS) {
        await test.step(name, async () => {
          await open(page, hash);
          await expect(page.getByRole('main')).toHaveAttribute('id', 'main');
          await page.waitForTimeout(400);
          expect.soft(await accessibilityFaults(page), name).toEqual([]);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect.soft(over, `${name}: wider than the window`).toBeLessThanOrEqual(0);
        });
      }
    });
  });
}

test('no screen lets a text become markup or a script, and none can call', async ({ page, faults }) => {
  await openSample(page);
  for (const { name, hash } of SCREENS) {
    await open(page, hash);
    const refused = await page.evaluate(() => {
      const errorOf = (work: () => unknown): string => {
        try {
          work();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : String(error);
        }
      };
      const script = document.createElement('script');
      return {
        markup: errorOf(() => document.createElement('p').setHTMLUnsafe('<b>x</b>')),
        inner: errorOf(() => Object.assign(document.createElement('p'), { innerHTML: '<b>x</b>' })),
        address: errorOf(() => Object.assign(script, { src: 'x.js' })),
        policy: errorOf(() =>
          (
            window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
          ).trustedTypes.createPolicy('other', {}),
        ),
        calls: 'RTCPeerConnection' in window || 'webkitRTCPeerConnection' in window,
      };
    });
    expect(refused, name).toEqual({
      markup: 'TypeError',
      inner: 'TypeError',
      address: 'TypeError',
      policy: 'TypeError',
      calls: false,
    });
  }
  // Each attempt was noticed; they are this test's own. Nothing else was said.
  const own = /requires 'Trusted(HTML|ScriptURL)' assignment|TrustedTypePolicy named 'other'/;
  expect(faults.console.filter((text) => !own.test(text))).toEqual([]);
  await expect.poll(() => faults.violations.length).toBe(SCREENS.length * 4);
  for (const list of [faults.console, faults.violations]) list.length = 0;
});

test('the first screen, before anything is there', async ({ page }) => {
  await open(page);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('the first screen loads at most 180 kB, and nothing that only other screens need', async ({ page }) => {
  const sizes = new Map<string, number>();
  page.on('response', async (response) => {
    const name = new URL(response.url()).pathname.split('/').at(-1) ?? '';
    sizes.set(name, gzipSync(await response.body()).length);
  });
  await open(page);
  await page.waitForTimeout(1_000);
  const names = [...sizes.keys()];
  expect(names.filter((name) => /^(map|pdf|word|letter-pdf|zip)-/.test(name))).toEqual([]);
  const ofPage = names.filter((name) => !name.startsWith('entry-'));
  expect(ofPage.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0)).toBeLessThanOrEqual(180_000);
  expect(ofPage.length).toBeGreaterThan(2);
});

test('a screen can be used in forced colours and without motion', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openSample(page);
  await open(page, TARGET);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => one.playState === 'running').length,
  );
  expect(moving).toBe(0);
});
