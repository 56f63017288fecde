import type { PersonId } from '#model/ids.ts';
import type { Statement, Tie } from '#model/tie.ts';
import { type Day, daysBetween } from '#model/time.ts';
import type { Inferred } from './curve.ts';
import type { TieBetween } from './types.ts';

/** Ordering strengths of a step between two others (assumptions, WARMTH.md §3). */
export const SAID = { well: 0.9, know: 0.6, met: 0.3 } as const;
const ON_A_LIST = 0.25;
const I_THINK = 0.3;
const STALE_DAYS = 365;

/** What is known of one pair besides what was said. */
export interface PairFacts {
  readonly statements: readonly Statement[];
  /** The newest day a shared list of one of them has the other; null when none has. */
  readonly listed: Day | null;
  readonly inferred: Pick<Inferred, 'p' | 'kind'> | null;
}

/**
 * The one tie of a pair: its best state, that state's strength, the newest statement first within a
 * state. A newer first-hand "no" takes back an older yes; any standing "no" removes listed and inferred.
 * null: no tie. The order of the statements does not matter.
 */
export function tieBetween(a: PersonId, b: PersonId, facts: PairFacts): TieBetween | null {
  const firstHand = newest(facts.statements, (statement) => statement.how !== 'think');
  const guess = newest(facts.statements, (statement) => statement.how === 'think');
  if (firstHand && firstHand.says in SAID) {
    const kind = firstHand.says as keyof typeof SAID;
    return { a, b, standing: 'confirmed', p: SAID[kind], kind, on: firstHand.on };
  }
  if (firstHand || guess?.says === 'no') return null;
  if (facts.listed !== null) return { a, b, standing: 'listed', p: ON_A_LIST, kind: 'list', on: facts.listed };
  const { inferred } = facts;
  if (guess && (!inferred || inferred.p <= I_THINK)) {
    return { a, b, standing: 'inferred', p: I_THINK, kind: 'think', on: guess.on };
  }
  return inferred && { a, b, standing: 'inferred', p: inferred.p, kind: inferred.kind, on: null };
}

/** Whether the pair needs no question: any answer stops the asking, "unsure" included, until it is stale. */
export function isAnswered(tie: Tie | undefined, today: Day): boolean {
  return tie !== undefined && tie.statements.length > 0 && !isStale(tie, today);
}

/** A yes that nobody has said again for a year: people move on, so it asks to be confirmed. */
export function isStale(tie: Tie | undefined, today: Day): boolean {
  if (!tie?.statements.every(({ on }) => daysBetween(on, today) > STALE_DAYS)) return false;
  const said = newest(tie.statements, ({ how }) => how !== 'think');
  return said !== undefined && said.says in SAID;
}

/** Statements newest first, "unsure" apart; of one day the warmer first, so that their order cannot matter. */
export function inOrder(statements: readonly Statement[]): Statement[] {
  return [...statements].sort((x, y) => (x.on === y.on ? RANK[y.says] - RANK[x.says] : x.on < y.on ? 1 : -1));
}

const RANK = { well: 4, know: 3, met: 2, no: 1, unsure: 0 } as const;

function newest(statements: readonly Statement[], keep: (statement: Statement) => boolean): Statement | undefined {
  let best: Statement | undefined;
  for (const statement of statements) {
    if (statement.says === 'unsure' || !keep(statement)) continue;
    if (!best || statement.on > best.on || (statement.on === best.on && RANK[statement.says] > RANK[best.says])) {
      best = statement;
    }
  }
  return best;
}
