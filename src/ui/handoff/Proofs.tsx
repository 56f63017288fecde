import { plainOf } from '#handoff/markup.ts';
import { placeholdersIn } from '#handoff/placeholder.ts';
import { rankProofs } from '#handoff/proofs.ts';
import type { Letter } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { today } from '#ui/shared/today.ts';

const SHOWN = 5;

/** Your own library of proofs: kept from one letter, offered for the next, the ones that fit this role first. */
export function Proofs({
  letter,
  target,
  onLetter,
}: {
  letter: Letter;
  target: Target;
  onLetter: (change: Partial<Letter>) => void;
}) {
  const { commands } = useApp();
  const { proofs } = useWorkspace().me;
  const lines = proofLines(letter);
  const known = new Set(proofs.map((proof) => proof.text));
  const fresh = lines.filter((line) => !known.has(line));
  const used = plainOf(letter.did) + letter.pairs.map((pair) => pair.did).join('\n');
  const about = [target.title, target.advert, target.struggles, target.hrNoReason].join(' ');
  const offered = rankProofs(proofs, about)
    .filter((proof) => !used.includes(proof.text))
    .slice(0, SHOWN);
  if (fresh.length === 0 && offered.length === 0) return null;
  const add = (text: string) =>
    letter.pairs.length > 0
      ? onLetter({ pairs: [...letter.pairs, { need: '', did: text }] })
      : onLetter({ did: `${letter.did.trimEnd()}${letter.did.trim() ? '\n' : ''}- ${text}` });
  return (
    <div className="stack-tight letter-proofs">
      {offered.length > 0 ? (
        <>
          <p className="field-label">From your proofs</p>
          <ul className="stack-tight">
            {offered.map((proof) => (
              <li key={proof.text} className="letter-proof">
                <span>{proof.text}</span>
                <Button size="small" look="quiet" onClick={() => add(proof.text)}>
                  Add
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {fresh.length > 0 ? (
        <div>
          <Button
            size="small"
            look="quiet"
            onClick={() => commands.editMe({ proofs: [...proofs, ...fresh.map((text) => ({ text, on: today() }))] })}
          >
            Keep {fresh.length === 1 ? 'this proof' : `these ${fresh.length} proofs`} for other letters
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function proofLines(letter: Letter): string[] {
  const text = letter.pairs.length > 0 ? letter.pairs.map((pair) => pair.did).join('\n') : letter.did;
  return plainOf(text)
    .split('\n')
    .map((line) => line.replace(/^- /, '').trim())
    .filter((line) => line.length > 12 && placeholdersIn(line).length === 0);
}
