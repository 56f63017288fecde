import { decodeWords } from 'postal-mime';
import labels from '#data/words/mail-labels.json';
import { textOfBytes } from '#intake/byte-text.ts';
import { isRobot } from '#intake/robots.ts';
import { fold } from '#intake/text.ts';
import type { AddressReader, Mailbox } from './addresses.ts';
import type { Headers } from './headers.ts';

/** Why a message says nothing of two people. */
export type LeftOut = 'list' | 'machine' | 'crowd' | 'chat' | 'draft' | 'spam' | 'nobody';

/** A message from one person to at most ten. */
export interface Letter {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  /** The mailbox it was put into, '' when the file does not say. */
  readonly delivered: string;
  /** Whether it shows that it came over the network. */
  readonly isTraced: boolean;
  /** Whether it is labelled as sent. Labels are in the owner's language, so none says nothing. */
  readonly isSent: boolean;
}

/** Most people a message may go to and still be one from person to person (WARMTH.md §2). */
const MOST = 10;
const LABELS = {
  sent: new Set(labels.sent),
  draft: new Set(labels.draft),
  spam: new Set(labels.spam),
  chat: new Set(labels.chat),
};

/** What one message is, by its headers alone. */
export function letterOf({ values, noticed }: Headers, addresses: AddressReader): Letter | LeftOut {
  const text = (name: Parameters<typeof values.get>[0]): string => (values.get(name) ?? '').trim().toLowerCase();
  const named = labelsOf(values.get('x-gmail-labels'));
  const is = (words: ReadonlySet<string>): boolean => named.some((label) => words.has(label));
  if (is(LABELS.chat) && !values.has('message-id')) return 'chat';
  if (is(LABELS.draft)) return 'draft';
  if (is(LABELS.spam)) return 'spam';
  const isTraced = noticed.has('received') || noticed.has('x-received') || values.has('delivered-to');
  for (const sign of noticed) if (sign !== 'received' && sign !== 'x-received') return 'list';
  if (/^(?:bulk|list|junk)/.test(text('precedence'))) return 'list';
  if (isMachine(text)) return 'machine';
  const [from] = addresses.read(values.get('from')) ?? [];
  const [sender] = addresses.read(values.get('sender')) ?? [];
  if (!from) return 'nobody';
  if (isRobot(from.address) || (sender && isRobot(sender.address))) return 'machine';
  const to = recipientsOf(values, addresses);
  if (to === null || to.length > MOST) return 'crowd';
  if (to.length === 0) return 'nobody';
  const placed = ['delivered-to', 'x-original-to', 'envelope-to'] as const;
  const [delivered] = placed.flatMap((name) => addresses.read(values.get(name)) ?? []);
  return { from, to, delivered: delivered?.address ?? '', isTraced, isSent: is(LABELS.sent) };
}

function isMachine(text: (name: 'auto-submitted' | 'return-path' | 'content-type') => string): boolean {
  const submitted = text('auto-submitted');
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    text('return-path') === '<>' ||
    text('content-type').startsWith('text/calendar') ||
    text('content-type').startsWith('multipart/report')
  );
}

function recipientsOf(values: Headers['values'], addresses: AddressReader): readonly Mailbox[] | null {
  const found = new Map<string, Mailbox>();
  for (const name of ['to', 'cc', 'bcc'] as const) {
    const read = addresses.read(values.get(name));
    if (read === null) return null;
    for (const mailbox of read) if (!found.has(mailbox.address)) found.set(mailbox.address, mailbox);
  }
  return [...found.values()];
}

/** Gmail's labels, folded: encoded whole where they are not ASCII, one with a comma in quotes. */
function labelsOf(value: string | undefined): string[] {
  if (value === undefined) return [];
  const text = decodeWords(textOfBytes(value.slice(0, 2000)).trim());
  return (text.match(/"[^"]*"|[^,]+/g) ?? []).map(fold);
}
