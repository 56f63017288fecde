import { chooseMove, type Spoken, speak } from './choose.ts';
import { personNamed } from './names.ts';
import { GUIDANCE, MOVES, PLAYBOOK, ruleOf } from './playbook.ts';
import { holds } from './predicate.ts';
import { openQuestions } from './questions.ts';
import type { Situation } from './situation.ts';
import { type Case, openElsewhere, situationOf } from './situation-of.ts';
import { castOf, fill, type Slots, slotsOf } from './slots.ts';
import type { Advice, Grade, Plan, Refusal } from './types.ts';

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  A: 'research',
  B: 'named practitioner or first-hand case',
  'B+A': 'named practitioner, and research',
  C: 'vendor or self-published',
  G: 'our judgement',
};

/** The one move for a target and a way in, with what also applies and what was rejected (PLAYBOOK §1). */
export function advise(input: Case): Plan {
  const { workspace, target, way } = input;
  const situation = situationOf(input);
  const spoken = chooseMove(situation);
  if (!spoken) throw new Error(`The playbook has no move for ${JSON.stringify(situation)}`);
  const people = way?.people ?? [];
  const friend = situation.way === 'one' || situation.way === 'two' ? (people[0] ?? null) : null;
  const other = openElsewhere([...workspace.asks.values()], target, friend);
  const slots = slotsOf(castOf(workspace, target, way, personNamed(workspace, other?.friend)));
  return {
    target: target.id,
    friend,
    way,
    move: adviceOf(spoken, slots),
    also: alsoApplies(spoken, situation, slots),
    rejected: [...refusals(spoken, situation, slots), ...overruled(spoken, situation, slots)],
    questions: openQuestions(situation, spoken, slots),
    next: spoken.next,
    text: spoken.text,
  };
}

function adviceOf({ rule, title, move, reason }: Spoken, slots: Slots): Advice {
  return {
    rule: rule.id,
    title: fill(title, slots),
    situation: rule.situation,
    move: fill(move, slots),
    reason: fill(reason, slots),
    source: rule.source,
    grade: rule.grade,
    gradeWords: GRADE_WORDS[rule.grade],
  };
}

function alsoApplies({ rule: chosen }: Spoken, situation: Situation, slots: Slots): Advice[] {
  const moves = MOVES.filter(({ id }) => id !== chosen.id && !chosen.overrules.includes(id));
  const guidance = GUIDANCE.filter(({ beside }) => beside === undefined || beside.includes(chosen.id));
  return [...moves, ...guidance]
    .filter((rule) => holds(rule.when, situation))
    .map((rule) => adviceOf(speak(rule, situation), slots));
}

function refusals({ rule: chosen }: Spoken, situation: Situation, slots: Slots): Refusal[] {
  return PLAYBOOK.refusals
    .filter((refusal) => refusal.beside.includes(chosen.id) && holds(refusal.when, situation))
    .map(({ id, move, reason, rule, source, grade }) => ({
      id,
      move: fill(move, slots),
      reason: fill(reason, slots),
      rule,
      source,
      grade,
      gradeWords: GRADE_WORDS[grade],
    }));
}

/** A hand-off or introduction that would have been the move, had the chosen rule not come first. */
function overruled({ rule: chosen, reason }: Spoken, situation: Situation, slots: Slots): Refusal[] {
  if (!chosen.refuses) return [];
  const first = chosen.overrules
    .flatMap((id) => ruleOf(id) ?? [])
    .find((rule) => (rule.next === 'hand-over' || rule.next === 'introduce') && holds(rule.when, situation));
  if (!first) return [];
  return [
    {
      id: `overruled-${first.id}`,
      move: fill(speak(first, situation).title, slots),
      reason: `Not here. ${fill(reason, slots)}`,
      rule: chosen.id,
      source: chosen.source,
      grade: chosen.grade,
      gradeWords: GRADE_WORDS[chosen.grade],
    },
  ];
}
