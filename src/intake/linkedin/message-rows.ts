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
  readonly #parties = new Map<string, Party>();
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
    const direction = cells.raw(this.#at.direction).trim().toUpperCase();
    const outgoing = this.#at.direction < 0 ? null : direction === 'OUTGOING';
    this.rows.messages.push({ conversation: cells.raw(this.#at.conversation).trim(), from, to, at, outgoing });
  }

  #isLeftOut(cells: Cells): boolean {
    const { content, draft, conversationDraft, folder } = this.#at;
    const { leftOut } = this.rows;
    const text = cells.raw(content).slice(0, 200);
    if (text.includes('spinmail-') || text.includes('%FIRSTNAME%')) leftOut.adverts++;
    else if (isYes(cells.raw(draft)) || isYes(cells.raw(conversationDraft))) leftOut.drafts++;
    else if (cells.raw(folder).trim().toUpperCase() === 'SPAM') leftOut.spam++;
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
    const addresses = cells
      .raw(this.#at.recipients)
      .split(',')
      .filter((address) => address.trim() !== '');
    if (addresses.length === 1) return [this.#party(names, addresses[0] ?? '')];
    const split = splitNames(names);
    if (addresses.length === 0) return split.map((name) => this.#party(name, ''));
    const named = split.length === addresses.length;
    return addresses.map((address, index) => this.#party(named ? (split[index] ?? '') : '', address));
  }

  /** The same object for the same person, so that everything asked of it is found once. */
  #party(name: string, address: string): Party {
    const key = `${address}\n${name}`;
    let party = this.#parties.get(key);
    if (party === undefined) {
      const profile = profileSlug(address.trim());
      party = profile === '' && (name === '' || MEMBER.has(fold(name))) ? NOBODY : { name, profile };
      this.#parties.set(key, party);
    }
    return party;
  }
}

function isYes(cell: string): boolean {
  return /^(?:yes|true)$/i.test(cell.trim());
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
