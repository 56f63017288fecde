/** Timing and the arithmetic of it. Times are in milliseconds unless the name says otherwise. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function timesOf(values: readonly number[]): Times {
  return { median: quantile(values, 0.5), p95: quantile(values, 0.95) };
}

export function time(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The times of `work` over all `inputs`, after a warm-up over `warmUp`, so that code is compiled, not inputs known. */
export function timeEach<T>(inputs: readonly T[], warmUp: readonly T[], work: (input: T) => unknown): Times {
  for (const input of warmUp) work(input);
  return timesOf(inputs.map((input) => time(() => work(input))));
}

/** Compiled code, not a lucky first run: this long a warm-up, or ten runs. */
const WARM_UP_MS = 400;

/** The median of `runs` runs, after a warm-up. Runs are numbered on, so that no two need ask the same. */
export function timeRuns(runs: number, work: (run: number) => unknown): number {
  let run = 0;
  for (let warm = 0; warm < WARM_UP_MS && run < 60; run++) warm += time(() => work(run));
  return timesOf(Array.from({ length: runs }, () => time(() => work(run++)))).median;
}

/** Milliseconds for people: 0.0078 → "7.8 µs", 1234 → "1.23 s". */
export function shown(ms: number): string {
  if (Number.isNaN(ms)) return '–';
  if (ms < 0.9995) return `${(ms * 1000).toPrecision(ms < 0.01 ? 2 : 3)} µs`;
  if (ms < 999.5) return `${ms.toPrecision(3)} ms`;
  return `${(ms / 1000).toPrecision(3)} s`;
}

export function times(factor: number): string {
  return Number.isNaN(factor) ? '–' : factor >= 100 ? Math.round(factor).toLocaleString('en') : factor.toPrecision(2);
}

/** A table for a terminal and for a README alike. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}
