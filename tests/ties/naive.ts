import type { Correspondence } from '#model/person.ts';

/** WARMTH.md §2 word for word, slow and plain: what the fast code is checked against. */
export function naiveCounts(events: readonly Correspondence[], newestOf: (id: string) => number) {
  const FORTNIGHT = 14 * 86_400;
  const all = new Map<string, { channel: string; mine: boolean; at: number; now: number }>();
  for (const event of events) {
    const last = Math.max(0, ...event.theirs, ...event.mine);
    const now = Math.max(last, ...event.imports.map(newestOf));
    for (const mine of [false, true]) {
      for (const at of mine ? event.mine : event.theirs) {
        const key = event.channel === 'meeting' ? `meeting ${at}` : `${event.channel} ${mine} ${at}`;
        all.set(key, { channel: event.channel, mine, at, now: Math.max(now, all.get(key)?.now ?? 0) });
      }
    }
  }
  const meetings = [...all.values()].filter(({ channel }) => channel === 'meeting');
  const messages = [...all.values()].filter(({ channel }) => channel !== 'meeting');
  const theirs = messages.filter(({ mine }) => !mine);
  const sent = messages.filter(({ mine, at, now }) => mine && at <= now - FORTNIGHT);
  const answered = sent.filter((mine) => theirs.some(({ at }) => at > mine.at && at <= mine.at + FORTNIGHT));
  const last = [...theirs, ...meetings].sort((a, b) => b.at - a.at || b.now - a.now)[0];
  return {
    wrote: theirs.length + meetings.length,
    sent: sent.length + meetings.length,
    answered: answered.length + meetings.length,
    days: last ? Math.floor((last.now - last.at) / 86_400) : null,
  };
}
