import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { apply } from '#model/change.ts';
import { newId } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { writeBackup } from '#storage/backup.ts';
import { findBrowser } from '#tests/machine.mjs';
import { serve } from '#tests/serve.mjs';
import { connectionsCsv, upload } from './files.ts';
import { type Running, start } from './killed-browser.ts';

/**
 * The browser is killed, all its processes at once, at random moments: no write that was acknowledged ("Saved")
 * may be lost, none may be there by half, and the store opens every time. The states of one history are known
 * in full, so what is found after a kill must be one of them, and not one before the last acknowledged.
 */
const RUNS = process.env['LONG'] ? 100 : 6;
const BATCH = 400;
const RESTORED = 1_500;

/** What Settings says is stored: the City field and the figures of "Where it is kept". */
interface State {
  readonly city: string;
  readonly people: number;
  readonly imports: number;
}
const EMPTY: State = { city: '', people: 0, imports: 0 };

/** What was tried, in order; `acknowledged` is the newest that the page called saved. */
interface History {
  readonly states: State[];
  acknowledged: number;
}

const FAULTS = ['first start', 'edits', 'import', 'restore'] as const;
type Fault = (typeof FAULTS)[number];
/** Kills fall into this many milliseconds from the first touch: before, during and after the work. */
const WITHIN: Record<Fault, number> = { 'first start': 1_500, edits: 2_500, import: 4_000, restore: 2_500 };
const EVERY_TENTH_STARTS_ANEW = 10;

test('@crash a killed browser loses nothing that was saved', async () => {
  test.setTimeout(RUNS * 60_000);
  const server = await serve({ root: process.env['DIST'] ?? 'dist', port: 0 });
  const backup = upload('before.handcarry', await backupFile());
  const tally = new Map(
    FAULTS.map((fault) => [fault, { tries: 0, writes: 0, lost: 0, unreadable: 0, kept: 0, newer: 0 }]),
  );
  const seen: string[] = [];
  let profile = freshProfile();
  let history: History = { states: [EMPTY], acknowledged: 0 };

  for (let run = 0; run < RUNS; run++) {
    const anew = run % EVERY_TENTH_STARTS_ANEW === 0;
    if (anew) {
      rmSync(profile, { recursive: true, force: true });
      profile = freshProfile();
      history = { states: [EMPTY], acknowledged: 0 };
    }
    const fault = anew ? 'first start' : (FAULTS[1 + (run % 3)] ?? 'edits');
    const row = tally.get(fault);
    if (!row) throw new Error(fault);
    const before = history.acknowledged;

    const running = await start(executable(), profile);
    try {
      await working(running, server.url, history, fault, backup, run);
    } finally {
      await running.kill();
    }
    row.tries++;
    row.writes += history.acknowledged - before;

    const again = await start(executable(), profile);
    let found: Awaited<ReturnType<typeof stateOf>>;
    try {
      found = await stateOf(again, server.url);
    } finally {
      await again.kill();
    }
    if (!found) row.unreadable++;
    const at = found ? history.states.findLastIndex((state) => same(state, found)) : -1;
    if (found && at < history.acknowledged) {
      row.lost++;
      seen.push(`run ${run} (${fault}): found ${JSON.stringify(found)} after ${JSON.stringify(history)}`);
    }
    if (at === history.acknowledged) row.kept++;
    if (at > history.acknowledged) row.newer++;
    history = { states: [found ?? EMPTY], acknowledged: 0 };
  }

  rmSync(profile, { recursive: true, force: true });
  await server.close();
  const rows = [...tally].map(([fault, { kept, newer, ...row }]) => ({
    fault,
    ...row,
    saw: `${kept} times what was last saved, ${newer} times a newer whole edit`,
  }));
  console.table(rows);
  const sum = (key: 'tries' | 'writes' | 'lost' | 'unreadable') => rows.reduce((all, row) => all + row[key], 0);
  console.log(
    `${sum('tries')} kills, ${sum('writes')} acknowledged writes, ${sum('lost')} lost, ${sum('unreadable')} unreadable`,
  );
  expect(seen).toEqual([]);
  expect(sum('unreadable')).toBe(0);
  expect(sum('tries')).toBe(RUNS);
  expect(sum('writes')).toBeGreaterThan(RUNS / 2);
});

/** Works until the kill comes, which ends it in the middle of whatever it does. */
async function working(
  running: Running,
  url: string,
  history: History,
  fault: Fault,
  backup: ReturnType<typeof upload>,
  run: number,
): Promise<void> {
  const { page } = running;
  await page.exposeFunction('acknowledge', (at: number) => {
    history.acknowledged = Math.max(history.acknowledged, at);
  });
  if (fault !== 'first start') await opened(page, url);
  let killed = false;
  const kill = async (): Promise<void> => {
    await pause(Math.random() * WITHIN[fault]);
    killed = true;
    await running.kill();
  };
  const work = async (): Promise<void> => {
    if (fault === 'first start') await opened(page, url);
    for (let round = 0; !killed; round++) {
      const last = history.states.at(-1) ?? EMPTY;
      const name = `${run}.${round}`;
      if (fault === 'import') await importing(page, history, last, name);
      else if (fault === 'restore' && round % 2 === 0) await restoring(page, history, backup);
      else await editing(page, history, { ...last, city: `City ${name}` });
    }
  };
  const working = work().catch((error: unknown) => {
    if (!killed) throw error;
  });
  await Promise.all([kill(), working]);
}

async function opened(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/settings`);
  await page.waitForSelector('#settings-storage');
  await page.waitForSelector('.topbar-save[data-kind="calm"]');
}

/** Notes what is tried before it is tried, so that a kill in between finds it in the history. */
function trying(history: History, state: State): number {
  history.states.push(state);
  return history.states.length - 1;
}

/** Types into the City field and leaves it, as a person does; acknowledged when the top bar went from Saving to Saved. */
async function editing(page: Page, history: History, state: State): Promise<void> {
  const at = trying(history, state);
  await page.getByRole('textbox', { name: 'City' }).fill(state.city);
  await acknowledged(page, at, () => page.getByRole('textbox', { name: 'City' }).blur());
}

async function restoring(page: Page, history: History, backup: ReturnType<typeof upload>): Promise<void> {
  await page.getByLabel('Backup file').setInputFiles(backup);
  const at = trying(history, { city: 'Restored', people: RESTORED, imports: 0 });
  await acknowledged(page, at, () => page.getByRole('button', { name: 'Restore this file' }).click());
}

async function importing(page: Page, history: History, last: State, name: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  const people = Array.from({ length: BATCH }, (_, at) => ({
    first: `Ada${name.replace('.', 'x')}`,
    last: `N${at}`,
    company: `Acme ${at % 20}`,
    position: 'Buyer',
  }));
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(upload('Connections.csv', connectionsCsv(people)));
  const read = page.getByRole('button', { name: 'Read my list' });
  const take = page.getByRole('button', { name: /^Take / });
  await read.or(take).first().waitFor();
  if (await read.isVisible()) await read.click();
  await take.waitFor();
  const at = trying(history, { ...last, people: last.people + BATCH, imports: last.imports + 1 });
  await acknowledged(page, at, () => take.click());
}

/** The page itself watches its top bar: Saving, then Saved; only then is the write counted as acknowledged. */
async function acknowledged(page: Page, at: number, act: () => Promise<unknown>): Promise<void> {
  const saved = page.evaluate((index) => {
    const scope = window as unknown as { acknowledge(at: number): void; watching: boolean };
    const bar = () => document.querySelector('.topbar-save')?.getAttribute('data-kind');
    return new Promise<void>((done) => {
      let busy = false;
      const look = () => {
        busy ||= bar() === 'busy';
        if (!busy || bar() !== 'calm') return;
        observer.disconnect();
        scope.acknowledge(index);
        done();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { attributes: true, childList: true, subtree: true });
      scope.watching = true;
    });
  }, at);
  saved.catch(() => {});
  await page.waitForFunction(() => (window as unknown as { watching?: boolean }).watching);
  await act();
  await saved;
}

/** What a person sees who opens the app again; null when it does not open. */
async function stateOf({ page }: Running, url: string): Promise<State | null> {
  try {
    await page.goto(`${url}#/settings`);
    await page.waitForSelector('.topbar-save[data-kind="calm"]', { timeout: 20_000 });
    const city = await page.getByRole('textbox', { name: 'City' }).inputValue();
    const words = await page.getByText('are kept in this browser').textContent();
    const figure = (of: RegExp) => Number(of.exec(words ?? '')?.[1]?.replace(/\D/g, '') ?? Number.NaN);
    return { city, people: figure(/([\d,]+) (?:person|people)/), imports: figure(/([\d,]+) imports?/) };
  } catch {
    return null;
  }
}

async function backupFile(): Promise<Uint8Array> {
  const put = Array.from({ length: RESTORED }, (_, at) => personByHand(newId('person'), { name: `Person ${at}` }));
  const empty = emptyWorkspace('w', 'Before');
  const workspace = apply(empty, { what: '', put: [{ ...empty.me, city: 'Restored' }, ...put], remove: [] }).workspace;
  return writeBackup(workspace, '');
}

function same(a: State, b: State): boolean {
  return a.city === b.city && a.people === b.people && a.imports === b.imports;
}

function freshProfile(): string {
  return mkdtempSync(join(tmpdir(), 'handcarry-crash-'));
}

function executable(): string {
  const found = findBrowser();
  if (!found) throw new Error('No Chromium here.');
  return found;
}
