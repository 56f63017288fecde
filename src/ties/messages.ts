import type { ImportId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import type { Correspondence, Person } from '#model/person.ts';
import type { MessageFacts } from './types.ts';

export const DAY_SECONDS = 86_400;
/** How long a message of mine may wait for its answer. */
export const ANSWER_WITHIN = 14 * DAY_SECONDS;

/** Seconds, ascending; `now` is the newest date of the source that has them, one for all or one each. */
export interface Stream {
  readonly at: Uint32Array;
  readonly now: number | Uint32Array;
}

const NOTHING: Stream = { at: new Uint32Array(0), now: 0 };

export const NO_MESSAGES: MessageFacts = {
  wrote: 0,
  sent: 0,
  answered: 0,
  days: null,
  firstWrote: null,
  lastWrote: null,
  lastSent: null,
  quiet: null,
  waiting: 0,
  asOf: null,
  meetings: 0,
};

/** All messages of one person, imports and channels merged. Meetings count on both sides. */
export interface Merged {
  readonly theirs: Stream;
  readonly mine: Stream;
  readonly met: Stream;
}

export function mergedMessages(person: Person, imports: ReadonlyMap<ImportId, Import>): Merged {
  const of = (direction: 'theirs' | 'mine') =>
    merged([
      streamOf(person.events, 'linkedin', direction, imports),
      streamOf(person.events, 'mail', direction, imports),
    ]);
  return { theirs: of('theirs'), mine: of('mine'), met: meetingsOf(person.events, imports) };
}

/**
 * The message facts of one person (WARMTH.md §2). "Now" is the newest date of the source an event is in,
 * the newest such source where several have it: an old export is not silence, and my messages of its last
 * 14 days are `waiting`, not `sent`.
 */
export function messageFacts(person: Person, imports: ReadonlyMap<ImportId, Import>): MessageFacts {
  if (person.events.length === 0) return NO_MESSAGES;
  const { theirs, mine, met } = mergedMessages(person, imports);
  const wroteLast = latest([theirs, met]);
  const sentLast = latest([mine, met]);
  const last = wroteLast && sentLast && sentLast.at > wroteLast.at ? sentLast : (wroteLast ?? sentLast);
  const firstWrote = Math.min(theirs.at[0] ?? Number.POSITIVE_INFINITY, met.at[0] ?? Number.POSITIVE_INFINITY);
  const meetings = met.at.length;
  const { sent, answered } = countAnswers(mine, theirs.at);
  return {
    wrote: theirs.at.length + meetings,
    sent: sent + meetings,
    answered: answered + meetings,
    days: wroteLast && daysOf(wroteLast),
    firstWrote: Number.isFinite(firstWrote) ? firstWrote : null,
    lastWrote: wroteLast?.at ?? null,
    lastSent: sentLast?.at ?? null,
    quiet: last && daysOf(last),
    waiting: mine.at.length - sent,
    asOf: (wroteLast ?? sentLast)?.now ?? null,
    meetings,
  };
}

/** Each of mine that could be answered looks for the next of theirs, strictly later, within 14 days. */
function countAnswers(mine: Stream, theirs: Uint32Array): { sent: number; answered: number } {
  let sent = 0;
  let answered = 0;
  let next = 0;
  for (let i = 0; i < mine.at.length; i++) {
    const at = mine.at[i] as number;
    if (at + ANSWER_WITHIN > nowAt(mine, i)) continue;
    sent++;
    while (next < theirs.length && (theirs[next] as number) <= at) next++;
    if (next < theirs.length && (theirs[next] as number) - at <= ANSWER_WITHIN) answered++;
  }
  return { sent, answered };
}

/** A meeting is in both lists or in one of them, by who invited: each second counts once. */
function meetingsOf(events: readonly Correspondence[], imports: ReadonlyMap<ImportId, Import>): Stream {
  const theirs = streamOf(events, 'meeting', 'theirs', imports);
  const mine = streamOf(events, 'meeting', 'mine', imports);
  return theirs.at.length === 0 || mine.at.length === 0 ? longer(theirs, mine) : united([theirs, mine]);
}

function streamOf(
  events: readonly Correspondence[],
  channel: Correspondence['channel'],
  direction: 'theirs' | 'mine',
  imports: ReadonlyMap<ImportId, Import>,
): Stream {
  const found: Stream[] = [];
  for (const event of events) {
    if (event.channel !== channel || event[direction].length === 0) continue;
    found.push({ at: event[direction], now: newestOf(event, imports) });
  }
  return found.length > 1 ? united(found) : (found[0] ?? NOTHING);
}

function newestOf(event: Correspondence, imports: ReadonlyMap<ImportId, Import>): number {
  let newest = Math.max(event.theirs.at(-1) ?? 0, event.mine.at(-1) ?? 0);
  for (const id of event.imports) newest = Math.max(newest, imports.get(id)?.newest ?? 0);
  return newest;
}

/** Streams of one channel and direction as one: the same second is the same event, seen by its newest source. */
function united(streams: readonly Stream[]): Stream {
  const now = new Map<number, number>();
  for (const stream of streams) {
    for (let i = 0; i < stream.at.length; i++) {
      const at = stream.at[i] as number;
      now.set(at, Math.max(now.get(at) ?? 0, nowAt(stream, i)));
    }
  }
  const at = Uint32Array.from(now.keys()).sort();
  return { at, now: at.map((second) => now.get(second) ?? 0) };
}

/** Streams of different channels in one order; a second met in two channels stays two events. */
function merged(streams: readonly Stream[]): Stream {
  const some = streams.filter((stream) => stream.at.length > 0);
  if (some.length < 2) return some[0] ?? NOTHING;
  const all = some.flatMap((stream) => Array.from(stream.at, (at, i) => ({ at, now: nowAt(stream, i) })));
  all.sort((a, b) => a.at - b.at || a.now - b.now);
  return { at: Uint32Array.from(all, (event) => event.at), now: Uint32Array.from(all, (event) => event.now) };
}

function latest(streams: readonly Stream[]): { at: number; now: number } | null {
  let best: { at: number; now: number } | null = null;
  for (const stream of streams) {
    const last = stream.at.length - 1;
    if (last < 0) continue;
    const event = { at: stream.at[last] as number, now: nowAt(stream, last) };
    if (!best || event.at > best.at || (event.at === best.at && event.now > best.now)) best = event;
  }
  return best;
}

export function nowAt(stream: Stream, i: number): number {
  return typeof stream.now === 'number' ? stream.now : (stream.now[i] as number);
}

function daysOf(event: { at: number; now: number }): number {
  return Math.floor((event.now - event.at) / DAY_SECONDS);
}

function longer(a: Stream, b: Stream): Stream {
  return a.at.length >= b.at.length ? a : b;
}
