import type { Doubt } from '#intake/types.ts';
import { Choice } from '#ui/shared/Field.tsx';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { count } from '#ui/shared/words.ts';

/** By doubt index: the same person or not. What is not decided stays two people. */
export type Verdicts = ReadonlyMap<number, boolean>;

export function ReviewDoubts({
  doubts,
  verdicts,
  onVerdict,
}: {
  doubts: readonly Doubt[];
  verdicts: Verdicts;
  onVerdict: (verdicts: Verdicts) => void;
}) {
  if (doubts.length === 0) return null;
  return (
    <section className="import-section" aria-labelledby="review-doubts">
      <h2 id="review-doubts">Same person?</h2>
      <p className="soft">
        {count(doubts.length, 'row')} may be somebody you already have. What you leave open stays two people, and you
        can merge them later.
      </p>
      <ShowMore items={doubts} step={10} one="doubtful row">
        {(shown) => (
          <ul className="stack">
            {shown.map((doubt) => (
              <li key={doubt.index} className="card import-doubt">
                <Side title={`${doubt.file}, row ${doubt.row}`} who={doubt.incoming} />
                <Side title="You already have" who={doubt.known} />
                <div className="import-doubt-foot">
                  <p className="faint">{doubt.reason}</p>
                  <Choice
                    label={`Is ${doubt.incoming.name} the same person?`}
                    value={verdictWord(verdicts.get(doubt.index))}
                    options={[
                      { value: 'same', label: 'Same person' },
                      { value: 'different', label: 'Different people' },
                    ]}
                    onChoose={(word) => onVerdict(new Map(verdicts).set(doubt.index, word === 'same'))}
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    </section>
  );
}

function verdictWord(same: boolean | undefined): 'same' | 'different' | null {
  if (same === undefined) return null;
  return same ? 'same' : 'different';
}

function Side({ title, who }: { title: string; who: Doubt['incoming'] }) {
  return (
    <div>
      <p className="faint">{title}</p>
      <p>
        <strong>{who.name}</strong>
      </p>
      <p className="soft">{[who.position, who.company].filter(Boolean).join(', ') || 'No company given'}</p>
      {who.emails.length > 0 ? <p className="soft">{who.emails.join(', ')}</p> : null}
    </div>
  );
}
