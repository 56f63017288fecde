import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { serve } from '#tests/serve.mjs';
import {
  backupFile,
  EMPTY,
  editing,
  executable,
  freshProfile,
  type History,
  importing,
  locking,
  opened,
  putStoreOfReleaseOne,
  restoring,
  same,
  slowDisk,
  stateOf,
} from './crash-steps.ts';
import { upload } from './files.ts';
import { type Running, start } from './killed-browser.ts';

/**
 * The browser is killed, all its processes at once, at random moments: no write that was acknowledged ("Saved")
 * may be lost, none may be there by half, and the store opens every time. The states of one history are known
 * in full, so what is found after a kill must be one of them, and not one before the last acknowledged.
 */
const RUNS = Number(process.env['KILLS'] ?? (process.env['LONG'] ? 100 : 8));
/** Of the control: it is over at the first loss. */
const AT_MOST = 12;
const FAULTS = ['first start', 'migration', 'edits', 'import', 'restore', 'lock'] as const;
type Fault = (typeof FAULTS)[number];
/** Kills fall into this many milliseconds from the first touch: before, during and after the work. */
const WITHIN: Record<Fault, number> = {
  'first start': 1_500,
  migration: 1_500,
  edits: 2_500,
  import: 4_000,
  restore: 2_500,
  lock: 4_000,
};
/** A long run says how it goes. */
const TELL = 10;
const USED = FAULTS.slice(2);
/** A fresh profile, or one with the store of release 1. */
const ANEW = process.env['LONG'] ? 6 : 3;
const RELEASE_ONE = { city: '', people: 1, imports: 0 };

test('@crash a killed browser loses nothing that was saved', async () => {
  test.setTimeout(RUNS * 60_000);
  const server = await serve({ root: process.env['DIST'] ?? 'dist', port: 0 });
  const backup = upload('before.handcarry', await backupFile());
  const tally = new Map(
    FAULTS.map((fault) => [fault, { tries: 0, writes: 0, lost: 0, unreadable: 0, kept: 0, newer: 0, locked: 0 }]),
  );
  const seen: string[] = [];
  let profile = freshProfile();
  let history: History = { states: [EMPTY], acknowledged: 0 };
  /** The browser that showed what was left after a kill is the next one to be killed. */
  let next: Running | null = null;

  for (let run = 0; run < RUNS; run++) {
    const anew = run % ANEW === 0;
    const fault = anew ? (FAULTS[(run / ANEW) % 2] ?? 'first start') : (USED[run % USED.length] ?? 'edits');
    if (anew) {
      await next?.kill();
      next = null;
      rmSync(profile, { recursive: true, force: true });
      profile = freshProfile();
      history = { states: [fault === 'migration' ? RELEASE_ONE : EMPTY], acknowledged: 0 };
    }
    const row = tally.get(fault);
    if (!row) throw new Error(fault);
    const before = history.acknowledged;

    const running: Running = next ?? (await start(executable(), profile));
    if (fault === 'migration') await putStoreOfReleaseOne(running.page, server.url);
    try {
      await working(running, server.url, history, fault, backup, run);
    } finally {
      await running.kill();
    }
    row.tries++;
    row.writes += history.acknowledged - before;

    next = await start(executable(), profile);
    const answer = await stateOf(next, server.url);
    const found = typeof answer === 'string' ? null : answer;
    if (typeof answer === 'string') {
      row.unreadable++;
      seen.push(`run ${run} (${fault}) did not open: ${answer}`);
      await next.kill();
      next = null;
    }
    if (found?.locked) row.locked++;
    const at = found ? history.states.findLastIndex((state) => same(state, found)) : -1;
    if (found && at < history.acknowledged) {
      row.lost++;
      seen.push(`run ${run} (${fault}): found ${JSON.stringify(found)} after ${JSON.stringify(history)}`);
    }
    if (at === history.acknowledged) row.kept++;
    if (at > history.acknowledged) row.newer++;
    history = { states: [found ?? EMPTY], acknowledged: 0 };
    if (run % TELL === TELL - 1) console.log(`${run + 1} kills so far; lost or unreadable: ${seen.length}`, ...seen);
  }

  await next?.kill();
  rmSync(profile, { recursive: true, force: true });
  await server.close();
  const rows = [...tally].map(([fault, { kept, newer, locked, ...row }]) => ({
    fault,
    ...row,
    saw: `${kept} times what was last saved, ${newer} times a newer whole edit; ${locked} times after the passphrase`,
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
  const starting = fault === 'first start' || fault === 'migration';
  if (!starting) await opened(page, url);
  let killed = false;
  const kill = async (): Promise<void> => {
    await pause(Math.random() * WITHIN[fault]);
    killed = true;
    await running.kill();
  };
  const work = async (): Promise<void> => {
    if (starting) await opened(page, url);
    for (let round = 0; !killed; round++) {
      const last = history.states.at(-1) ?? EMPTY;
      const name = `${run}.${round}`;
      if (fault === 'import') await importing(page, history, last, name);
      else if (fault === 'restore' && round % 2 === 0) await restoring(page, history, backup);
      else if (fault === 'lock' && round % 2 === 0) await locking(page);
      else await editing(page, history, { ...last, city: `City ${name}` });
    }
  };
  const working = work().catch((error: unknown) => {
    if (!killed) throw error;
  });
  await Promise.all([kill(), working]);
}

/** Edits over a slow disk until the kill; answers how many acknowledged writes were gone afterwards. */
async function lostOverSlowDisk(url: string, profile: string, early: boolean): Promise<number> {
  const history: History = { states: [EMPTY], acknowledged: 0 };
  const running = await start(executable(), profile);
  const { page } = running;
  await page.exposeFunction('acknowledge', (at: number) => {
    history.acknowledged = Math.max(history.acknowledged, at);
  });
  await slowDisk(page, early);
  await opened(page, url);
  history.states[0] = { ...EMPTY, city: await page.getByRole('textbox', { name: 'City' }).inputValue() };
  try {
    for (let round = 0; round < 2; round++) await editing(page, history, { ...EMPTY, city: `City ${Math.random()}` });
    await pause(Math.random() * 100);
  } finally {
    await running.kill();
  }
  const again = await start(executable(), profile);
  const found = await stateOf(again, url);
  await again.kill();
  if (typeof found === 'string') throw new Error(found);
  return history.acknowledged - history.states.findLastIndex((state) => same(state, found));
}

test('@crash the same kills catch an app that says "Saved" before it is', async () => {
  test.setTimeout(AT_MOST * 60_000);
  const server = await serve({ root: process.env['DIST'] ?? 'dist', port: 0 });
  const profile = freshProfile();
  let [tries, lost] = [0, 0];
  while (lost === 0 && tries++ < AT_MOST) lost = await lostOverSlowDisk(server.url, profile, true);
  console.log(`control: ${lost} acknowledged writes lost in kill ${tries} of an app that acknowledges too soon`);
  expect(lost).toBeGreaterThan(0);
  for (let run = 0; run < 2; run++) expect(await lostOverSlowDisk(server.url, profile, false)).toBeLessThan(1);
  rmSync(profile, { recursive: true, force: true });
  await server.close();
});
