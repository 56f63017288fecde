import type { CandidateMessages } from '#intake/types.ts';
import type { Problem } from '#model/problem.ts';
import type { Seconds } from '#model/time.ts';
import type { Slot } from './slot.ts';

/** Clocks and time zones are off by quarters of an hour, up to the width of the world. */
const QUARTER: Seconds = 900;
const FURTHEST = 14 * 4;
const SHIFTS = Array.from({ length: 2 * FURTHEST + 1 }, (_, i) => (i - FURTHEST) * QUARTER).filter((s) => s !== 0);
/** Messages that must meet at one shift before it is believed, and their share of those that meet nothing. */
const ENOUGH = 3;
const MOSTLY = 0.5;

type Side = 'theirs' | 'mine';
type Entry = Slot['messages'][number];

/** Seconds of one person, channel and side that other files already have. */
interface Known {
  readonly seconds: ReadonlySet<Seconds>;
  /** The whole second by its minute; some exports leave the seconds out. */
  readonly byMinute: ReadonlyMap<number, Seconds>;
  readonly isRough: boolean;
  readonly first: Seconds;
  readonly last: Seconds;
}

/** What the messages of one file met: how many at each shift, and how many at none. */
interface Tally {
  readonly met: Map<Seconds, number>;
  strange: number;
}

/**
 * The same conversation in two files whose clocks disagree (one in local time, or without seconds) would count
 * twice. Where most messages of a file, over the time another file covers, are there at one or two constant
 * distances, the file's clock is set by the other one, in place, and told. Exact repetitions need nothing.
 */
export function alignClocks(slots: readonly Slot[]): Problem[] {
  const tallies = new Map<string, Tally>();
  each(slots, (entry, side, known) => count(entry, side, known, tallyOf(tallies, entry.file)));
  const believed = new Map(
    [...tallies].flatMap(([file, tally]) => {
      const shifts = believe(tally);
      return shifts.length > 0 ? [[file, shifts] as const] : [];
    }),
  );
  if (believed.size === 0) return [];
  const moved = new Map<string, number>();
  for (const slot of slots) if (slot.messages.some(({ file }) => believed.has(file))) align(slot, believed, moved);
  return [...believed].map(([file, shifts]) => ({
    file,
    row: 0,
    field: 'Date',
    code: 'clocks-disagree',
    message: sentence(shifts, moved.get(file) ?? 0),
  }));
}

/** Every message list that something is known to compare with, file by file in the order read. */
function each(slots: readonly Slot[], look: (entry: Entry, side: Side, known: Known) => void): void {
  for (const { known: person, messages } of slots) {
    if (messages.length === 0 || (!person?.events.length && messages.length < 2)) continue;
    messages.forEach((entry, at) => {
      for (const side of sidesOf(entry.messages)) {
        const known = knownOf(person, messages.slice(0, at), entry, side);
        if (known) look(entry, side, known);
      }
    });
  }
}

/** A meeting is on both sides at one second. */
const sidesOf = ({ channel }: CandidateMessages): readonly Side[] =>
  channel === 'meeting' ? ['theirs'] : ['theirs', 'mine'];

function knownOf(person: Slot['known'], before: readonly Entry[], { file, messages }: Entry, side: Side): Known | null {
  if (messages[side].length === 0) return null;
  const seconds = new Set<Seconds>();
  for (const event of person?.events ?? [])
    if (event.channel === messages.channel) for (const at of event[side]) seconds.add(at);
  for (const other of before)
    if (other.file !== file && other.messages.channel === messages.channel)
      for (const at of other.messages[side]) seconds.add(at);
  if (seconds.size === 0) return null;
  const byMinute = new Map<number, Seconds>();
  let [first, last, isRough] = [Number.POSITIVE_INFINITY, 0, true];
  for (const at of seconds) {
    byMinute.set(minuteOf(at), at);
    first = Math.min(first, at);
    last = Math.max(last, at);
    isRough &&= at % 60 === 0;
  }
  return { seconds, byMinute, isRough, first, last };
}

function count({ messages }: Entry, side: Side, known: Known, tally: Tally): void {
  const rough = known.isRough || messages[side].every((at) => at % 60 === 0);
  for (const at of messages[side]) {
    if (known.seconds.has(at) || at < known.first - FURTHEST * QUARTER || at > known.last + FURTHEST * QUARTER)
      continue;
    const found = (rough ? [0, ...SHIFTS] : SHIFTS).filter((shift) => twin(at - shift, known, rough) !== null);
    for (const shift of found) tally.met.set(shift, (tally.met.get(shift) ?? 0) + 1);
    tally.strange++;
  }
}

/** The known second that is the same moment, to the minute where one of the files has no seconds. */
function twin(at: Seconds, { seconds, byMinute }: Known, rough: boolean): Seconds | null {
  if (seconds.has(at)) return at;
  return rough ? (byMinute.get(minuteOf(at)) ?? null) : null;
}

/** The shifts to believe, the commonest first: one, or two where summer time lies between them. */
function believe({ met, strange }: Tally): Seconds[] {
  const best = [...met]
    .filter(([, times]) => times >= ENOUGH)
    .sort((a, b) => b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]));
  const [first] = best;
  if (!first) return [];
  const summer = best.find(([shift]) => Math.abs(shift - first[0]) === 4 * QUARTER);
  const met2 = first[1] + (summer?.[1] ?? 0);
  return met2 < MOSTLY * strange ? [] : [first[0], ...(summer ? [summer[0]] : [])];
}

function align(slot: Slot, believed: ReadonlyMap<string, readonly Seconds[]>, moved: Map<string, number>): void {
  const done: Entry[] = [];
  for (const entry of slot.messages) {
    const shifts = believed.get(entry.file);
    done.push(shifts ? { ...entry, messages: set(slot, done, entry, shifts, moved) } : entry);
  }
  slot.messages = done;
}

function set(
  slot: Slot,
  before: readonly Entry[],
  entry: Entry,
  shifts: readonly Seconds[],
  moved: Map<string, number>,
): CandidateMessages {
  const { messages, file } = entry;
  const sides = { theirs: messages.theirs, mine: messages.mine };
  for (const side of sidesOf(messages)) {
    const known = knownOf(slot.known, before, entry, side);
    const rough = known !== null && (known.isRough || messages[side].every((at) => at % 60 === 0));
    sides[side] = messages[side].map((at) => {
      if (known?.seconds.has(at)) return at;
      for (const shift of shifts) {
        const same = known && twin(at - shift, known, rough);
        if (same === null) continue;
        moved.set(file, (moved.get(file) ?? 0) + 1);
        return same;
      }
      return at - (shifts[0] ?? 0);
    });
  }
  return { ...messages, theirs: sides.theirs, mine: messages.channel === 'meeting' ? sides.theirs : sides.mine };
}

function sentence(shifts: readonly Seconds[], moved: number): string {
  const many = moved === 1 ? '1 message or meeting is' : `${moved.toLocaleString('en-US')} messages and meetings are`;
  const [first = 0] = shifts;
  if (first === 0)
    return `${many} in your files already, to the minute: one of the two files has no seconds. Each is counted once.`;
  const apart = shifts.map((shift) => span(Math.abs(shift))).join(' or ');
  return `${many} in your files already, ${apart} ${first > 0 ? 'earlier' : 'later'}: the clocks of the two files disagree. Each is counted once, and the clock of this file is set by the other.`;
}

function span(seconds: Seconds): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60)];
  const parts = [hours === 1 ? '1 hour' : hours > 1 ? `${hours} hours` : '', minutes > 0 ? `${minutes} minutes` : ''];
  return parts.filter((part) => part !== '').join(' ');
}

function tallyOf(tallies: Map<string, Tally>, file: string): Tally {
  const tally = tallies.get(file) ?? { met: new Map(), strange: 0 };
  tallies.set(file, tally);
  return tally;
}

const minuteOf = (at: Seconds) => Math.floor(at / 60);
