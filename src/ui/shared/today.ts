import type { Day } from '#model/time.ts';

/** The calendar day where the person sits. */
export function today(): Day {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
