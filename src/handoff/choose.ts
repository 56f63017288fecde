import { MOVES, type Rule } from './playbook.ts';
import { holds } from './predicate.ts';
import type { Situation } from './situation.ts';
import type { TextKind } from './texts/text-kinds.ts';
import type { Next } from './types.ts';

/** A rule as it speaks in one situation: its own words, or those of the first variant that holds. */
export interface Spoken {
  readonly rule: Rule;
  readonly title: string;
  readonly move: string;
  readonly reason: string;
  readonly next: Next;
  readonly text: TextKind | null;
}

/**
 * The first move whose condition holds, in the order of the playbook. There always is one: the table test
 * walks every combination. `null` would mean a hole in `data/playbook.json`.
 */
export function chooseMove(situation: Situation): Spoken | null {
  const rule = MOVES.find((one) => holds(one.when, situation));
  return rule ? speak(rule, situation) : null;
}

export function speak(rule: Rule, situation: Situation): Spoken {
  const variant = rule.variants.find((one) => holds(one.when, situation));
  return {
    rule,
    title: variant?.title ?? rule.title,
    move: variant?.move ?? rule.move,
    reason: variant?.reason ?? rule.reason,
    next: variant?.next ?? rule.next,
    text: variant?.text === undefined ? rule.text : variant.text,
  };
}
