import { fold } from '#intake/text.ts';
import type { Update } from '#intake/types.ts';
import { NO_OWN_WORDS, type Person, type Profile, profileOf } from '#model/person.ts';
import type { CompanyIndex } from './company-index.ts';

/**
 * What the sources now say differently of somebody known: the news of this import. The user's own words
 * hide no news, and an older export changes nothing that a newer one said.
 */
export function updatesOf(before: Person, after: Person, companies: CompanyIndex): Update[] {
  const old = sourcesOnly(before);
  const now = sourcesOnly(after);
  if (old.asOf === null || now.asOf === null) return [];
  const updates: Update[] = [];
  const tell = (field: Update['field'], from: string, to: string): void => {
    if (to === '' || fold(from) === fold(to)) return;
    updates.push({ person: after.id, name: profileOf(after).name, field, before: from, after: to, on: now.asOf ?? '' });
  };
  tell('name', old.name, now.name);
  if (old.company !== now.company) tell('company', companies.nameOf(old.company), companies.nameOf(now.company));
  tell('position', old.position, now.position);
  tell('e-mail', old.emails.join(', '), added(old.emails, now.emails));
  tell('phone', old.phones.join(', '), added(old.phones, now.phones));
  return updates;
}

function sourcesOnly(person: Person): Profile {
  return profileOf({ ...person, own: NO_OWN_WORDS });
}

function added(old: readonly string[], now: readonly string[]): string {
  return now.filter((text) => !old.includes(text)).join(', ');
}
