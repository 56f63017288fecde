import { mailAddress, mailKey } from '#intake/address.ts';
import { mayBeOne, nameTokens } from '#intake/matching/name-key.ts';
import type { ReadContext } from '#intake/source.ts';

/** Whose calendar it is: mine with these mailboxes (by `mailKey`), or why that cannot be told. */
export type CalendarOwner =
  | { readonly is: 'me'; readonly keys: ReadonlySet<string>; readonly found: readonly string[] }
  | { readonly is: 'unknown'; readonly why: string };

export interface Named {
  readonly file: string;
  /** X-WR-CALNAME. */
  readonly calendar: string;
  /** Names by address, of everybody in the meetings. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The user's own addresses, where they take part; else the address the calendar is named by, in its file
 * (Takeout) or in itself. Another's calendar is never taken for mine without their saying so.
 */
export function ownerOf(
  { file, calendar, names }: Named,
  { ownEmails, foundEmails, ownName, said }: ReadContext,
): CalendarOwner {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/(?: ?\(\d+\))?\.ics$/i, '');
  const named = [mailAddress(base), mailAddress(calendar)].find((address) => address !== '' && !isGroup(address)) ?? '';
  const own = new Set([...ownEmails, ...foundEmails, ...(said === '' ? [] : [said])].map(mailKey));
  const isThere = [...names.keys()].some((address) => own.has(mailKey(address)));
  if (isThere || (named !== '' && own.has(mailKey(named))))
    return { is: 'me', keys: own, found: said === '' ? [] : [said] };
  if (named === '')
    return {
      is: 'unknown',
      why: 'It cannot be told which of the people in these meetings is you, so nothing of it is counted.',
    };
  const isNamesake = ownName !== '' && mayBeOne(nameTokens(ownName), nameTokens(names.get(named) ?? '?'));
  if (ownEmails.length === 0 || isNamesake)
    return { is: 'me', keys: new Set([...own, mailKey(named)]), found: [named] };
  return {
    is: 'unknown',
    why: `This is the calendar of ${named}, which is not among your addresses, so nothing of it is counted.`,
  };
}

function isGroup(address: string): boolean {
  return address.endsWith('calendar.google.com');
}
