import { useState } from 'react';
import type { Doubt } from '#intake/types.ts';
import { count } from '#ui/shared/words.ts';
import type { Verdicts } from './doubt-words.ts';
import { SamePerson } from './SamePerson.tsx';

/** The doubtful rows of a review. Nothing is stored yet, so answers and their undo live here. */
export function ReviewDoubts({
  doubts,
  verdicts,
  onVerdicts,
}: {
  doubts: readonly Doubt[];
  verdicts: Verdicts;
  onVerdicts: (verdicts: Verdicts) => void;
}) {
  const [before, setBefore] = useState<readonly Verdicts[]>([]);
  if (doubts.length === 0) return null;
  return (
    <section className="import-section" aria-labelledby="review-doubts">
      <h2 id="review-doubts">Same person?</h2>
      <p className="soft">
        {count(doubts.length, 'row')} may be somebody you already have. You need not decide now: what you leave open
        stays two people, and the questions wait under Import.
      </p>
      <SamePerson
        doubts={doubts}
        verdicts={verdicts}
        canUndo={before.length > 0}
        onVerdicts={(answers) => {
          setBefore([...before, verdicts]);
          onVerdicts(new Map([...verdicts, ...answers.map(([{ index }, option]) => [index, option] as const)]));
        }}
        onUndo={() => {
          onVerdicts(before.at(-1) ?? new Map());
          setBefore(before.slice(0, -1));
        }}
      />
    </section>
  );
}
