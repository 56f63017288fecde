/** What a fresh machine lacks: the packages of the lock file, and a browser. Node's built-ins only. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WANTED_NODE = [20, 19];

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = WANTED_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  fail(`Handcarry needs Node ${WANTED_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** `npm ci` when node_modules is not what the lock file says. */
export function install() {
  const reason = missing();
  if (!reason) return;
  say(`Installing the packages of package-lock.json (${reason}) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('npm ci failed; see above.');
}

/** npm keeps in node_modules what it installed: the same list as the lock file but for other platforms' packages. */
function missing() {
  if (!existsSync('node_modules')) return 'there are none yet';
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  if (!installed) return 'node_modules was not made by npm';
  const locked = readJson('package-lock.json')?.packages ?? {};
  const changed = Object.entries(locked).find(
    ([path, entry]) =>
      path !== '' && installed[path]?.version !== entry.version && (installed[path] || !entry.optional),
  );
  return changed ? `${changed[0].replace('node_modules/', '')} is not at ${changed[1].version}` : null;
}

export function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const folders = (process.env.PATH ?? '').split(':');
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, mac, playwrightBrowser()].find((path) => path && existsSync(path)) ?? null;
}

/** Where Playwright's own Chromium would be. */
function playwrightBrowser() {
  const ask = "import('@playwright/test').then((p) => process.stdout.write(p.chromium.executablePath()))";
  return spawnSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).stdout.trim();
}

/** Debian's package when we may, else Playwright's own build. Answers the path, null when neither came. */
export function installBrowser() {
  const apt = existsSync('/usr/bin/apt-get');
  if (apt && process.getuid?.() === 0) {
    say('No Chromium here. Installing the Debian package "chromium" …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    const found = findBrowser();
    if (found) return found;
  }
  say("No Chromium here. Installing Playwright's own …");
  run('playwright', ['install', 'chromium']);
  return findBrowser();
}

/** Runs one of the project's own tools, shows what it says, answers its exit status. */
export function run(tool, args, env = {}) {
  const windows = process.platform === 'win32';
  const bin = join('node_modules', '.bin', windows ? `${tool}.cmd` : tool);
  const { status } = spawnSync(bin, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }), ...env },
    shell: windows,
  });
  return status ?? 1;
}

/** The parsed file, null when it is not there or not whole. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

export function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
