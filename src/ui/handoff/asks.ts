import type { Ask } from '#model/ask.ts';
import type { WayIn } from '#paths/types.ts';

/** The way an ask was made along, for the texts: who it goes through is known, how warm it was is not needed. */
export function wayOf(ask: Ask): WayIn {
  const people = [ask.friend, ...ask.way];
  const steps = people.map((to, at) => ({
    from: people[at - 1] ?? ('me' as const),
    to,
    standing: 'confirmed' as const,
    p: 0.5,
    band: null,
    percent: null,
    kind: null,
  }));
  return { id: people.join('>'), people, standing: 'confirmed', steps, weaker: 0, cost: 0 };
}
