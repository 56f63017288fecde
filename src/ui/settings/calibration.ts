import type { SelfCheck } from '#ties/self-check.ts';

/** Side of the plot's square, in its own units. */
export const SIDE = 240;
/** A dot of fewer messages than this is drawn hollow: chance alone moves it far. */
export const FEW = 10;
const SMALLEST = 4;
const LARGEST = 14;

/** One dot: x what was said, y what was answered, area by count, y downwards as SVG has it. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly few: boolean;
}

/** Where each tenth stands on the plot. */
export function dotsOf(points: SelfCheck['points']): Dot[] {
  const most = Math.max(1, ...points.map(({ asks }) => asks));
  return points.map(({ said, was, asks }) => ({
    x: said * SIDE,
    y: (1 - was) * SIDE,
    r: Math.max(SMALLEST, LARGEST * Math.sqrt(asks / most)),
    few: asks < FEW,
  }));
}

export function percent(p: number): string {
  return `${Math.round(100 * p)} %`;
}

/** The one shift in plain words. A shift that moves one in two by less than a percent is called none. */
export function shiftWords(shift: number): string {
  const half = 1 / (1 + Math.exp(-shift));
  const figure = `${shift < 0 ? '' : '+'}${shift.toFixed(2)}`;
  if (Math.abs(half - 0.5) < 0.01) return 'Your people answer as the archives did: nothing had to be moved.';
  const how = shift > 0 ? 'more' : 'less';
  return `Your people answer ${how} often than the archives did, so every chance is moved by one and the same shift: ${figure} in log-odds. What was 50 % before is ${percent(half)} now.`;
}
