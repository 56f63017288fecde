import type { Review } from '#intake/types.ts';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { refusedIn } from './refused.ts';

/** Files whose owner is not the one they were dropped for: counted as yours, they would make strangers warm. */
export function ReviewRefused({ review }: { review: Review }) {
  const refused = refusedIn(review);
  if (refused.length === 0) return null;
  return (
    <section className="notice import-refused" data-kind="warning" aria-labelledby="review-refused">
      <h2 id="review-refused">{refused.length === 1 ? 'One file is not taken in' : 'Files that are not taken in'}</h2>
      <ul>
        {refused.map(({ file, message }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may share a name
          <li key={at}>
            <strong className="import-name">{file}</strong>. {message}
          </li>
        ))}
      </ul>
      {refused.some(({ code }) => code === 'owner-unknown') ? (
        <div>
          <ButtonLink to={{ to: 'settings', section: 'you' }} size="small">
            Say who you are
          </ButtonLink>
        </div>
      ) : null}
    </section>
  );
}
