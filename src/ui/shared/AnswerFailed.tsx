import type { Answer } from './app.tsx';

/** Says so when the worker could not answer; nothing of the person's own is lost by that. */
export function AnswerFailed({ answer }: { answer: Answer<unknown> }) {
  return answer.is === 'failed' ? (
    <p role="alert" className="notice" data-kind="problem">
      This could not be worked out: {answer.message}. Your data is safe; load the page again.
    </p>
  ) : null;
}
