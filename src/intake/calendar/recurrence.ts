import ICAL from 'ical.js';
import type { Seconds } from '#model/time.ts';
import { type CalendarEvent, momentOf, type When, whenOf } from './event.ts';

/** Occurrences of one series that are looked at: a daily one of eleven years. */
const MOST = 4_000;
const DAY = 86_400;
const PLAIN_DAY = /^(?:MO|TU|WE|TH|FR|SA|SU)$/;
const ORDINAL_DAY = /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/;

/**
 * When an event took place, up to `until`: its start, or every occurrence of its series but those left out.
 * ical.js runs forever on rules that never come true (the 30th of February), so only rules that do are
 * handed to it; of any other rule the first date counts.
 */
export function occurrencesOf(event: CalendarEvent, until: Seconds): Seconds[] {
  const rule = ruleOf(event.rule, event.start);
  if (rule === null || event.replaces) return event.start.at <= until ? [event.start.at] : [];
  const left = new Set(event.left.flatMap(({ at, wall, isDay }) => (isDay ? [`day ${wall}`] : [`${at}`])));
  const found: Seconds[] = [];
  const first = Math.floor(event.start.wall);
  const iterator = ICAL.Recur.fromData(rule.data).iterator(
    ICAL.Time.fromDateTimeString(new Date(first * 1000).toISOString().slice(0, 19)),
  );
  for (let count = 0; count < MOST; count++) {
    const next = iterator.next();
    if (!next) break;
    const wall = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second) / 1000;
    const at = event.start.isDay ? wall + DAY / 2 : momentOf(wall, event.start.zone);
    if (at > until || at > rule.last) break;
    if (!left.has(`${at}`) && !left.has(`day ${wall - (((wall % DAY) + DAY) % DAY)}`)) found.push(at);
  }
  return found;
}

/** A rule that is known to come true again and again, without its end; null for any other. */
function ruleOf(
  value: unknown,
  start: When,
): { readonly data: Record<string, unknown>; readonly last: Seconds } | null {
  if (typeof value !== 'object' || value === null) return null;
  const rule = new Map(Object.entries(value));
  const freq = textOf(rule.get('freq')).toUpperCase();
  const interval = numberOf(rule.get('interval'), 1);
  const count = rule.get('count') === undefined ? undefined : numberOf(rule.get('count'), 0);
  const until = textOf(rule.get('until'));
  const days = listOf(rule.get('byday'));
  const parts = [...rule.keys()].filter((key) => key.startsWith('by'));
  const isSane = interval >= 1 && interval <= 100 && (count === undefined || count >= 1);
  if (!isSane || !comesTrue(freq, interval, parts, days, rule, start)) return null;
  const end = until === '' ? null : whenOf(until, '', start.zone ?? 'UTC');
  const data: Record<string, unknown> = { freq, interval };
  for (const part of parts) data[part] = rule.get(part);
  if (count !== undefined) data['count'] = Math.min(count, MOST);
  const last = end === null ? Number.POSITIVE_INFINITY : end.isDay ? end.wall + DAY : end.at;
  return { data, last };
}

function comesTrue(
  freq: string,
  interval: number,
  parts: readonly string[],
  days: readonly string[],
  rule: ReadonlyMap<string, unknown>,
  start: When,
): boolean {
  const only = (...names: string[]): boolean => parts.every((part) => names.includes(part));
  if (freq === 'DAILY') return only() || (only('byday') && interval === 1 && days.every((day) => PLAIN_DAY.test(day)));
  if (freq === 'WEEKLY') return only('byday') && days.every((day) => PLAIN_DAY.test(day));
  const isEarly = new Date(start.wall * 1000).getUTCDate() <= 28;
  if (freq === 'YEARLY') return only() && isEarly;
  if (freq !== 'MONTHLY') return false;
  if (only()) return isEarly || interval === 1;
  const numbers = listOf(rule.get('bymonthday')).map(Number);
  if (only('bymonthday')) return numbers.length > 0 && numbers.every((day) => day >= 1 && day <= 28);
  const positions = listOf(rule.get('bysetpos')).map(Number);
  return (
    only('byday', 'bysetpos') &&
    days.every((day) => ORDINAL_DAY.test(day)) &&
    positions.every((at) => at !== 0 && Math.abs(at) <= 4)
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown, otherwise: number): number {
  return value === undefined ? otherwise : Number.isInteger(Number(value)) ? Number(value) : -1;
}

function listOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map(String);
}
