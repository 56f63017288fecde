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
  /** Days since they last wrote or met me, at the newest date of its source; null when they never did. */
  readonly days: number | null;
  /** A meeting of 2 to 4 counts as a message here too, as it does in all counts. */
  readonly firstWrote: Seconds | null;
  readonly lastWrote: Seconds | null;
  readonly lastSent: Seconds | null;
  /** Days since the last message either way, at the newest date of its source. */
  readonly quiet: number | null;
  /** My messages of a source's last 14 days: not counted as sent, they may still be answered. */
  readonly waiting: number;
  /** The newest date of the source that `days` counts from. */
  readonly asOf: Seconds | null;
  /** Meetings of 2 to 4 counted in wrote, sent and answered (an assumption, flagged on screen). */
  readonly meetings: number;
}

/** My own tie to one person: directed, me asking them. */
export interface MyTie {
  readonly person: PersonId;
  /** null: no tie at all (somebody known only from another's list). */
  readonly standing: Standing | null;
  /** Chance they answer, my label included, or the fixed strength without messages. In (0, 1). */
  readonly p: number;
  /**
   * What ranks my ties, higher first, in (0, 1): a label of 4 or 5 comes before any tie without one
   * (WARMTH.md §2), LinkedIn facts part those that have no messages, else in the order of `p`.
   */
  readonly order: number;
  readonly band: Band;
  /** Whole percent, only from messages and only at .45 or more. */
  readonly percent: number | null;
  /** The user's own closeness, 1 to 5. */
  readonly label: number | null;
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
  /** The weight moves the order of ways only, never the figure shown: the user's own word. */
  readonly ordersOnly?: true;
}
