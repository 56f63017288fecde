import type { Hint } from '#handoff/letter-hints.ts';

/** Quiet sentences, never a block. */
export function Hints({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null;
  return (
    <ul className="letter-hints">
      {hints.map((hint) => (
        <li key={`${hint.code} ${hint.found}`}>
          {hint.text}
          {hint.found ? <span className="letter-found"> {hint.found}</span> : null}
        </li>
      ))}
    </ul>
  );
}
