import { z } from 'zod';

/** A calendar day, `2026-11-23`, without a zone: what people and files mean by a date. */
export type Day = string & { readonly day?: never };
/** Unix time in whole seconds, UTC. */
export type Seconds = number;

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const DAY_SECONDS = 86_400;

export function dayOf(seconds: Seconds): Day {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Midnight UTC of that day. */
export function secondsOf(date: Day): Seconds {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

/** Whole days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((secondsOf(to) - secondsOf(from)) / DAY_SECONDS);
}

export function addDays(date: Day, days: number): Day {
  return dayOf(secondsOf(date) + days * DAY_SECONDS);
}

/** The same day `count` weekdays later (Saturday and Sunday are not counted; holidays are). */
export function addWorkingDays(date: Day, count: number): Day {
  let at = date;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return at;
}

/** English, for words that are the same on every computer. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
