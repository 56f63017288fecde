import type { Page, Worker } from '@playwright/test';
import { expect, LUMBRA, open, openSample, saved, test, ways } from './app.ts';

/**
 * What the worker sees and says, from now on; while it is held, no request that arrives is begun, or, held in the
 * middle, none goes on after its first step.
 */
interface Held {
  readonly replies: readonly { readonly id?: number; readonly failed?: { readonly name: string } }[];
  readonly begin: (() => void)[];
  readonly goOn: (() => void)[];
  hold: 'start' | 'middle' | null;
}

async function hold(worker: Worker, where: 'start' | 'middle' = 'start'): Promise<void> {
  await worker.evaluate((place) => {
    const scope = self as unknown as { held?: Held; postMessage(message: unknown): void };
    if (scope.held) {
      scope.held.hold = place;
      return;
    }
    const held: Held = { replies: [], begin: [], goOn: [], hold: place };
    const [post, later] = [scope.postMessage.bind(scope), setTimeout];
    scope.held = held;
    scope.postMessage = (message) => {
      (held.replies as unknown[]).push(message);
      post(message);
    };
    // Each request is begun in a task of its own (worker/serve.ts).
    Object.assign(scope, {
      setTimeout: (work: () => void, ms?: number) => (held.hold === 'start' ? held.begin.push(work) : later(work, ms)),
    });
    // And between two steps it waits for a message to itself (model/turn.ts).
    const send = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      const step = () => send.call(this, message);
      if (held.hold === 'middle') held.goOn.push(step);
      else step();
    };
  }, where);
}

/** How many requests wait to be begun, or to go on. */
const held = (worker: Worker) =>
  worker.evaluate(() => {
    const { begin, goOn } = (self as unknown as { held: Held }).held;
    return begin.length + goOn.length;
  });

async function release(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const { held } = self as unknown as { held: Held };
    held.hold = null;
    for (const work of [...held.begin.splice(0), ...held.goOn.splice(0)]) work();
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

  test('left in the middle of an answer: it ends there by name, and what is asked next is not held up', async ({
    page,
  }) => {
    const worker = await lookedAt(page);
    // An edit: the ranking, which is worked out step by step, is asked for anew.
    await page.getByText('Is it worthwhile?').click();
    await page.getByRole('group', { name: 'Is this role still open?' }).getByLabel('No', { exact: true }).check();
    await expect(ways(page)).toHaveAttribute('aria-busy', 'false');
    await hold(worker, 'middle');
    await open(page, '#/targets');
    await expect.poll(() => held(worker)).toBeGreaterThan(0);
    await open(page, LUMBRA);
    const between = ways(page).getByRole('combobox', { name: 'People between you and the manager' });
    await between.selectOption('Nobody between');
    await expect(ways(page)).not.toContainText('Ana Ferreira');
    expect((await answered(worker)).failed).toEqual([]);
    await release(worker);
    await expect.poll(async () => (await answered(worker)).failed).toContain('AbortError');
    await expect(ways(page)).toHaveAttribute('aria-busy', 'false');
    await expect(ways(page)).not.toContainText('Ana Ferreira');
    await open(page, '#/targets');
    await expect(page.getByRole('main')).toContainText('Ana Ferreira');
    expect(new Set((await answered(worker)).failed)).toEqual(new Set(['AbortError']));
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
