import { mailKey } from '#intake/address.ts';
import type { Out } from '#intake/source.ts';
import type { MaybeOwner } from '#intake/types.ts';
import { dayOf, type Seconds } from '#model/time.ts';
import type { Participant } from './people.ts';

/** One occurrence of an event that others were asked to. */
export interface Meeting {
  readonly at: Seconds;
  readonly people: readonly Participant[];
}

/** Most people of a meeting that counts as a message each way (WARMTH.md §2). */
const MOST = 4;

/** Among how many people the person chooses when it cannot be told whose calendar it is. */
const MOST_ASKED = 5;

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

/** Who the owner may be: whoever came to most of the meetings. */
export function peopleOf(meetings: readonly Meeting[], names: ReadonlyMap<string, string>): MaybeOwner[] {
  const counts = new Map<string, number>();
  for (const { people } of meetings)
    for (const address of new Set(people.map((person) => person.address)))
      if (address !== '') counts.set(address, (counts.get(address) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_ASKED);
  return most.map(([address, parts]) => {
    const name = names.get(address) ?? '';
    return { key: address, name: name === '' ? address : `${name} (${address})`, parts, all: meetings.length };
  });
}

function note(met: Map<string, Met>, address: string, name: string, at: Seconds): void {
  const known = met.get(address);
  const seconds = known?.at ?? new Set();
  seconds.add(at);
  met.set(address, { address, name: known?.name || name, at: seconds });
}
