import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';

/** A real browser on a profile of its own, in a process group of its own, so that all of it can be killed at once. */
export interface Running {
  readonly page: Page;
  /** Kills every process of the group without a word, and waits until it is gone. */
  kill(): Promise<void>;
}

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--no-first-run',
  '--no-default-browser-check',
  '--remote-debugging-port=0',
];

export async function start(executable: string, profile: string): Promise<Running> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const browser = await connect(child, portFile);
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (!page) throw new Error('the browser has no page');
  return {
    page,
    kill: async () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => {});
    },
  };
}

/** The browser writes the port that it chose into its profile once it listens. */
async function connect(child: ChildProcess, portFile: string): Promise<Browser> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the browser ended with ${child.exitCode}`);
    const [port, path] = existsSync(portFile) ? readFileSync(portFile, 'utf8').trim().split('\n') : [];
    if (port && path) return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 60_000 });
    await pause(50);
  }
  throw new Error('the browser did not start in 30 seconds');
}
