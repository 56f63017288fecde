import { test as base, type ConsoleMessage, expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import { serve } from '#tests/serve.mjs';

/** What went wrong behind the screen. Every test ends with all of it empty. */
export interface Faults {
  readonly console: string[];
  readonly violations: string[];
  readonly requests: string[];
}

/**
 * The built app, served under a sub-path as a static host would, in a fresh browser profile. Console errors, CSP
 * violations and requests beyond the app's own files fail the test that saw them.
 */
export const test = base.extend<{ faults: Faults }, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const server = await serve({ root: process.env['DIST'] ?? 'dist', port: 0, under: '/handcarry/' });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ address }, use) => use(address),
  faults: [
    async ({ context, address }, use) => {
      const faults: Faults = { console: [], violations: [], requests: [] };
      context.on('console', (message) => note(faults, message));
      context.on('weberror', (error) => faults.console.push(String(error.error())));
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.requests.push(url);
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      await use(faults);
      expect(faults).toEqual({ console: [], violations: [], requests: [] });
    },
    { auto: true },
  ],
});

export { expect };

function note(faults: Faults, message: ConsoleMessage): void {
  if (message.type() !== 'error' && message.type() !== 'warning') return;
  const text = `${message.text()} (${message.location().url})`;
  // Software drawing is slow and says so; that is the test machine, not the app.
  if (/GPU stall due to ReadPixels|software WebGL/i.test(text)) return;
  (text.startsWith('violation:') ? faults.violations : faults.console).push(text);
}

/** Opens the app at a screen's address and waits until it has drawn a heading. */
export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
}

/** Opens the founding case from the first screen. */
export async function openSample(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: /sample/i }).click();
  await expect(page.getByRole('region', { name: 'Sample' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Targets' })).toBeVisible();
}

/** The founding case's own target, and the panels of a target page. */
export const LUMBRA = '#/target/lumbra-care-operations';
export const ways = (page: Page): Locator => page.getByRole('region', { name: 'Ways in' });
export const move = (page: Page): Locator => page.locator('.target-move');

/** "Saved on this computer": the transaction has completed. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
}

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string | undefined }[];
}

/** Everything axe finds wrong on the screen as it stands, in words. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const findings: Finding[] = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 5).map(({ target, failureSummary }) => ({ target, failureSummary })),
    }));
  });
  return findings.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary ?? ''}`),
  );
}
