import type { Target } from '#model/target.ts';
import type { Day } from '#model/time.ts';

const DATES = [
  { field: 'postedOn', said: 'The posting' },
  { field: 'appliedOn', said: 'Your application' },
  { field: 'hrNoOn', said: "HR's no" },
] as const;

/** Sentences about dates of a target that cannot be: they are kept as they are, and the person is told. */
export function targetDateProblems(target: Target, today: Day): string[] {
  const problems: string[] = [];
  for (const { field, said } of DATES) {
    const on = target[field];
    if (on !== null && on > today) problems.push(`${said} is dated ${on}, which is still to come.`);
  }
  const { appliedOn, hrNoOn } = target;
  if (appliedOn !== null && hrNoOn !== null && hrNoOn < appliedOn)
    problems.push(`HR's no is dated ${hrNoOn}, before you applied on ${appliedOn}.`);
  return problems;
}
