import type { Review } from '#intake/types.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { refusedIn } from './refused.ts';

/** Files whose owner is not the one they were dropped for: counted as yours, they would make strangers warm. */
export function ReviewRefused({ review }: { review: Review }) {
  const refused = refusedIn(review);
  if (refused.length === 0) return null;
  return (
    <section className="notice import-refused" data-kind="warning" aria-labelledby="review-refused">
      <h2 id="review-refused">{headWords(refused.length, review.whose.length)}</h2>
      <ul>
        {refused.map(({ file, message }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may share a name
          <li key={at}>
            <strong className="import-name">{file}</strong>. {message}
            <WhoAreYou file={file} people={review.whose.find((one) => one.file === file)?.people ?? []} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function headWords(refused: number, asked: number): string {
  if (refused === asked) return refused === 1 ? 'One file waits for your word' : 'Files that wait for your word';
  return refused === 1 ? 'One file is not taken in' : 'Files that are not taken in';
}

/** One click says which of them the user is, and the files are read again. */
function WhoAreYou({ file, people }: Pick<Review['whose'][number], 'file' | 'people'>) {
  const { commands } = useApp();
  if (people.length === 0) return null;
  return (
    <fieldset className="import-whose">
      <legend>Which of them is you? If none is, leave it: the file stays out.</legend>
      {people.map(({ key, name, parts, all }) => (
        <Button key={key} size="small" onClick={() => void commands.sayOwner(file, key)}>
          {name}
          <span className="faint">
            {' '}
            · in {parts} of {all}
          </span>
        </Button>
      ))}
    </fieldset>
  );
}
