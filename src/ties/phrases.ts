import type { SizeBand } from '#model/company.ts';
import { type Person, profileOf } from '#model/person.ts';
import { type Day, MONTHS } from '#model/time.ts';

/** The source of what no file says. */
export const YOU_SAID = 'you said so';

/** Words for numbers and dates: English, no locale and no time zone, the same on every computer. */

/** "3 November 2026" */
export function longDay(day: Day): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`;
}

/** "once", "twice", "12 times" */
export function times(count: number): string {
  if (count === 2) return 'twice';
  return count === 1 ? 'once' : `${count} times`;
}

/** "1 message", "3 messages" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "3 weeks", "14 months", "2 years": months and years rounded down, so that no silence is made longer. */
export function span(days: number): string {
  if (days < 14) return counted(days, 'day');
  if (days < 61) return counted(Math.round(days / 7), 'week');
  if (days < 730) return counted(Math.floor(days / 30.44), 'month');
  return counted(Math.floor(days / 365.25), 'year');
}

/** "today", "yesterday", "3 weeks ago" */
export function ago(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${span(days)} ago`;
}

/** "Ana", "Ana and Ben", "Ana, Ben and 3 more" */
export function andList(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

const FRACTIONS = [
  [2, 5],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 6],
  [9, 10],
] as const;

/** A chance as a share of people: "1 in 4", "3 in 4". p in (0, 1). */
export function share(p: number): string {
  if (p < 0.4) return `1 in ${Math.round(1 / p)}`;
  let best: readonly [number, number] = FRACTIONS[0];
  for (const [a, b] of FRACTIONS) if (Math.abs(a / b - p) < Math.abs(best[0] / best[1] - p)) best = [a, b];
  return `${best[0]} in ${best[1]}`;
}

/** How many work there, as the user answered it. */
export const PEOPLE_WORDS: Readonly<Record<SizeBand, string>> = {
  '1-10': 'up to 10 people',
  '11-50': '11 to 50 people',
  '51-200': '51 to 200 people',
  '201-1000': '201 to 1,000 people',
  more: 'more than 1,000 people',
};

/** What a person is called in a sentence: the first name a source gives, else the first word of the name. */
export function callName(person: Person): string {
  const { name } = profileOf(person);
  const sighting = person.sightings.find((seen) => seen.first !== '' && name.startsWith(seen.first));
  return sighting?.first ?? (name.split(' ')[0] || 'this person');
}

/** The whole name, for somebody the reader may not have met. */
export function fullName(person: Person): string {
  return profileOf(person).name || 'this person';
}
