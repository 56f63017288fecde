import { readMoment } from '#intake/dates.ts';
import { profileSlug } from '#intake/profile-slug.ts';
import type { Cells } from '#intake/row-cells.ts';
import { DateOrder } from '#intake/row-dates.ts';
import type { Out, ReadContext } from '#intake/source.ts';
import type { Table } from '#intake/table.ts';
import { fold } from '#intake/text.ts';
import { type Seconds, secondsOf } from '#model/time.ts';

/** One message between named people. Its text is never looked at beyond telling adverts. */
export interface Message {
  /** '' in 2018, which has no conversations. */
  readonly conversation: string;
  readonly from: Party;
  readonly to: readonly Party[];
  readonly at: Seconds;
  /** 2018 only: whether the owner sent it. */
  readonly outgoing: boolean | null;
}

/** Somebody in a conversation; both empty for "LinkedIn Member", who is nobody. */
export interface Party {
  readonly name: string;
  readonly profile: string;
}

/** What the parts of one messages.csv hold; each part's reader adds to it. */
export interface MessageRows {
  readonly messages: Message[];
  readonly leftOut: LeftOut;
}

export interface LeftOut {
  adverts: number;
  drafts: number;
  spam: number;
  nobody: number;
}

/** LinkedIn opened in May 2003: nothing on it is older. */
const EARLIEST = secondsOf('2003-01-01');

const NOBODY: Party = { name: '', profile: '' };
/** What LinkedIn calls people who closed their account, in the languages seen. */
const MEMBER: ReadonlySet<string> = new Set([
  'linkedin member',
  'linkedin mitglied',
  'membre de linkedin',
  'membre linkedin',
  'miembro de linkedin',
  'usuario do linkedin',
  'utente linkedin',
]);

/** The rows of a messages.csv of any era (FORMATS.md §1.4) that are messages between people. */
export class MessageReader {
  /** By address, then by name: the same few stand in row after row. */
  readonly #parties = new Map<string, Map<string, Party>>();
  readonly #latest: Seconds;
  readonly #order: DateOrder;
  readonly #at;

  constructor(
    table: Table,
    private readonly out: Out,
    { today }: ReadContext,
    private readonly rows: MessageRows,
  ) {
    this.#latest = secondsOf(today) + 2 * 86_400;
    const { columns } = table;
    this.#at = {
      conversation: columns.at('conversationid'),
      from: columns.at('from'),
      sender: columns.at('senderprofileurl'),
      to: columns.at('to'),
      recipients: columns.at('recipientprofileurls'),
      date: columns.at('date'),
      content: columns.at('content'),
      direction: columns.at('direction'),
      folder: columns.at('folder'),
      draft: columns.at('ismessagedraft'),
      conversationDraft: columns.at('isconversationdraft'),
    };
    this.#order = new DateOrder(table, this.#at.date);
  }

  read(cells: Cells): void {
    if (this.#isLeftOut(cells)) return;
    const from = this.#party(cells.text(this.#at.from, 'FROM'), cells.raw(this.#at.sender));
    const to = this.#recipients(cells);
    if (from === NOBODY && to.every((party) => party === NOBODY)) {
      this.rows.leftOut.nobody++;
      return;
    }
    const at = this.#moment(cells);
    if (at === null) return;
    this.out.saw(at);
    const { direction } = this.#at;
    const outgoing = direction < 0 ? null : cells.raw(direction).trim().toUpperCase() === 'OUTGOING';
    this.rows.messages.push({ conversation: cells.raw(this.#at.conversation).trim(), from, to, at, outgoing });
  }

  #isLeftOut(cells: Cells): boolean {
    const { content, draft, conversationDraft, folder } = this.#at;
    const { leftOut } = this.rows;
    if (isAdvert(cells.raw(content))) leftOut.adverts++;
    else if (isYes(cells.raw(draft)) || isYes(cells.raw(conversationDraft))) leftOut.drafts++;
    else if (isSpam(cells.raw(folder))) leftOut.spam++;
    else return false;
    return true;
  }

  #moment(cells: Cells): Seconds | null {
    const text = cells.text(this.#at.date, 'DATE');
    const at = readMoment(text, this.#order.of(text));
    if (at === null)
      cells.problem('DATE', 'bad-date', `"${text}" is no date we know, so this message was not counted.`);
    else if (at > this.#latest)
      cells.problem('DATE', 'future-date', `"${text}" lies in the future, so this message was not counted.`);
    else if (at < EARLIEST)
      cells.problem('DATE', 'bad-date', `"${text}" is before 2003, when LinkedIn began: this message was not counted.`);
    return at === null || at > this.#latest || at < EARLIEST ? null : at;
  }

  /** Names are joined by commas and hold commas themselves: the addresses say how many there are. */
  #recipients(cells: Cells): Party[] {
    const names = cells.text(this.#at.to, 'TO');
    const raw = cells.raw(this.#at.recipients);
    const addresses = raw.includes(',') ? raw.split(',').filter(isFilled) : isFilled(raw) ? [raw] : [];
    if (addresses.length === 1) return [this.#party(names, addresses[0] ?? '')];
    const split = splitNames(names);
    if (addresses.length === 0) return split.map((name) => this.#party(name, ''));
    const named = split.length === addresses.length;
    return addresses.map((address, index) => this.#party(named ? (split[index] ?? '') : '', address));
  }

  /** The same object for the same person, so that everything asked of it is found once. */
  #party(name: string, address: string): Party {
    let named = this.#parties.get(address);
    if (named === undefined) {
      named = new Map();
      this.#parties.set(address, named);
    }
    let party = named.get(name);
    if (party === undefined) {
      const profile = profileSlug(address.trim());
      party = profile === '' && (name === '' || MEMBER.has(fold(name))) ? NOBODY : { name, profile };
      named.set(name, party);
    }
    return party;
  }
}

/** By how the text begins. A look for one character is quick, and most texts end there. */
function isAdvert(content: string): boolean {
  const start = content.slice(0, 200);
  return (start.includes('-') && start.includes('spinmail-')) || (start.includes('%') && start.includes('%FIRSTNAME%'));
}

function isYes(cell: string): boolean {
  return cell !== '' && /^(?:yes|true)$/i.test(cell.trim());
}

function isSpam(folder: string): boolean {
  return folder !== 'INBOX' && folder.trim().toUpperCase() === 'SPAM';
}

function isFilled(address: string): boolean {
  return address.trim() !== '';
}

/**
 * `Ana Ruiz,Jane Doe, Ph.D., PMP` is two people: a part without a space inside belongs to the name before
 * it, as degrees do.
 */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(',')) {
    const name = part.trim();
    const last = names.length - 1;
    if (name === '') continue;
    if (last >= 0 && !name.includes(' ')) names[last] += `, ${name}`;
    else names.push(name);
  }
  return names;
}
