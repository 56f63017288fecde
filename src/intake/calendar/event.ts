import ICAL from 'ical.js';
import { textOfBytes } from '#intake/byte-text.ts';
import type { Seconds } from '#model/time.ts';
import { inZone } from './zone.ts';

/** A property as ical.js gives it: name, parameters, type, values. */
export type JProperty = readonly [
  name: string,
  params: Readonly<Record<string, string | readonly string[]>>,
  type: string,
  ...values: readonly unknown[],
];

/** When something is: the wall clock as if it were UTC, and the moment it means. */
export interface When {
  readonly wall: Seconds;
  readonly at: Seconds;
  readonly isDay: boolean;
  readonly zone: string | null;
}

/** One VEVENT, as far as it says who met when. */
export interface CalendarEvent {
  readonly row: number;
  readonly uid: string;
  readonly start: When;
  /** Which occurrence of a series this one stands for. */
  readonly replaces: When | null;
  readonly left: readonly When[];
  readonly rule: unknown;
  readonly isCancelled: boolean;
  readonly organizer: JProperty | null;
  readonly attendees: readonly JProperty[];
  readonly stamps: readonly When[];
}

/** Properties that are parsed; all others (summary, description, alarms) are never looked at. */
export const NEEDED =
  /^(?:UID|DTSTART|DTSTAMP|LAST-MODIFIED|RECURRENCE-ID|EXDATE|RRULE|STATUS|ORGANIZER|ATTENDEE)[;:]/i;

/**
 * A VEVENT of its unfolded lines. `floating` is the calendar's own zone, for times that name none.
 *
 * @throws what ical.js throws on a line that is none.
 */
export function eventOf(lines: readonly string[], row: number, floating: string): CalendarEvent | null {
  const text = `BEGIN:VEVENT\r\n${lines.map((line) => textOfBytes(line)).join('\r\n')}\r\nEND:VEVENT`;
  const properties = propertiesOf(ICAL.parse(text));
  const all = (name: string): JProperty[] => properties.filter(([each]) => each === name);
  const times = (name: string): When[] => all(name).flatMap((property) => whensOf(property, floating));
  const [start] = times('dtstart');
  if (!start) return null;
  return {
    row,
    start,
    uid: textIn(all('uid')[0]),
    replaces: times('recurrence-id')[0] ?? null,
    left: times('exdate'),
    rule: all('rrule')[0]?.[3],
    isCancelled: textIn(all('status')[0]).toUpperCase() === 'CANCELLED',
    organizer: all('organizer')[0] ?? null,
    attendees: all('attendee'),
    stamps: [...times('dtstamp'), ...times('last-modified')],
  };
}

/** A parameter of a property, '' when it has none. */
export function paramOf([, params]: JProperty, name: string): string {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

export function textIn(property: JProperty | undefined): string {
  return typeof property?.[3] === 'string' ? property[3] : '';
}

function propertiesOf(parsed: unknown): JProperty[] {
  const list: unknown = Array.isArray(parsed) ? parsed[1] : null;
  return Array.isArray(list) ? (list as JProperty[]) : [];
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(Z)?)?$/;

function whensOf(property: JProperty, floating: string): When[] {
  const zone = paramOf(property, 'tzid');
  return property.slice(3).flatMap((value) => {
    const when = typeof value === 'string' ? whenOf(value, zone, floating) : null;
    return when ? [when] : [];
  });
}

/** A whole day is taken for its noon; a zone nobody knows for the calendar's own, else UTC. */
export function whenOf(value: string, zone: string, floating: string): When | null {
  const found = WRITTEN.exec(value);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part));
  const date = new Date(Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const wall = date.getTime() / 1000;
  if (found[4] === undefined) return { wall, at: wall + 43_200, isDay: true, zone: null };
  if (found[7] !== undefined) return { wall, at: wall, isDay: false, zone: null };
  const known = zone !== '' && inZone(wall, zone) !== null ? zone : floating;
  return { wall, at: momentOf(wall, known), isDay: false, zone: known };
}

export function momentOf(wall: Seconds, zone: string | null): Seconds {
  return zone === null ? wall : (inZone(wall, zone) ?? wall);
}
