import { useState } from 'react';
import type { Review } from '#intake/types.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { count } from '#ui/shared/words.ts';
import { problemRows } from './refused.ts';

/** Rows that were not taken in, by number, field and reason; the other rows go in. */
export function ReviewProblems({ review }: { review: Review }) {
  const { commands } = useApp();
  const [failed, setFailed] = useState('');
  const rows = problemRows(review);
  const all = review.problemCount - (review.problems.length - rows.length);
  if (all === 0) return null;
  const ofOne = review.files.length === 1;
  const save = async () => {
    try {
      saveFile('problem rows.csv', await commands.problemsCsv(), 'text/csv;charset=utf-8');
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="import-section" aria-labelledby="review-problems">
      <div className="row-apart">
        <h2 id="review-problems">Problem rows</h2>
        <Button size="small" onClick={() => void save()}>
          Save problem rows as CSV
        </Button>
      </div>
      <p className="soft">
        {count(all, 'place')} could not be taken as {all === 1 ? 'it stands' : 'they stand'}, each with the reason.
        {review.nothing === '' ? ' Everything else goes in.' : ''}
        {failed ? ` The list could not be saved: ${failed}` : ''}
      </p>
      <ShowMore items={rows} one="problem">
        {(shown) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, so it scrolls, also by arrow keys
          <div className="import-table" role="group" aria-label="The rows in a table" tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  {ofOne ? null : <th scope="col">File</th>}
                  <th scope="col">Row</th>
                  <th scope="col">Field</th>
                  <th scope="col">Reason</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((problem, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: problems have no name of their own and never move
                  <tr key={at}>
                    {ofOne ? null : <td className="import-name">{problem.file}</td>}
                    <td className="number">{problem.row === 0 ? 'whole file' : problem.row}</td>
                    <td>{problem.field}</td>
                    <td>{problem.message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ShowMore>
    </section>
  );
}
