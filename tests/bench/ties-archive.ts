import { bandOf, type Counts, logOdds, sigmoid } from '#ties/chance.ts';
import { factsBefore } from '#ties/self-check.ts';

/**
 * A message archive in SNAP's format (`src dst unix`, one message a line; CollegeMsg, email-Eu-core-temporal),
 * replayed: of every message that can still be answered, what each rule said of its receiver just before,
 * and whether they answered the sender within 14 days.
 */
export interface Replay {
  /** One entry a message; higher means the rule expects an answer. */
  readonly said: ReadonlyMap<Rule, Float64Array>;
  readonly answered: Uint8Array;
}

export const RULES = ['formula', 'recency', 'frequency', 'reciprocity', 'interactions rank'] as const;
export type Rule = (typeof RULES)[number];

const DAY = 86_400;
const FORTNIGHT = 14 * DAY;
/** Gmail's Interactions Rank (Roth et al. 2010): half-life of a week; what I sent counts 1.5 times. */
const HALF_LIFE = 7 * DAY;
const OUTGOING = 1.5;

/** Lines that are no message (comments, headers) are counted, not read. */
export function readArchive(text: string): { messages: [from: string, to: string, at: number][]; refused: number } {
  const messages: [string, string, number][] = [];
  let refused = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [from, to, at] = line.trim().split(/[\s,]+/);
    const seconds = Number(at);
    if (from && to && Number.isFinite(seconds) && seconds > 0) {
      if (from !== to) messages.push([from, to, Math.floor(seconds)]);
    } else refused++;
  }
  return { messages, refused };
}

/** Replays the archive pair by pair, from the sender's side, as the app would have seen it. */
export function replayArchive(messages: readonly (readonly [string, string, number])[]): Replay {
  const sent = new Map<string, number[]>();
  const key = (from: string, to: string) => `${from} ${to}`;
  let end = 0;
  for (const [from, to, at] of messages) {
    const times = sent.get(key(from, to));
    if (times) times.push(at);
    else sent.set(key(from, to), [at]);
    end = Math.max(end, at);
  }
  const columns = new Map(RULES.map((rule) => [rule, [] as number[]]));
  const answered: number[] = [];
  for (const [pair, times] of sent) {
    const [from = '', to = ''] = pair.split(' ');
    const mine = column(times);
    const theirs = column(sent.get(key(to, from)) ?? []);
    const none = new Uint32Array(0);
    const before = factsBefore({
      mine: { at: mine, now: end },
      theirs: { at: theirs, now: end },
      met: { at: none, now: end },
    });
    for (const at of mine) {
      const counts = before(at);
      if (at + FORTNIGHT > end) break;
      const next = theirs.find((second) => second > at);
      answered.push(next !== undefined && next - at <= FORTNIGHT ? 1 : 0);
      for (const rule of RULES) columns.get(rule)?.push(saidBy(rule, counts, mine, theirs, at));
    }
  }
  return {
    said: new Map([...columns].map(([rule, values]) => [rule, Float64Array.from(values)])),
    answered: Uint8Array.from(answered),
  };
}

function saidBy(rule: Rule, counts: Counts, mine: Uint32Array, theirs: Uint32Array, at: number): number {
  switch (rule) {
    case 'formula':
      return sigmoid(logOdds(counts));
    case 'recency':
      return counts.days === null ? -1e9 : -counts.days;
    case 'frequency':
      return counts.wrote + mine.filter((second) => second < at).length;
    case 'reciprocity':
      return (counts.answered + 1) / (counts.sent + 2);
    case 'interactions rank':
      return decayed(theirs, at) + OUTGOING * decayed(mine, at);
  }
}

function decayed(times: Uint32Array, at: number): number {
  let sum = 0;
  for (const time of times) if (time < at) sum += 0.5 ** ((at - time) / HALF_LIFE);
  return sum;
}

/** Chance that a random answered message was said higher than a random unanswered one; ties count half. */
export function auc(said: Float64Array, answered: Uint8Array): number {
  const order = [...said.keys()].sort((a, b) => (said[a] ?? 0) - (said[b] ?? 0));
  let rankSum = 0;
  let positives = 0;
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && said[order[j] ?? 0] === said[order[i] ?? 0]) j++;
    for (let k = i; k < j; k++) {
      if (answered[order[k] ?? 0] !== 1) continue;
      rankSum += (i + 1 + j) / 2;
      positives++;
    }
    i = j;
  }
  const negatives = order.length - positives;
  return positives === 0 || negatives === 0
    ? Number.NaN
    : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Said against was, per band of the formula. */
export function byBand({ said, answered }: Replay): { band: string; asks: number; said: number; was: number }[] {
  const formula = said.get('formula') ?? new Float64Array(0);
  return (['hot', 'warm', 'lukewarm', 'little'] as const).map((band) => {
    let [asks, sum, yes] = [0, 0, 0];
    formula.forEach((p, i) => {
      if (bandOf(p) !== band) return;
      asks++;
      sum += p;
      yes += answered[i] ?? 0;
    });
    return { band, asks, said: sum / asks, was: yes / asks };
  });
}

function column(times: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set(times)).sort();
}
