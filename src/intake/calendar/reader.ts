import { textOfBytes } from '#intake/byte-text.ts';
import { type ContentLine, contentLines } from '#intake/content-lines.ts';
import { EARLIEST } from '#intake/earliest.ts';
import { breathe } from '#intake/pause.ts';
import { Out, type ReadContext, type Reader } from '#intake/source.ts';
import { clean } from '#intake/text.ts';
import { type Seconds, secondsOf } from '#model/time.ts';
import { type CalendarEvent, eventOf, NEEDED } from './event.ts';
import { type Meeting, peopleOf, writeMeetings } from './meetings.ts';
import { ownerOf } from './owner.ts';
import { participantsOf } from './people.ts';
import { occurrencesOf } from './recurrence.ts';

const EVENTS_PER_BREATH = 64;

/** What the calendar says of itself, before its events. */
interface Head {
  name: string;
  zone: string;
}

/**
 * iCalendar, event by event: a bad one costs one event (ical.js gives up on a whole file). Only who was
 * asked and who came is read, never what about.
 */
export const calendarReader: Reader = {
  kind: 'calendar',
  claims: ({ head }) => /^\s*BEGIN\s*:\s*VCALENDAR/i.test(head),
  read: async (source, context) => {
    const out = new Out(source, 'calendar');
    const head: Head = { name: '', zone: 'UTC' };
    const events: CalendarEvent[] = [];
    for (const block of blocksOf(contentLines(await source.bytes()), head)) {
      out.rows++;
      const event = parsed(block, head, out);
      if (event) events.push(event);
      if (out.rows % EVENTS_PER_BREATH === 0) {
        context.tick(EVENTS_PER_BREATH);
        await breathe(context.signal);
      }
    }
    context.tick(out.rows % EVENTS_PER_BREATH);
    take(events, head, out, context);
    return out.done();
  },
};

interface Block {
  readonly lines: string[];
  readonly row: number;
}

/** The needed lines of each VEVENT; what is inside it (alarms) is left out. */
function* blocksOf(lines: Iterable<ContentLine>, head: Head): Generator<Block> {
  let block: Block | null = null;
  let depth = 0;
  for (const { text, row } of lines) {
    const [, edge = '', what = ''] = /^(BEGIN|END):\s*([A-Z-]+)/i.exec(text) ?? [];
    const isEvent = what.toUpperCase() === 'VEVENT';
    if (edge.toUpperCase() === 'BEGIN') {
      if (isEvent && block) yield block;
      if (isEvent) [block, depth] = [{ lines: [], row }, 0];
      else depth++;
    } else if (edge.toUpperCase() === 'END') {
      if (isEvent && block) yield block;
      if (isEvent) block = null;
      else depth--;
    } else if (block && depth <= 0 && NEEDED.test(text)) block.lines.push(text);
    else if (!block) readHead(text, head);
  }
  if (block) yield block;
}

function readHead(line: string, head: Head): void {
  const [, name = '', value = ''] = /^(X-WR-CALNAME|X-WR-TIMEZONE)(?:;[^:]*)?:(.*)$/is.exec(line) ?? [];
  if (name.toUpperCase() === 'X-WR-CALNAME') head.name = clean(textOfBytes(value).slice(0, 200));
  if (name.toUpperCase() === 'X-WR-TIMEZONE') head.zone = clean(value.slice(0, 100));
}

function parsed({ lines, row }: Block, { zone }: Head, out: Out): CalendarEvent | null {
  try {
    const event = eventOf(lines, row, zone);
    if (event === null) out.problem(row, 'DTSTART', 'bad-date', 'This event does not say when it is; it was left out.');
    return event;
  } catch {
    out.problem(row, '', 'bad-row', 'This event is written in a way no calendar reads; it was left out.');
    return null;
  }
}

function take(events: readonly CalendarEvent[], head: Head, out: Out, context: ReadContext): void {
  const now = secondsOf(context.today) + 86_400;
  for (const { stamps } of events) for (const { at } of stamps) if (at <= now && at >= EARLIEST) out.saw(at);
  const { meetings, ahead } = meetingsOf(events, now, out);
  out.note = noteOf(ahead);
  if (meetings.length === 0) return;
  const names = new Map<string, string>();
  for (const { people } of meetings)
    for (const { address, name } of people) if (address !== '' && !names.get(address)) names.set(address, name);
  const owner = ownerOf({ file: out.source.file, calendar: head.name, names }, context);
  if (owner.is === 'unknown') {
    out.whose = peopleOf(meetings, names);
    out.problem(0, '', 'owner-unknown', owner.why);
    return;
  }
  if (owner.found.length > 0) out.own = { emails: owner.found };
  writeMeetings(meetings, owner.keys, out);
}

/** Meetings with others up to now; an occurrence that was moved or called off is taken from its series. */
function meetingsOf(events: readonly CalendarEvent[], now: Seconds, out: Out): { meetings: Meeting[]; ahead: number } {
  const replaced = new Set(events.flatMap(({ uid, replaces }) => (replaces && uid ? [`${uid} ${replaces.at}`] : [])));
  const meetings: Meeting[] = [];
  let ahead = 0;
  for (const event of events) {
    if (event.isCancelled) continue;
    const people = participantsOf(event);
    if (people.length < 2) continue;
    if (event.start.at > now) ahead++;
    if (event.start.at < EARLIEST) {
      out.problem(event.row, 'DTSTART', 'bad-date', 'This event is dated before 2003; it was not counted.');
      continue;
    }
    for (const at of occurrencesOf(event, now)) {
      if (!event.replaces && replaced.has(`${event.uid} ${at}`)) continue;
      out.saw(at);
      meetings.push({ at, people });
    }
  }
  return { meetings, ahead };
}

function noteOf(ahead: number): string {
  if (ahead === 0) return '';
  return ahead === 1
    ? '1 meeting is still ahead and was not counted.'
    : `${ahead} meetings are still ahead and were not counted.`;
}
