import { mailKey } from '#intake/address.ts';
import { isRobot } from '#intake/robots.ts';
import type { Out, ReadContext } from '#intake/source.ts';
import type { Seconds } from '#model/time.ts';
import type { MailRecord, Seen } from './mailbox.ts';
import type { LeftOut } from './message.ts';
import { ownerOf } from './owner.ts';

interface Exchange {
  readonly theirs: Seconds[];
  readonly mine: Seconds[];
}

const LEFT: readonly (readonly [LeftOut, one: string, many: string])[] = [
  ['list', 'message of a list or newsletter', 'messages of lists and newsletters'],
  ['machine', 'message of a machine', 'messages of machines'],
  ['crowd', 'message to more than ten people', 'messages to more than ten people'],
  ['draft', 'draft', 'drafts'],
  ['spam', 'message in spam', 'messages in spam'],
  ['chat', 'chat', 'chats'],
  ['nobody', 'message without a sender or an addressee', 'messages without a sender or an addressee'],
];

/** Writes what passed between the owner and each other address, and says what was left out. */
export function writeLetters(record: MailRecord, out: Out, context: ReadContext): void {
  record.finish();
  const notes = [leftOut(record)];
  if (record.size > 0) {
    const owner = ownerOf(record, context);
    if (owner.is === 'unknown') {
      out.whose = owner.people;
      out.problem(0, '', 'owner-unknown', owner.why);
    } else {
      const known = new Set(context.ownEmails.map(mailKey));
      const spelled = new Map([...owner.own].reverse().map(({ address }) => [mailKey(address), address] as const));
      const found = [...spelled.entries()].flatMap(([key, address]) => (known.has(key) ? [] : [address])).reverse();
      if (found.length > 0) out.own = { emails: found };
      const { foreign, oneSided } = exchange(record, owner.own, out);
      if (owner.other) tellOther(owner.other, foreign, out);
      else notes.push(foreign === 0 ? '' : `${count(foreign, 'letter', 'letters')} between other people left out.`);
      notes.push(sharedNote(record, owner.own), oneSidedNote(oneSided));
    }
  }
  out.note = notes.filter((note) => note !== '').join(' ');
}

function exchange(record: MailRecord, own: ReadonlySet<Seen>, out: Out): { foreign: number; oneSided: number } {
  const isMine = record.seen.map((seen) => own.has(seen));
  const isPerson = record.seen.map(({ address }, id) => !isMine[id] && mailKey(address) !== '' && !isRobot(address));
  const exchanges = new Map<number, Exchange>();
  const of = (id: number): Exchange => {
    const known = exchanges.get(id) ?? { theirs: [], mine: [] };
    exchanges.set(id, known);
    return known;
  };
  let foreign = 0;
  for (const { from, to, delivered, at } of record.letters()) {
    if (isMine[from]) {
      for (const id of to) if (isPerson[id]) of(id).mine.push(at);
    } else if (isMine[delivered] || to.some((id) => isMine[id])) {
      if (isPerson[from]) of(from).theirs.push(at);
    } else foreign++;
  }
  let oneSided = 0;
  for (const [id, { theirs, mine }] of exchanges) {
    const seen = record.seen[id];
    if (!seen) continue;
    const onlyKnown = theirs.length === 0 || mine.length === 0;
    if (onlyKnown) oneSided++;
    const who = { name: seen.name, profile: '', emails: [seen.address] };
    out.messages.push({ who, channel: 'mail', theirs, mine, ...(onlyKnown ? { onlyKnown } : {}) });
  }
  return { foreign, oneSided };
}

function tellOther({ address }: Seen, foreign: number, out: Out): void {
  const message = `This mailbox also holds mail of ${address}. Only yours was counted; ${count(foreign, 'letter', 'letters')} between other people left out.`;
  out.problem(0, '', 'foreign-event', message);
}

function leftOut({ left }: MailRecord): string {
  const parts = LEFT.flatMap(([kind, one, many]) => {
    const number = left.get(kind) ?? 0;
    return number === 0 ? [] : [`${number.toLocaleString('en-US')} ${number === 1 ? one : many}`];
  });
  return parts.length === 0 ? '' : `Left out: ${parts.join(', ')}.`;
}

/** Addresses such as info@ are nobody's own (address.ts). */
function sharedNote({ seen }: MailRecord, own: ReadonlySet<Seen>): string {
  const shared = seen.filter((each) => !own.has(each) && mailKey(each.address) === '' && !isRobot(each.address));
  if (shared.length === 0) return '';
  const boxes = shared.length === 1 ? '1 shared mailbox' : `${shared.length.toLocaleString('en-US')} shared mailboxes`;
  return `${boxes} (such as ${shared[0]?.address}) left out.`;
}

function oneSidedNote(number: number): string {
  if (number === 0) return '';
  const people = number === 1 ? '1 address' : `${number.toLocaleString('en-US')} addresses`;
  return `Mail in one direction only (${people}) is kept where the person is known already.`;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? `${one} was` : `${many} were`}`;
}
