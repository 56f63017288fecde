import { useState } from 'react';
import type { Described, Doubt } from '#intake/types.ts';
import { Button } from '#ui/shared/Button.tsx';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { questionKey } from './doubt-words.ts';
import type { OnVerdicts } from './SamePerson.tsx';

/** Every question of a group as one line, and one answer for all that stay ticked. */
export function DoubtPreview({
  open,
  bulk,
  onVerdicts,
}: {
  open: readonly Doubt[];
  bulk: boolean;
  onVerdicts: OnVerdicts;
}) {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const chosen = open.filter((doubt) => !out.has(questionKey(doubt)));
  const toggle = (key: string) => {
    const next = new Set(out);
    if (!next.delete(key)) next.add(key);
    setOut(next);
  };
  return (
    <div className="doubt-preview stack">
      <ShowMore items={open} one="question">
        {(shown) => (
          <ul className="doubt-lines">
            {shown.map((doubt) => (
              <li key={questionKey(doubt)}>
                <label className="import-tick">
                  <input
                    type="checkbox"
                    checked={!out.has(questionKey(doubt))}
                    onChange={() => toggle(questionKey(doubt))}
                  />
                  <span className="doubt-line">
                    <span>
                      <strong>{doubt.incoming.name}</strong> <span className="soft">{aboutWords(doubt.incoming)}</span>
                    </span>
                    {doubt.options.map(({ person, known }) => (
                      <span key={person}>
                        <span className="faint">is it</span> {known.name}{' '}
                        <span className="soft">{aboutWords(known)}</span>
                      </span>
                    ))}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
      <p className="faint">Untick whom you are not sure of: they stay open. You can take the answer back.</p>
      <div className="row">
        {bulk ? (
          <Button
            look="primary"
            size="small"
            disabled={chosen.length === 0}
            onClick={() => onVerdicts(chosen.map((doubt) => [doubt, 0]))}
          >
            {chosen.length === 1 ? 'Same person' : `Same person for all ${chosen.length}`}
          </Button>
        ) : null}
        <Button
          size="small"
          disabled={chosen.length === 0}
          onClick={() => onVerdicts(chosen.map((doubt) => [doubt, null]))}
        >
          {chosen.length === 1 ? 'Two people' : `Two people for all ${chosen.length}`}
        </Button>
      </div>
    </div>
  );
}

function aboutWords({ position, company, emails }: Described): string {
  return [[position, company].filter(Boolean).join(', '), emails[0] ?? ''].filter(Boolean).join(' · ');
}
