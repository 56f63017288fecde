import { z } from 'zod';
import { personId, questionId } from './ids.ts';
import { day } from './time.ts';

/** A question put to one friend: which of these people do you know? (friend check) */
export const questionSchema = z.object({
  id: questionId,
  friend: personId,
  about: z.array(personId),
  on: day,
  answeredOn: day.nullable().default(null),
  remark: z.string().default(''),
});
export type Question = z.infer<typeof questionSchema>;
