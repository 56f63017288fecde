import type { Review } from '#intake/types.ts';
import { problemRows } from './refused.ts';

const FORMAT = new Intl.NumberFormat('en-GB');

/** The counts of the whole import; zeros that say nothing are left out. */
export function ReviewFigures({ review }: { review: Review }) {
  const figures = [
    { label: 'New people', n: review.added, always: true },
    { label: 'Same as before', n: review.same, always: true },
    { label: 'Updated', n: review.updated, always: true },
    { label: 'Doubtful', n: review.doubts.length, always: false },
    { label: 'Messages', n: review.messages, always: false },
    { label: 'Hidden members', n: review.hidden, always: false },
    { label: 'No longer in the list', n: review.gone, always: false },
    {
      label: 'Problem rows',
      n: review.problemCount - review.problems.length + problemRows(review).length,
      always: false,
    },
  ];
  return (
    <dl className="import-figures">
      {figures
        .filter(({ n, always }) => always || n > 0)
        .map(({ label, n }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="number">{FORMAT.format(n)}</dd>
          </div>
        ))}
    </dl>
  );
}
