import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { argv, execPath } from 'node:process';

/**
 * This same benchmark in a fresh process, told what to do by `words`: nothing compiled yet, and nobody else's
 * garbage in the heap. Answers what that process `tell`s.
 */
export function inChild<T>(...words: readonly string[]): T {
  const [, script = ''] = argv;
  const { status, stdout, stderr } = spawnSync(execPath, ['--expose-gc', script, CHILD, ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

const CHILD = '--child';

/** The words this process was started with by `inChild`; null when it is the benchmark itself. */
export function childWords(): readonly string[] | null {
  return argv[2] === CHILD ? argv.slice(3) : null;
}

export function tell(answer: unknown): void {
  process.stdout.write(JSON.stringify(answer));
}

/** How far memory rose at most while `work` ran, above what the process held before it; in bytes. */
export async function memoryRise<T>(work: () => Promise<T>): Promise<{ answer: T; rise: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const answer = await work();
  return { answer, rise: Math.max(0, mostHeld() - before) };
}

const STATUS = '/proc/self/status';

/**
 * The system's own mark of the most this process ever held: nothing is missed between two looks. On Linux not
 * by `maxRSS`, which a process takes over from the one that started it.
 */
function mostHeld(): number {
  const marked = existsSync(STATUS) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, 'latin1'))?.[1] : undefined;
  return (marked === undefined ? process.resourceUsage().maxRSS : Number(marked)) * 1024;
}
