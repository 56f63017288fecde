import months from '#data/words/months.json';
import { type Day, type Seconds, secondsOf } from '#model/time.ts';
import { fold } from './text.ts';

const MONTH: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.map((name) => [fold(name), index + 1] as const)),
);

/** Which part of `4/11/18` is the month: found once per file, never per cell. */
export type SlashOrder = 'month-first' | 'day-first';

const DAY_MONTH_YEAR = /^(\d{1,2})[ .-]*[ -]([^\d\s-]{3,12})[ ,.-]+(\d{4}|\d{2})\b/;
const MONTH_DAY_YEAR = /^([^\d\s-]{3,12}) (\d{1,2}),? (\d{4})\b/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/;
const CTIME = /^\p{L}{3} (\p{L}{3}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) \S+ (\d{4})$/u;
const STAMP = /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?: ?UTC| ?GMT|Z)?$/;
const CLOCK = /[ ,T]\s{0,9}(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?$/i;

/** Whether a text starts as `4/11/18` does: then its order must be known. */
export function isSlashed(text: string): boolean {
  return SLASHED.test(text);
}

/** A day in any of the spellings of FORMATS.md §1.3; null when it is none. */
export function readDay(text: string, order: SlashOrder): Day | null {
  let found = DAY_MONTH_YEAR.exec(text);
  if (found) return dayOfParts(found[3], MONTH.get(fold(found[2] ?? '')), found[1]);
  found = YEAR_FIRST.exec(text);
  if (found) return dayOfParts(found[1], found[2], found[3]);
  found = DOTTED.exec(text);
  if (found) return dayOfParts(found[3], found[2], found[1]);
  found = SLASHED.exec(text);
  if (found)
    return order === 'month-first'
      ? dayOfParts(found[3], found[1], found[2])
      : dayOfParts(found[3], found[2], found[1]);
  found = MONTH_DAY_YEAR.exec(text);
  if (found) return dayOfParts(found[3], MONTH.get(fold(found[1] ?? '')), found[2]);
  found = CTIME.exec(text);
  return found ? dayOfParts(found[6], MONTH.get(fold(found[1] ?? '')), found[2]) : null;
}

/**
 * A moment in UTC seconds. LinkedIn gives a zone (UTC) or none: then UTC is assumed, which is within a
 * day. A day without a time is its noon.
 */
export function readMoment(text: string, order: SlashOrder): Seconds | null {
  return usualStamp(text) ?? anyMoment(text, order);
}

/** `2026-02-01 10:20:30 UTC`, as each of many thousand messages has it, read without a search; null for anything else. */
function usualStamp(text: string): Seconds | null {
  if (text.length !== 23 || !text.endsWith(' UTC')) return null;
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== ' ' || text[13] !== ':' || text[16] !== ':') return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  if (!isDay(year, month, day) || !(hour < 24 && minute < 60 && second < 60)) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** The number that stands there; NaN when anything but a digit does. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function anyMoment(text: string, order: SlashOrder): Seconds | null {
  const stamp = STAMP.exec(text);
  const day = stamp ? dayOfParts(stamp[1], stamp[2], stamp[3]) : readDay(text, order);
  if (day === null) return null;
  const clock = stamp ? stamp.slice(4, 7) : (CTIME.exec(text)?.slice(3, 6) ?? CLOCK.exec(text)?.slice(1));
  if (!clock) return secondsOf(day) + 43_200;
  const half = (clock[3] ?? '').toLowerCase();
  const hour = half ? (Number(clock[0]) % 12) + (half === 'p' ? 12 : 0) : Number(clock[0]);
  const minute = Number(clock[1]);
  const second = Number(clock[2] ?? 0);
  return hour < 24 && minute < 60 && second < 60 ? secondsOf(day) + hour * 3600 + minute * 60 + second : null;
}

/**
 * The order of `a/b/year` in one column: a part above 12 decides; else the order in which the column
 * runs in one direction (exports are sorted); else American, which LinkedIn writes.
 */
export function slashOrder(cells: Iterable<string>): SlashOrder {
  const column: string[] = [];
  for (const text of cells) if (SLASHED.test(text)) column.push(text);
  if (column.length === 0) return 'month-first';
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of column) {
    const found = SLASHED.exec(text);
    if (!found) continue;
    if (Number(found[1]) > 12) dayFirst++;
    if (Number(found[2]) > 12) monthFirst++;
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day-first' : 'month-first';
  return turns(column, 'day-first') < turns(column, 'month-first') ? 'day-first' : 'month-first';
}

function turns(column: readonly string[], order: SlashOrder): number {
  let up = 0;
  let down = 0;
  let last = '';
  for (const text of column) {
    const day = readDay(text, order);
    if (day === null) continue;
    if (last !== '' && day > last) up++;
    if (last !== '' && day < last) down++;
    last = day;
  }
  return Math.min(up, down);
}

function dayOfParts(y: string | undefined, m: string | number | undefined, d: string | undefined): Day | null {
  const short = Number(y);
  const year = y?.length === 2 ? short + (short > 69 ? 1900 : 2000) : short;
  const month = Number(m);
  const day = Number(d);
  if (!isDay(year, month, day)) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
