import windowsZones from '#data/words/windows-zones.json';
import type { Seconds } from '#model/time.ts';

const WINDOWS: ReadonlyMap<string, string> = new Map(
  windowsZones.map(([windows = '', name = '']) => [windows.toLowerCase(), name]),
);
const FIXED = /(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?/i;

/** How far a zone is ahead of UTC at a moment, in seconds. */
type Offset = (at: Seconds) => number;

const offsets = new Map<string, Offset | null>();

/**
 * UTC seconds of a wall clock (given as if it were UTC) in a zone: an IANA or Windows name, or
 * `(UTC+01:00) …`. null when nobody knows the zone.
 */
export function inZone(wall: Seconds, zone: string): Seconds | null {
  const offset = offsetOf(zone);
  if (offset === null) return null;
  const near = wall - offset(wall);
  return wall - offset(near);
}

function offsetOf(zone: string): Offset | null {
  let offset = offsets.get(zone);
  if (offset === undefined) {
    offset = named(WINDOWS.get(zone.toLowerCase()) ?? zone.replace(/^\/?.*?\/(?=[A-Z][a-z]+\/)/, '')) ?? fixed(zone);
    offsets.set(zone, offset);
  }
  return offset;
}

function named(name: string): Offset | null {
  let format: Intl.DateTimeFormat;
  try {
    const part = '2-digit';
    const parts = { year: 'numeric', month: part, day: part, hour: part, minute: part, second: part } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', ...parts });
  } catch {
    return null;
  }
  return (at) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = format
      .formatToParts(at * 1000)
      .filter(({ type }) => type !== 'literal')
      .map(({ value }) => Number(value));
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
  };
}

function fixed(zone: string): Offset | null {
  const found = FIXED.exec(zone);
  if (!found) return null;
  const seconds = Number(found[2]) * 3600 + Number(found[3] ?? 0) * 60;
  return () => (found[1] === '-' ? -seconds : seconds);
}
