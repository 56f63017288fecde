import type { Page, Worker } from '@playwright/test';
import { expect, LUMBRA, open, openSample, saved, test, ways } from './app.ts';

/** What the worker sees and says, from now on; while it is held, no request that arrives is begun. */
interface Held {
  readonly replies: readonly { readonly id?: number; readonly failed?: { readonly name: string } }[];
  readonly begin: (() => void)[];
  hold: boolean;
}

async function hold(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const scope = self as unknown as { held?: Held; postMessage(message: unknown): void };
    if (scope.held) {
      scope.held.hold = true;
      return;
    }
    const held: Held = { replies: [], begin: [], hold: true };
    const [post, later] = [scope.postMessage.bind(scope), setTimeout];
    scope.held = held;
    scope.postMessage = (message) => {
      (held.replies as unknown[]).push(message);
      post(message);
    };
    // Each request is begun in a task of its own (worker/serve.ts).
    Object.assign(scope, {
      setTimeout: (work: () => void, ms?: number) => (held.hold ? held.begin.push(work) : later(work, ms)),
    });
  });
}

/** How many requests wait to be begun. */
const held = (worker: Worker) => worker.evaluate(() => (self as unknown as { held: Held }).held.begin.length);

async function release(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const { held } = self as unknown as { held: Held };
    held.hold = false;
    for (const work of held.begin.splice(0)) work();
  });
}

/** Names of the errors that were answered, and how many answers there were at all. */
const answered = (worker: Worker) =>
  worker.evaluate(() => {
    const { replies } = (self as unknown as { held: Held }).held;
    return { count: replies.length, failed: replies.flatMap(({ failed }) => (failed ? [failed.name] : [])) };
  });

async function lookedAt(page: Page): Promise<Worker> {
  await openSample(page);
  await open(page, LUMBRA);
  await expect(ways(page)).toContainText('Ana Ferreira');
  const [worker] = page.workers();
  if (!worker) throw new Error('The app has no worker.');
  return worker;
}

test.describe('while the worker is still looking', () => {
  test('another filter takes the place of the one before, which never starts', async ({ page }) => {
    const worker = await lookedAt(page);
    await hold(worker);
    const between = ways(page).getByRole('combobox', { name: 'People between you and the manager' });
    await between.selectOption('Up to 3 between');
    await between.selectOption('Nobody between');
    await expect.poll(() => held(worker)).toBe(2);
    await expect(ways(page)).toHaveAttribute('aria-busy', 'true');
    const before = await answered(worker);
    await release(worker);
    await expect(ways(page)).toHaveAttribute('aria-busy', 'false');
    await expect(ways(page)).not.toContainText('Ana Ferreira');
    expect(await answered(worker)).toEqual({ count: before.count + 1, failed: [] });
  });

  test('the target is removed in another tab: gone at once, back whole with undo', async ({ page, context }) => {
    const worker = await lookedAt(page);
    const other = await context.newPage();
    await open(other, `${LUMBRA}/edit`);
    await hold(worker);
    await page.getByRole('button', { name: 'Without Ana' }).click();
    await expect.poll(() => held(worker)).toBe(1);
    await other.getByRole('button', { name: 'Remove this target' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This target is not here');
    await release(worker);
    await saved(other);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This target is not here');
    await expect(ways(page)).toHaveCount(0);
    await other.keyboard.press('Control+z');
    // The filter stands as it was left.
    await expect(ways(page)).toContainText('Yusuf Demir');
    await ways(page)
      .getByRole('button', { name: /^Without Ana/ })
      .click();
    await expect(ways(page)).toContainText('Ana Ferreira');
    expect((await answered(worker)).failed).toEqual([]);
  });

  test('a friend is deleted in another tab: no longer shown, not even until the next answer', async ({
    page,
    context,
  }) => {
    const worker = await lookedAt(page);
    const other = await context.newPage();
    await open(other, '#/people/ana-ferreira');
    await hold(worker);
    await other.getByRole('button', { name: 'Delete this person' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await saved(other);
    await expect.poll(() => held(worker)).toBeGreaterThan(0);
    await expect(ways(page)).toHaveAttribute('aria-busy', 'true');
    await expect(ways(page)).not.toContainText('Ana Ferreira');
    await release(worker);
    await expect(ways(page)).toHaveAttribute('aria-busy', 'false');
    await expect(ways(page).getByRole('button', { name: /^Yusuf Demir/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(ways(page)).not.toContainText('Ana Ferreira');
  });
});
