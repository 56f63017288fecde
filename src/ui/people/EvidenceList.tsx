import type { Evidence } from '#ties/types.ts';
import { dayWords } from '#ui/shared/words.ts';

const WEIGHT = new Intl.NumberFormat('en-GB', {
  signDisplay: 'always',
  maximumFractionDigits: 2,
  minimumFractionDigits: 2,
});

/** Sentences with date, source and how much each moves the chance (log-odds). */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  const weighed = evidence.some((one) => one.weight !== null);
  return (
    <>
      <ul className="person-evidence">
        {evidence.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences are told apart by their place
          <li key={at}>
            <p>{one.text}</p>
            <p className="faint">
              {[one.source, one.on ? dayWords(one.on) : ''].filter(Boolean).join(', ')}
              {one.weight === null ? null : (
                <span className="number" title="What this fact adds to the log-odds of an answer">
                  {one.source || one.on ? ' · ' : ''}
                  {WEIGHT.format(one.weight)}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {weighed ? (
        <p className="faint">The signed figures say what each fact adds to the log-odds of an answer.</p>
      ) : null}
    </>
  );
}
