/**
 * One door to the project, with Node's built-ins only, so that it works on a fresh machine:
 *   node tests/run.mjs start            install what is missing, build, serve, print the address
 *   node tests/run.mjs test [step …]    every check, or only the named ones; last line `N passed, N failed`
 *   node tests/run.mjs fuzz | long | crash   the suites that take longer than `test` may
 *   node tests/run.mjs bench [name …] [-- arguments]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, fail, findBrowser, install, installBrowser, readJson, run, say } from './machine.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const [command = 'start', ...rest] = process.argv.slice(2);
const commands = { start, test, bench, fuzz, long, crash };

process.chdir(ROOT);
checkNode();
if (!Object.hasOwn(commands, command))
  fail(`Unknown command "${command}". Known: ${Object.keys(commands).join(', ')}.`);
process.exitCode = (await commands[command](rest)) ?? 0;

async function start(args) {
  const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  install();
  if (run('vite', ['build', '--logLevel', 'warn']) !== 0) fail('The build failed; nothing is served.');
  const { serve } = await import('./serve.mjs');
  const { url } = await serve({
    root: join(ROOT, 'dist'),
    port: Number(option('port') ?? process.env.PORT ?? 4173),
    host: option('host') ?? '127.0.0.1',
    under: option('under') ?? '/',
  });
  say(`Handcarry is ready at ${url}`);
  say('It runs on this computer only. Stop it with Ctrl C.');
}

/** Each step answers how many real tests passed, failed and were skipped; a failed check counts as one failure. */
async function test(only) {
  const steps = {
    types: () => check('tsc', ['--noEmit']),
    lint: () => check('biome', ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.']),
    'lint-types': () => check('oxlint', ['--type-aware', '--deny-warnings']),
    unused: () => check('knip', ['--no-progress']),
    unit: () => unitTests([]),
    build: () => check('vite', ['build', '--logLevel', 'warn']),
    size: () => check('size-limit', []),
    e2e: () => browserTests([]),
  };
  const chosen = only.filter((name) => !name.startsWith('-'));
  const unknown = chosen.find((name) => !Object.hasOwn(steps, name));
  if (unknown) fail(`Unknown step "${unknown}". Known: ${Object.keys(steps).join(', ')}.`);
  install();
  return runSteps(Object.entries(steps).filter(([name]) => chosen.length === 0 || chosen.includes(name)));
}

/** Property tests with FUZZ_RUNS times the usual number of cases (30 by default). */
function fuzz(args) {
  install();
  process.env.FUZZ_RUNS ??= '30';
  return runSteps([['fuzz', () => unitTests(filesWith('fast-check', args))]]);
}

/** Everything, and the tests that only run where LONG is set. */
function long(args) {
  process.env.LONG = '1';
  return test(args);
}

/** The browser killed in the middle of its work, many times over (tests tagged @crash). */
function crash(args) {
  install();
  process.env.LONG = '1';
  return runSteps([
    ['build', () => check('vite', ['build', '--logLevel', 'warn'])],
    ['crash', () => browserTests(['--grep', '@crash', ...args])],
  ]);
}

function bench(args) {
  install();
  const cut = args.indexOf('--');
  const names = cut < 0 ? args.filter((arg) => !arg.startsWith('-')) : args.slice(0, cut);
  const passed = cut < 0 ? args.filter((arg) => arg.startsWith('-')) : args.slice(cut + 1);
  const all = listed('tests/bench').filter((file) => file.endsWith('.bench.ts'));
  const files = all.filter((file) => names.length === 0 || names.some((name) => basename(file).startsWith(name)));
  if (files.length === 0)
    fail(`No benchmark is called so. There are: ${all.map((file) => basename(file)).join(', ')}.`);
  // Inside node_modules, so that the peers are found and loaded as they were published.
  mkdirSync('node_modules/.cache', { recursive: true });
  const out = mkdtempSync(join(ROOT, 'node_modules', '.cache', 'bench-'));
  try {
    for (const file of files) {
      if (run('vite', ['build', '--logLevel', 'error', '--ssr', file, '--outDir', out, '--emptyOutDir=false']) !== 0)
        return 1;
      const built = join(out, basename(file).replace(/\.ts$/, '.js'));
      const { status } = spawnSync(process.execPath, ['--expose-gc', built, ...passed], { stdio: 'inherit' });
      if (status !== 0) return status ?? 1;
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  return 0;
}

// Running and counting

async function runSteps(steps) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const [name, step] of steps) {
    say(`\n== ${name}`);
    const began = Date.now();
    const { passed = 0, failed = 0, skipped = 0 } = await step();
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    const counts = passed + skipped > 0 ? `${passed} passed, ${failed} failed` : failed > 0 ? 'failed' : 'fine';
    lines.push(`${name.padEnd(12)}${counts}${skipped > 0 ? `, ${skipped} skipped` : ''} (${seconds(began)})`);
  }
  say(`\n${lines.join('\n')}\n`);
  say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  return total.failed > 0 ? 1 : 0;
}

/** A check without tests of its own: nothing to count but a failure. */
function check(tool, args) {
  return { failed: run(tool, args) === 0 ? 0 : 1 };
}

function unitTests(args) {
  return inTemporary((folder) => {
    const report = join(folder, 'unit.json');
    const status = run('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ]);
    const result = readJson(report);
    if (!result) return { failed: 1 };
    // A file that does not even load has no failed test in it, yet it failed.
    const broken = result.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
    );
    const failed = result.numFailedTests + broken.length;
    return {
      passed: result.numPassedTests,
      failed: failed === 0 && status !== 0 ? 1 : failed,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  });
}

function isFailed(assertion) {
  return assertion.status === 'failed';
}

function browserTests(args) {
  const browser = findBrowser() ?? installBrowser();
  if (!browser) {
    say('No browser could be found or installed, so nothing was seen working.');
    return { failed: 1 };
  }
  say(`Browser: ${browser}`);
  return inTemporary((folder) => {
    const report = join(folder, 'e2e.json');
    const status = run('playwright', ['test', '--config', 'tests/e2e.config.ts', ...args], {
      CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    const result = readJson(report);
    if (!result) return { failed: 1 };
    const { expected, unexpected, flaky, skipped } = result.stats;
    const failed = unexpected + flaky + (result.errors?.length ?? 0);
    return { passed: expected, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
  });
}

function inTemporary(work) {
  const folder = mkdtempSync(join(tmpdir(), 'handcarry-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Small things

function filesWith(word, names) {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).map((file) => join('tests', file));
  const matching = files.filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(file, 'utf8').includes(word));
  return matching.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
}

function listed(folder) {
  return existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
