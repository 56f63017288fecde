import mailboxes from '#data/words/mailboxes.json';

const SHARED: ReadonlySet<string> = new Set(mailboxes.shared);
const NO_PLUS: ReadonlySet<string> = new Set(mailboxes.ignorePlus);
const NO_DOTS: ReadonlySet<string> = new Set(mailboxes.ignoreDots);
const SAME: ReadonlyMap<string, string> = new Map(mailboxes.sameAs.map(([from = '', to = '']) => [from, to]));
const ADDRESS = /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9\p{L}](?:[a-z0-9\p{L}.-]{0,250}[a-z0-9\p{L}])?$/u;

/** An e-mail address as it is kept (trimmed, lower case); '' when it is none, such as Exchange's `/o=…`. */
export function mailAddress(raw: string): string {
  const text = raw
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<|>$/g, '')
    .toLowerCase()
    .normalize('NFC');
  return ADDRESS.test(text) && !text.includes('..') && text.includes('.', text.indexOf('@')) ? text : '';
}

/**
 * What two spellings of one mailbox share: plus-tags and dots only go where the provider ignores them.
 * '' for a mailbox that is nobody's own ("info@", "jobs@"): it never identifies a person.
 */
export function mailKey(address: string): string {
  const at = address.lastIndexOf('@');
  const written = address.slice(at + 1);
  const domain = SAME.get(written) ?? written;
  let local = address.slice(0, at);
  if (NO_PLUS.has(domain)) local = local.replace(/\+.*$/, '');
  if (NO_DOTS.has(domain)) local = local.replaceAll('.', '');
  return SHARED.has(local) ? '' : `${local}@${domain}`;
}

/** The digits that identify a phone number: its last nine, '' when there are fewer than seven. */
export function phoneKey(raw: string): string {
  const digits = raw.replace(/\D/g, '');
  return digits.length < 7 ? '' : digits.slice(-9);
}
