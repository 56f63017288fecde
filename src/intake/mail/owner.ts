import { mailKey } from '#intake/address.ts';
import { mayBeOne, nameTokens } from '#intake/matching/name-key.ts';
import type { ReadContext } from '#intake/source.ts';
import type { MaybeOwner } from '#intake/types.ts';
import type { MailRecord, Seen } from './mailbox.ts';

/** Whose mailbox it is: mine with these addresses, or why that cannot be told. */
export type MailOwner =
  | { readonly is: 'me'; readonly own: ReadonlySet<Seen>; readonly other: Seen | null }
  | { readonly is: 'unknown'; readonly why: string; readonly people: readonly MaybeOwner[] };

/** The owner takes part in (nearly) every letter of their mailbox. */
const OWNER_SHARE = 0.9;
const FEWEST_LETTERS = 3;
/** Among how many addresses the person chooses when it cannot be told. */
const MOST_ASKED = 5;
/** A second person with this share of the first one's signs owns the mailbox too. */
const SECOND_SHARE = 0.2;

/**
 * The owner by the user's own addresses; else by what only an own mailbox has (letters put into it, letters
 * sent without a trace of the network or labelled so); else by taking part in nearly every letter. Further
 * addresses of theirs have the same name. Another person's mail in it is told, and never counted as mine.
 */
export function ownerOf(record: MailRecord, { ownEmails, foundEmails, ownName, said }: ReadContext): MailOwner {
  const unknown = (why: string): MailOwner => ({ is: 'unknown', why, people: peopleOf(record) });
  const keys = new Set([...ownEmails, ...foundEmails, ...(said === '' ? [] : [said])].map(mailKey));
  const known = record.seen.filter(({ address }) => keys.has(mailKey(address)));
  const first = mostOf(known) ?? likeliest(record);
  if (first === null) return unknown('It cannot be told whose mailbox this is, so nothing of it is counted.');
  if (known.length === 0 && ownEmails.length > 0 && !isNamesake(ownName, first.name))
    return unknown(
      `This looks like the mailbox of ${first.address}, which is not among your addresses, so nothing of it is counted.`,
    );
  const own = new Set([first, ...known]);
  let other: Seen | null = null;
  for (const seen of withSigns(record)) {
    if (own.has(seen)) continue;
    if (isAlias(seen, first)) own.add(seen);
    else if (signsOf(seen) >= Math.max(2, SECOND_SHARE * signsOf(first)) && other === null) other = seen;
  }
  if (other !== null && known.length === 0)
    return unknown(
      `This mailbox holds mail of two people, ${first.address} and ${other.address}, so nothing of it is counted.`,
    );
  // me+news@gmail.com and m.e@gmail.com are one mailbox.
  const mailboxes = new Set([...own].map(({ address }) => mailKey(address)));
  for (const seen of record.seen) if (mailboxes.has(mailKey(seen.address))) own.add(seen);
  return { is: 'me', own, other };
}

function peopleOf(record: MailRecord): MaybeOwner[] {
  return [...record.seen]
    .sort((a, b) => signsOf(b) - signsOf(a) || b.letters - a.letters)
    .slice(0, MOST_ASKED)
    .map(({ address, name, letters }) => ({
      key: address,
      name: name === '' ? address : `${name} (${address})`,
      parts: letters,
      all: record.size,
    }));
}

function likeliest(record: MailRecord): Seen | null {
  const [first, second] = withSigns(record);
  if (first && (!second || signsOf(first) >= 2 * signsOf(second) || isAlias(second, first))) return first;
  if (first && second && signsOf(first) >= 2) return first;
  const [most, next] = [...record.seen].sort((a, b) => b.letters - a.letters);
  const isEverywhere = most && record.size >= FEWEST_LETTERS && most.letters >= OWNER_SHARE * record.size;
  return most && isEverywhere && most.letters > (next?.letters ?? 0) ? most : null;
}

function withSigns({ seen }: MailRecord): Seen[] {
  return seen.filter((each) => signsOf(each) > 0).sort((a, b) => signsOf(b) - signsOf(a) || b.letters - a.letters);
}

function signsOf({ delivered, sent }: Seen): number {
  return delivered + sent;
}

function mostOf(all: readonly Seen[]): Seen | null {
  return [...all].sort((a, b) => b.letters - a.letters)[0] ?? null;
}

/** The same person under another address: the same name, or letters put in for somebody nobody names. */
function isAlias(seen: Seen, owner: Seen): boolean {
  if (seen.name === '') return seen.delivered > 0;
  return isNamesake(seen.name, owner.name);
}

function isNamesake(a: string, b: string): boolean {
  return a !== '' && b !== '' && mayBeOne(nameTokens(a), nameTokens(b));
}
