import { z } from 'zod';
import { companyId, importId } from './ids.ts';

/** "About how many people work there?" as the person answers it. */
export const sizeBand = z.enum(['1-10', '11-50', '51-200', '201-1000', 'more']);
export type SizeBand = z.infer<typeof sizeBand>;

/** A department or an office of a company, and how many work there. */
export const unitSchema = z.object({ name: z.string(), size: sizeBand });
export type Unit = z.infer<typeof unitSchema>;

export const companySchema = z.object({
  id: companyId,
  name: z.string(),
  /** Every spelling met, the shown one included; matching folds them. */
  names: z.array(z.string()),
  imports: z.array(importId),
  size: sizeBand.nullable(),
  units: z.array(unitSchema).optional(),
  tags: z.array(z.string()).default([]),
  note: z.string().default(''),
});
export type Company = z.infer<typeof companySchema>;
