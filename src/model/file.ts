import { z } from 'zod';
import { fileId } from './ids.ts';
import { day } from './time.ts';

/** A file kept with the workspace: a CV. At most 10 MB, checked where it comes in. */
export const keptFileSchema = z.object({
  id: fileId,
  name: z.string(),
  type: z.enum(['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']),
  bytes: z.instanceof(Uint8Array),
  added: day,
});
export type KeptFile = z.infer<typeof keptFileSchema>;
