import { mailKey } from '#intake/address.ts';
import type { Out } from '#intake/source.ts';
import { dayOf, type Seconds } from '#model/time.ts';
import type { Participant } from './people.ts';

/** One occurrence of an event that others were asked to. */
export interface Meeting {
  readonly at: Seconds;
  readonly people: readonly Participant[];
}

/** Most people of a meeting that counts as a message each way (WARMTH.md §2). */
const MOST = 4;

interface Met {
  readonly address: string;
  readonly name: string;
  readonly at: Set<Seconds>;
}

/**
 * Meetings I came to with one to three others are events with each of them, on both sides at that second;
 * larger ones are a mark of the day we last met so.
 */
export function writeMeetings(meetings: readonly Meeting[], own: ReadonlySet<string>, out: Out): void {
  const small = new Map<string, Met>();
  const large = new Map<string, Met>();
  for (const { at, people } of meetings) {
    const came = people.filter((person) => person.came);
    const isMe = ({ address }: Participant): boolean => address !== '' && own.has(mailKey(address));
    const others = came.filter((person) => !isMe(person));
    // With two addresses of mine in it I am still one.
    if (others.length === came.length) continue;
    const met = others.length < MOST ? small : large;
    for (const { address, name } of others) if (address !== '') note(met, address, name, at);
  }
  for (const { address, name, at } of small.values()) {
    const seconds = [...at].sort((a, b) => a - b);
    const who = { name, profile: '', emails: [address] };
    out.messages.push({ who, channel: 'meeting', theirs: seconds, mine: seconds });
  }
  for (const { address, name, at } of large.values()) {
    const who = { name, profile: '', emails: [address], company: '' };
    out.marks.push({ who, kind: 'large-meeting', on: dayOf(Math.max(...at)), text: '' });
  }
}

function note(met: Map<string, Met>, address: string, name: string, at: Seconds): void {
  const known = met.get(address);
  const seconds = known?.at ?? new Set();
  seconds.add(at);
  met.set(address, { address, name: known?.name || name, at: seconds });
}
