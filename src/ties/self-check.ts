import type { ImportId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import type { Person } from '#model/person.ts';
import type { Seconds } from '#model/time.ts';
import { bandOf, type Counts, logit, logOdds, sigmoid } from './chance.ts';
import { ANSWER_WITHIN, DAY_SECONDS, type Merged, mergedMessages, nowAt } from './messages.ts';
import type { Band } from './types.ts';

/** Past asks needed before anything is said about the user's own files (WARMTH.md §7). */
const ENOUGH_ASKS = 50;
/** Asks' worth of belief that the shipped constants are right. */
const PRIOR = 50;
const MOST_SHIFT = 3;

/** One message of mine, as it stood when it was sent: log-odds said then, and whether it was answered. */
export interface PastAsk {
  readonly odds: number;
  readonly answered: boolean;
}

/** Of the asks between two chances: what was said on average, and the share that was answered. */
interface Calibration {
  readonly from: number;
  readonly to: number;
  readonly asks: number;
  readonly said: number;
  readonly was: number;
}

export interface SelfCheck {
  readonly asks: number;
  readonly answered: number;
  /** Added to every log-odds; 0 below 50 asks. */
  readonly shift: number;
  /** Of those the app called so (without the shift), best band first; bands nobody was in are left out. */
  readonly bands: readonly (Calibration & { readonly band: Band })[];
  /** Said against was, in tenths, for the plot. */
  readonly points: readonly Calibration[];
}

/** Replays every message of mine whose fortnight is over in its source, with the facts before it. */
export function replay(person: Person, imports: ReadonlyMap<ImportId, Import>): PastAsk[] {
  if (person.events.length === 0) return [];
  const merged = mergedMessages(person, imports);
  const before = factsBefore(merged);
  const theirs = merged.theirs.at;
  const asks: PastAsk[] = [];
  let next = 0;
  merged.mine.at.forEach((at, i) => {
    const counts = before(at);
    if (at + ANSWER_WITHIN > nowAt(merged.mine, i)) return;
    while (next < theirs.length && (theirs[next] as number) <= at) next++;
    const answered = next < theirs.length && (theirs[next] as number) - at <= ANSWER_WITHIN;
    asks.push({ odds: logOdds(counts), answered });
  });
  return asks;
}

/** The chance that was said of somebody at a time, from what had happened by then; null without messages. */
export function chanceBefore(person: Person, imports: ReadonlyMap<ImportId, Import>, at: Seconds): number | null {
  const counts = factsBefore(mergedMessages(person, imports))(at);
  return counts.wrote + counts.sent === 0 ? null : sigmoid(logOdds(counts));
}

/** The formula's facts as they stood before a time; to be asked with times that never go back. */
export function factsBefore({ theirs, mine, met }: Merged): (at: Seconds) => Counts {
  let wrote = 0;
  let meetings = 0;
  let sent = 0;
  let answered = 0;
  let next = 0;
  return (at) => {
    while (wrote < theirs.at.length && (theirs.at[wrote] as number) < at) wrote++;
    while (meetings < met.at.length && (met.at[meetings] as number) < at) meetings++;
    for (; sent < mine.at.length && (mine.at[sent] as number) + ANSWER_WITHIN <= at; sent++) {
      const asked = mine.at[sent] as number;
      while (next < theirs.at.length && (theirs.at[next] as number) <= asked) next++;
      if (next < theirs.at.length && (theirs.at[next] as number) - asked <= ANSWER_WITHIN) answered++;
    }
    const last = Math.max(theirs.at[wrote - 1] ?? 0, met.at[meetings - 1] ?? 0);
    return {
      wrote: wrote + meetings,
      sent: sent + meetings,
      answered: answered + meetings,
      days: last === 0 ? null : Math.floor((at - last) / DAY_SECONDS),
    };
  };
}

export function selfCheck(asks: readonly PastAsk[]): SelfCheck {
  const said = asks.map(({ odds, answered }) => ({ p: sigmoid(odds), answered }));
  const bandNames = ['hot', 'warm', 'lukewarm', 'little'] as const;
  const bands = bandNames.map((band) => ({ band, ...calibrate(said.filter(({ p }) => bandOf(p) === band)) }));
  const points = Array.from({ length: 10 }, (_, i) =>
    calibrate(said.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === i)),
  );
  return {
    asks: asks.length,
    answered: asks.filter(({ answered }) => answered).length,
    shift: shiftFrom(asks),
    bands: bands.filter((band) => band.asks > 0),
    points: points.filter((point) => point.asks > 0),
  };
}

/** What the user's own past asks move every log-odds by; 0 below 50 of them. */
export function shiftFrom(asks: readonly PastAsk[]): number {
  return asks.length < ENOUGH_ASKS ? 0 : fitShift(asks);
}

function calibrate(said: readonly { p: number; answered: boolean }[]): Calibration {
  const chances = said.map(({ p }) => p);
  const count = said.length;
  return {
    from: chances.reduce((least, p) => Math.min(least, p), 1),
    to: chances.reduce((most, p) => Math.max(most, p), 0),
    asks: count,
    said: count === 0 ? 0 : chances.reduce((sum, p) => sum + p, 0) / count,
    was: count === 0 ? 0 : said.filter(({ answered }) => answered).length / count,
  };
}

/**
 * The one shift s that makes said and was agree in sum, with 50 asks added that came out exactly as said:
 *     sum(answered - sigmoid(odds + s)) + 50 * (m - sigmoid(logit(m) + s)) = 0,  m the mean chance said.
 * The left side falls with s: Newton's steps find it. Within [-3, 3].
 */
export function fitShift(asks: readonly PastAsk[]): number {
  if (asks.length === 0) return 0;
  const mean = asks.reduce((sum, { odds }) => sum + sigmoid(odds), 0) / asks.length;
  const answered = asks.filter((ask) => ask.answered).length;
  const excess = (shift: number) => {
    const prior = sigmoid(logit(mean) + shift);
    let value = answered + PRIOR * (mean - prior);
    let slope = -PRIOR * prior * (1 - prior);
    for (const { odds } of asks) {
      const p = sigmoid(odds + shift);
      value -= p;
      slope -= p * (1 - p);
    }
    return { value, slope };
  };
  let shift = 0;
  for (let i = 0; i < 20; i++) {
    const { value, slope } = excess(shift);
    const next = Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, shift - value / slope));
    if (Math.abs(next - shift) < 1e-9) return next;
    shift = next;
  }
  return shift;
}
