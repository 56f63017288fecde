import { type Person, profileOf } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import { readTitle } from '#ties/titles.ts';

const VICE_PRESIDENT = 5;

/** HR by the person's own words, by the target's HR contacts, or by the title; the own word decides. */
export function isHr(person: Person | undefined, target: Target): boolean {
  if (!person) return false;
  if (person.own.hr !== undefined) return person.own.hr;
  return target.hr.includes(person.id) || readTitle(profileOf(person).position).hr;
}

/** VP or executive, by the title alone. */
export function isSenior(title: string): boolean {
  return readTitle(title).rank >= VICE_PRESIDENT && !/\b(product owner|chief of staff)\b/i.test(title);
}
