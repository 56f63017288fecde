import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { expect, saved, test } from './app.ts';
import { connectionsCsv, contacts, upload } from './files.ts';

const ROUNDS = process.env['LONG'] ? 30 : 3;
const PEOPLE = 4_000;

/** A browser of its own with a profile that outlives it, so that it can be killed as a power cut would. */
class Victim {
  readonly #process: ChildProcess;
  readonly #browser: Browser;
  private constructor(running: ChildProcess, browser: Browser) {
    this.#process = running;
    this.#browser = browser;
  }

  static async start(profile: string): Promise<Victim> {
    const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
    const flags = ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run'];
    const running = spawn(executable, [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const address = await new Promise<string>((done, failed) => {
      let said = '';
      running.stderr?.on('data', (data) => {
        said += String(data);
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found) done(found);
      });
      running.on('exit', () => failed(new Error(`The browser ended: ${said.slice(-400)}`)));
    });
    return new Victim(running, await chromium.connectOverCDP(address));
  }

  async page(address: string): Promise<Page> {
    const context = this.#browser.contexts()[0] ?? (await this.#browser.newContext());
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  async kill(): Promise<void> {
    const ended = new Promise((done) => this.#process.on('exit', done));
    this.#process.kill('SIGKILL');
    await ended;
  }
}

async function people(page: Page, address: string): Promise<number> {
  await page.goto(`${address}#/people`);
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'People' });
  const nobody = page.getByRole('heading', { name: 'Nobody here yet' });
  await expect(grid.or(nobody)).toBeVisible();
  return (await grid.count()) === 0 ? 0 : Number(await grid.getAttribute('aria-rowcount')) - 1;
}

test('a browser killed while it stores an import has all of it or nothing @crash', async ({ address }) => {
  test.setTimeout(ROUNDS * 30_000);
  const profile = mkdtempSync(join(tmpdir(), 'handcarry-crash-'));
  const list = upload('Connections.csv', connectionsCsv(contacts(PEOPLE)));
  const seen: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const victim = await Victim.start(profile);
    const page = await victim.page(`${address}#/import`);
    const before = await people(page, address);
    expect([0, PEOPLE]).toContain(before);
    seen.push(before);
    await page.goto(`${address}#/import`);
    if (before > 0) {
      await page.getByRole('button', { name: /^Undo the import of/ }).click();
      await saved(page);
    }
    await page.locator('input[type=file]').first().setInputFiles(list);
    const asked = page.getByRole('button', { name: 'Read my list' });
    await expect(asked.or(page.getByRole('button', { name: /^Take / }))).toBeVisible();
    if (await asked.isVisible()) await asked.click();
    await page.getByRole('button', { name: /^Take / }).click();
    await page.waitForTimeout(round * (400 / ROUNDS));
    await victim.kill();
  }
  expect(seen.length).toBe(ROUNDS);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('what was said to be saved is there after the kill @crash', async ({ address }) => {
  const profile = mkdtempSync(join(tmpdir(), 'handcarry-crash-'));
  const victim = await Victim.start(profile);
  const page = await victim.page(`${address}#/import`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(upload('Connections.csv', connectionsCsv(contacts(50))));
  await page.getByRole('button', { name: /^Take / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taken in');
  await saved(page);
  await victim.kill();
  const again = await Victim.start(profile);
  expect(await people(await again.page(address), address)).toBe(50);
  await again.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
