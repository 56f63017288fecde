import type { Advice, Plan } from '#handoff/types.ts';

const BUTTON = {
  'hand-over': 'Prepare the hand-off',
  introduce: 'Prepare the introduction',
  'ask-friend': 'A question first',
  none: 'none',
} as const;

/** A plan as a coach would read it, line by line. */
export function lines(plan: Plan): string[] {
  const button =
    plan.next === 'none' && plan.text
      ? `none; a text is ready (${plan.text})`
      : plan.text
        ? `${BUTTON[plan.next]} (text: ${plan.text})`
        : BUTTON[plan.next];
  return [
    `   MOVE  ${plan.move.title}`,
    `   ${plan.move.move}`,
    `   Why: ${plan.move.reason}`,
    `   Rule ${plan.move.rule}. ${plan.move.source}. Grade ${plan.move.grade}: ${plan.move.gradeWords}.`,
    `   Button: ${button}`,
    ...section(
      'Also applies',
      plan.also.map((advice: Advice) => `${advice.title} (${advice.rule}, ${advice.grade})`),
    ),
    ...section(
      'Would not do',
      plan.rejected.map(({ move, reason, rule, grade }) => `${move}. ${reason} (${rule}, ${grade})`),
    ),
    ...section(
      'An answer would change this',
      plan.questions.map(({ text, options }) => `${text} ${options.map(({ label }) => label).join(' / ')}`),
    ),
  ];
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`   ${title}:`, ...items.map((item) => `   - ${item}`)];
}
