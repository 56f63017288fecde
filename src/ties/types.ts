import type { ImportId, PersonId } from '#model/ids.ts';
import type { Standing } from '#model/tie.ts';
import type { Day, Seconds } from '#model/time.ts';

/**
 * What may be shown of how likely somebody answers me (WARMTH.md §2). `little`: below .45 with messages
 * ("little on record"); `none`: no messages ("no evidence"); `word`: the user's own 4 or 5.
 * A percentage exists for hot and warm only.
 */
export type Band = 'hot' | 'warm' | 'lukewarm' | 'little' | 'none' | 'word';

/** Message facts, all channels merged. Seconds are UTC. */
export interface MessageFacts {
  readonly wrote: number;
  readonly sent: number;
  readonly answered: number;
  /** Days since they last wrote, at the newest date of the sources; null when they never wrote. */
  readonly days: number | null;
  readonly firstWrote: Seconds | null;
  readonly lastWrote: Seconds | null;
  readonly lastSent: Seconds | null;
  /** Meetings of 2 to 4 counted in wrote, sent and answered (an assumption, flagged on screen). */
  readonly meetings: number;
}

/** My own tie to one person: directed, me asking them. */
export interface MyTie {
  readonly person: PersonId;
  /** null: no tie at all (somebody known only from another's list). */
  readonly standing: Standing | null;
  /** For ordering: chance they answer, or the fixed strength without messages. In (0, 1). */
  readonly p: number;
  readonly band: Band;
  /** Whole percent, only from messages and only at .45 or more. */
  readonly percent: number | null;
  readonly facts: MessageFacts;
}

/** How a tie between two other people is known; the words of its step. */
export interface TieBetween {
  readonly a: PersonId;
  readonly b: PersonId;
  readonly standing: Standing;
  readonly p: number;
  readonly kind: 'well' | 'know' | 'met' | 'list' | 'think' | 'same-company' | 'shared-lists';
  readonly on: Day | null;
}

/** One sentence on screen and where it comes from. */
export interface Evidence {
  readonly text: string;
  /** File names or "you said so"; empty for an absence. */
  readonly source: string;
  readonly on: Day | null;
  readonly imports: readonly ImportId[];
  /** Contribution to the log-odds of the chance they answer, where it has one. */
  readonly weight: number | null;
}
