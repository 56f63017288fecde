import { z } from 'zod';
import { type PersonId, personId, questionId } from './ids.ts';
import { type Day, day, daysBetween } from './time.ts';

/** A question put to one friend: which of these people do you know? (friend check) */
export const questionSchema = z.object({
  id: questionId,
  friend: personId,
  about: z.array(personId),
  on: day,
  /** My name and my personal line, as they stand in it. */
  from: z.string().default(''),
  line: z.string().default(''),
  answeredOn: day.nullable().default(null),
  remark: z.string().default(''),
});
export type Question = z.infer<typeof questionSchema>;

const YEAR = 365;

/**
 * How a friend's last question about somebody stands: no answer yet, or answered (with a word or without
 * one: then it is let be). null: never asked, or not for a year.
 */
export function lastAsked(
  questions: Iterable<Question>,
  friend: PersonId,
  about: PersonId,
  today: Day,
): 'waiting' | 'answered' | null {
  let last: Question | null = null;
  for (const question of questions) {
    if (question.friend !== friend || !question.about.includes(about)) continue;
    if (daysBetween(question.answeredOn ?? question.on, today) > YEAR) continue;
    if (!last || question.on >= last.on) last = question;
  }
  return last && (last.answeredOn === null ? 'waiting' : 'answered');
}
