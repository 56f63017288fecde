import { plainOf } from '#handoff/markup.ts';
import type { Letter } from '#model/ask.ts';
import { Button } from '#ui/shared/Button.tsx';
import { MarkupField } from './MarkupField.tsx';

interface Props {
  readonly letter: Letter;
  readonly onLetter: (change: Partial<Letter>) => void;
  readonly onLeave: () => void;
}

/** "You need" beside "I did", instead of the two sections. The sections keep their words meanwhile. */
export function PairsField({ letter, onLetter, onLeave }: Props) {
  const { pairs } = letter;
  if (pairs.length === 0) {
    return (
      <div>
        <Button look="quiet" size="small" onClick={() => onLetter({ pairs: pairsFrom(letter) })}>
          Set "You need" beside "I did"
        </Button>
      </div>
    );
  }
  const edit = (at: number, change: Partial<Letter['pairs'][number]>) =>
    onLetter({ pairs: pairs.map((pair, other) => (other === at ? { ...pair, ...change } : pair)) });
  return (
    <fieldset className="letter-pairs-field">
      <legend className="field-label">You need, I did</legend>
      {pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no name of their own
        <div key={at} className="letter-pair">
          {(['need', 'did'] as const).map((side) => (
            <MarkupField
              key={side}
              label={side === 'need' ? `You need, ${at + 1}` : `I did, ${at + 1}`}
              hint=""
              rows={2}
              value={pair[side]}
              onText={(text) => edit(at, { [side]: text })}
              onLeave={onLeave}
            />
          ))}
          <Button
            look="quiet"
            size="small"
            onClick={() => onLetter({ pairs: pairs.filter((_, other) => other !== at) })}
            aria-label={`Take off pair ${at + 1}`}
          >
            ×
          </Button>
        </div>
      ))}
      <div className="row">
        <Button size="small" onClick={() => onLetter({ pairs: [...pairs, { need: '', did: '' }] })}>
          One more pair
        </Button>
        <Button look="quiet" size="small" onClick={() => onLetter({ pairs: [] })}>
          Back to two sections
        </Button>
      </div>
    </fieldset>
  );
}

function pairsFrom({ need, did }: Letter): Letter['pairs'] {
  const proofs = plainOf(did)
    .split('\n')
    .map((line) => line.replace(/^- /, ''))
    .filter((line) => line !== '');
  const first = plainOf(need).split('\n\n').at(-1) ?? '';
  return (proofs.length > 0 ? proofs : ['']).map((proof, at) => ({ need: at === 0 ? first : '', did: proof }));
}
