import { AHEAD, EARLIEST } from '#intake/earliest.ts';
import type { Out } from '#intake/source.ts';
import type { ProblemCode } from '#model/problem.ts';
import type { Seconds } from '#model/time.ts';
import { AddressReader } from './addresses.ts';
import { mailDate, receivedDate, type Separator } from './date.ts';
import type { Headers } from './headers.ts';
import { type LeftOut, type Letter, letterOf } from './message.ts';

const DAY: Seconds = 86_400;

/** What may be wrong with a date: the writer's clock, or none can be read. */
const WRONG = ['early', 'ahead', 'none', 'apart'] as const;
type Wrong = (typeof WRONG)[number];

const WHY: Record<Wrong, { readonly code: ProblemCode; readonly what: string }> = {
  early: { code: 'bad-date', what: 'dated before 2003, most often by a wrong clock' },
  ahead: { code: 'future-date', what: 'dated in the future' },
  none: { code: 'bad-date', what: 'without a date that can be read' },
  apart: { code: 'clocks-disagree', what: 'dated more than a week off the day of arrival, so a clock was wrong' },
};

/** A message may be on its way for days; beyond this its two dates come from clocks that disagree. */
const APART: Seconds = 7 * DAY;
/** Lines before messages may be in local time: only what comes a day before it was written is too early. */
const BEFORE: Seconds = DAY;

/** Somebody seen in a mailbox; people are numbered, for there may be millions of messages. */
export interface Seen {
  readonly address: string;
  /** As they call themselves, else as others do. */
  name: string;
  /** Letters they wrote, got, or both. */
  letters: number;
  /** Letters put into this mailbox. */
  delivered: number;
  /** Letters that only their own mailbox has: labelled as sent, or without a trace of the network. */
  sent: number;
}

/** The letters of a mailbox as numbers: who (an index into `seen`), to whom, when. */
export class MailRecord {
  readonly seen: Seen[] = [];
  readonly left = new Map<LeftOut, number>();
  readonly #ids = new Map<string, number>();
  readonly #addresses = new AddressReader();
  /** Wrong dates, by whether the day the message came was counted instead. */
  readonly #dates = new Map<string, { count: number; row: number }>();
  readonly #from: number[] = [];
  readonly #at: Seconds[] = [];
  readonly #delivered: number[] = [];
  /** Recipients of all letters in one row; `#ends` says where each letter's end. */
  readonly #to: number[] = [];
  readonly #ends: number[] = [];
  readonly #untraced: number[] = [];
  #traced = 0;

  constructor(
    private readonly out: Out,
    private readonly now: Seconds,
  ) {}

  take(headers: Headers, separator: Separator): void {
    this.out.rows++;
    const letter = letterOf(headers, this.#addresses);
    const at = this.#moment(headers, separator, typeof letter !== 'string');
    if (at !== null) this.out.saw(Math.min(at, this.now));
    if (typeof letter === 'string') this.left.set(letter, (this.left.get(letter) ?? 0) + 1);
    else if (at !== null) this.#add(letter, at);
  }

  get size(): number {
    return this.#from.length;
  }

  /** Every letter: its writer, its readers (whoever it was put in for among them), its second. */
  *letters(): Generator<{ from: number; to: readonly number[]; delivered: number; at: Seconds }> {
    let start = 0;
    for (const [index, end] of this.#ends.entries()) {
      const [from = 0, at = 0, delivered = -1] = [this.#from[index], this.#at[index], this.#delivered[index]];
      yield { from, at, delivered, to: this.#to.slice(start, end) };
      start = end;
    }
  }

  /** Counts what can only be counted at the end, and says which messages had no date. */
  finish(): void {
    if (this.#traced > 0) for (const from of this.#untraced) this.#of(from).sent++;
    for (const kind of WRONG)
      for (const came of [false, true]) {
        const found = this.#dates.get(`${kind} ${came}`);
        if (!found) continue;
        const { code, what } = WHY[kind];
        const messages = found.count === 1 ? '1 message is' : `${found.count} messages are`;
        const counted = came ? 'counted by the day of arrival' : 'not counted';
        this.out.problem(found.row, 'Date', code, `${messages} ${what}, and ${counted}. Here is the first.`);
      }
  }

  #add({ from, to, delivered, isTraced, isSent }: Letter, at: Seconds): void {
    const writer = this.#id(from.address);
    this.#name(writer, from.name, true);
    const readers = to.map((mailbox) => {
      const id = this.#id(mailbox.address);
      this.#name(id, mailbox.name, false);
      return id;
    });
    const holder = delivered === '' ? -1 : this.#id(delivered);
    for (const id of new Set([writer, ...readers, ...(holder < 0 ? [] : [holder])])) this.#of(id).letters++;
    if (holder >= 0) this.#of(holder).delivered++;
    if (isTraced) this.#traced++;
    if (isSent) this.#of(writer).sent++;
    else if (!isTraced) this.#untraced.push(writer);
    this.#from.push(writer);
    this.#at.push(at);
    this.#delivered.push(holder);
    for (const id of readers) this.#to.push(id);
    this.#ends.push(this.#to.length);
  }

  /** The date written, unless the clock was wrong: then the one it came on, and that is told. */
  #moment({ values }: Headers, separator: Separator, isLetter: boolean): Seconds | null {
    const written = mailDate(values.get('date') ?? '');
    const received = this.#good(receivedDate(values.get('received') ?? ''));
    const came = received ?? this.#good(separator.at);
    const good = this.#good(written);
    const isApart = good !== null && came !== null && isOff(good, came, received !== null);
    if (good !== null && !isApart) return good;
    const either = written ?? separator.at;
    const kind = isApart ? 'apart' : either === null ? 'none' : either < EARLIEST ? 'early' : 'ahead';
    const key = `${written === null && came !== null ? 'none' : kind} ${came !== null}`;
    const known = this.#dates.get(key) ?? { count: 0, row: this.out.rows };
    if (isLetter) this.#dates.set(key, { ...known, count: known.count + 1 });
    return came;
  }

  #good(at: Seconds | null): Seconds | null {
    return at !== null && at >= EARLIEST && at <= this.now + AHEAD ? at : null;
  }

  #id(address: string): number {
    let id = this.#ids.get(address);
    if (id === undefined) {
      id = this.seen.length;
      this.#ids.set(address, id);
      this.seen.push({ address, name: '', letters: 0, delivered: 0, sent: 0 });
    }
    return id;
  }

  #of(id: number): Seen {
    return this.seen[id] ?? { address: '', name: '', letters: 0, delivered: 0, sent: 0 };
  }

  #name(id: number, name: string, isOwn: boolean): void {
    const seen = this.#of(id);
    if (name === '' || (seen.name !== '' && !isOwn)) return;
    seen.name = name;
  }
}

/** Whether both cannot be true. The line before a message may be of a later move to another mailbox. */
function isOff(written: Seconds, came: Seconds, byServer: boolean): boolean {
  if (byServer) return Math.abs(written - came) > APART;
  return came < written - BEFORE;
}
