import type { Seconds } from '#model/time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HEADER =
  /(\d{1,2})[ -]+([A-Za-z]{3})[a-z]*[ -]+(\d{2,4})[ ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[A-Za-z]{1,4})?/;
/** Gmail writes the zone before the year, others after it or not at all. */
const SEPARATOR =
  /^From (\S+) +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) +(\d{1,2}) +(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([+-]\d{4}|[A-Z]{3,4}))? +(\d{4})(?: ([+-]\d{4}))?\s*$/;
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, CET: 1, CEST: 2, BST: 1 }),
);

/** The line before each message of a mailbox: who is said to have sent it, and when it came. */
export interface Separator {
  readonly sender: string;
  readonly at: Seconds | null;
}

/** A separator line, with its date; null for any other line that begins with "From ". */
export function separatorOf(line: string): Separator | null {
  const found = SEPARATOR.exec(line);
  if (!found) return null;
  const [, sender = '', month, day, hour, minute, second, before, year, after] = found;
  return { sender, at: secondsFrom([year, month, day, hour, minute, second], before ?? after) };
}

/** When the last server took a message in, by its Received header; null when that cannot be read. */
export function receivedDate(text: string): Seconds | null {
  const at = text.lastIndexOf(';');
  return at < 0 ? null : mailDate(text.slice(at + 1).trimStart());
}

/** A Date header in UTC seconds; null when it is none. A zone without a number that nobody knows is UTC. */
export function mailDate(text: string): Seconds | null {
  const found = HEADER.exec(text.slice(0, 200));
  if (!found) return null;
  const [, day, month, year, hour, minute, second, zone] = found;
  return secondsFrom([year, month, day, hour, minute, second], zone);
}

function secondsFrom(
  [year, month, day, hour, minute, second]: readonly (string | undefined)[],
  zone: string | undefined,
): Seconds | null {
  const short = Number(year);
  const full = (year ?? '').length >= 4 ? short : short < 50 ? 2000 + short : 1900 + short;
  const index = MONTHS.indexOf((month ?? '').toLowerCase());
  const [hours, minutes] = [Number(hour), Number(minute)];
  const days = Number(day);
  if (index < 0 || days < 1 || hours > 23 || minutes > 59) return null;
  const date = new Date(Date.UTC(full, index, days, hours, minutes, Math.min(Number(second ?? 0), 59)));
  if (date.getUTCDate() !== days) return null;
  return date.getTime() / 1000 - offsetOf(zone ?? '');
}

function offsetOf(zone: string): Seconds {
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (!numeric) return (ZONES.get(zone.toUpperCase()) ?? 0) * 3600;
  const seconds = Number(numeric[2]) * 3600 + Number(numeric[3]) * 60;
  return numeric[1] === '-' ? -seconds : seconds;
}
