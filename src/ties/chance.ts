import type { Band, MessageFacts } from './types.ts';

/**
 * The formula of WARMTH.md §2, fitted on two e-mail archives and held out on a student site and a phone
 * archive. Predicts "this person answers a message from me within 14 days", never "helps".
 */
export const BASE = -1.23;
const WROTE = 0.35;
const ANSWERED = 1.55;
const FRESH = 0.99;
/** Silence beyond two years says nothing more. */
const LONGEST = 730;

/** Chances at which a band begins. Below `warm` nothing was calibrated and no percentage is shown. */
const HOT = 0.65;
export const WARM = 0.45;
const LUKEWARM = 0.25;

export type Counts = Pick<MessageFacts, 'wrote' | 'sent' | 'answered' | 'days'>;

/** What each fact adds to the log-odds; `wrote` and `fresh` are 0 for somebody who never wrote. */
export interface Shares {
  readonly wrote: number;
  readonly answered: number;
  readonly fresh: number;
}

/** 1 for a message today, 0 for two years ago, earlier or never. */
export function freshness(days: number | null): number {
  if (days === null) return 0;
  return Math.max(0, 1 - Math.log1p(Math.min(Math.max(days, 0), LONGEST)) / Math.log1p(LONGEST));
}

export function sharesOf(counts: Counts): Shares {
  return {
    wrote: WROTE * Math.log1p(counts.wrote),
    answered: ANSWERED * ((counts.answered + 1) / (counts.sent + 2) - 0.5),
    fresh: counts.wrote === 0 ? 0 : FRESH * freshness(counts.days),
  };
}

/** Log-odds of an answer. `shift` is the self-check's, 0 without one. */
export function logOdds(counts: Counts, shift = 0): number {
  const shares = sharesOf(counts);
  return BASE + shares.wrote + shares.answered + shares.fresh + shift;
}

/** How the figure of one person comes about, in log-odds; `percent` is shown, or null below .45. */
export interface ChanceSum {
  /** Where everybody starts: the formula's base. */
  readonly start: number;
  /** The shift of the user's own files, 0 without one. */
  readonly shift: number;
  /** What the messages add, in the order of the sentences. */
  readonly facts: readonly number[];
  /** start + shift + facts. */
  readonly odds: number;
  readonly percent: number | null;
  /** What the user's own word adds on top for the order of ways, never to the figure; null without one. */
  readonly word: number | null;
}

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** The band of a chance that comes from messages. `little` is below lukewarm: "little on record". */
export function bandOf(p: number): Extract<Band, 'hot' | 'warm' | 'lukewarm' | 'little'> {
  if (p >= HOT) return 'hot';
  if (p >= WARM) return 'warm';
  return p >= LUKEWARM ? 'lukewarm' : 'little';
}
