import type { Review } from '#intake/types.ts';
import type { Problem } from '#model/problem.ts';

const OWNER: ReadonlySet<Problem['code']> = new Set(['wrong-owner', 'owner-unknown']);

/** Whole files left out because they are somebody else's, or because it cannot be told whose they are. */
export function refusedIn({ problems }: Pick<Review, 'problems'>): Problem[] {
  return problems.filter(({ row, code }) => row === 0 && OWNER.has(code));
}

/** What is neither told above all else nor asked on this very screen, as the columns of a table are. */
export function problemRows(review: Pick<Review, 'problems' | 'nothing'>): Problem[] {
  const refused = new Set(refusedIn(review));
  const told = ({ row, message }: Problem) => row === 0 && message === review.nothing;
  return review.problems.filter(
    (problem) => !refused.has(problem) && !told(problem) && problem.code !== 'unknown-header',
  );
}
