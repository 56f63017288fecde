import { chooseMove, type Spoken } from './choose.ts';
import { PLAYBOOK } from './playbook.ts';
import { holds } from './predicate.ts';
import type { Situation } from './situation.ts';
import { fill, type Slots } from './slots.ts';
import type { OpenQuestion } from './types.ts';

const DONT_KNOW = { value: 'unknown', label: "Don't know" };

/**
 * The questions whose answer would change the move: each field that is unknown is tried with its other
 * answers, and only those that lead to another rule or another next step are asked.
 */
export function openQuestions(situation: Situation, chosen: Spoken, slots: Slots): OpenQuestion[] {
  return PLAYBOOK.questions
    .filter(({ field, when }) => situation[field] === 'unknown' && holds(when, situation))
    .filter(({ field, options }) => options.some(({ value }) => changes({ ...situation, [field]: value }, chosen)))
    .filter(({ of }) => of === 'target' || situation.contact === 'friend')
    .map(({ field, of, text, options }) => ({
      of,
      field,
      text: fill(text, slots),
      options: [...options.map(({ value, label }) => ({ value, label: fill(label, slots) })), DONT_KNOW],
    }));
}

function changes(answered: Situation, chosen: Spoken): boolean {
  const next = chooseMove(answered);
  return next !== null && (next.rule.id !== chosen.rule.id || next.next !== chosen.next);
}
