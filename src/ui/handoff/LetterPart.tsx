import './letter.css';
import { useCallback, useRef, useState } from 'react';
import type { LetterSheet } from '#export/letter-sheet.ts';
import { letterContext, letterHints } from '#handoff/letter-hints.ts';
import type { Ask, Letter } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { CopyButton } from '#ui/shared/CopyButton.tsx';
import { useDraft } from '#ui/shared/use-draft.ts';
import { nameIn } from '#ui/shared/words.ts';
import { Hints } from './Hints.tsx';
import { LetterPreview, LetterPrint } from './LetterPreview.tsx';
import { LETTER_PARTS, letterPlain } from './letter-parts.ts';
import { MarkupField } from './MarkupField.tsx';
import { OutPart } from './OutPart.tsx';
import { PairsField } from './PairsField.tsx';
import { Part } from './Part.tsx';
import { Proofs } from './Proofs.tsx';

const SAID_BY_PREVIEW = new Set(['over-one-page', 'over-300-words']);

/** The one page for the hiring manager: sections on one side, the paper on the other. */
export function LetterPart({ ask, target }: { ask: Ask; target: Target }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [pages, setPages] = useState(1);
  const measure = useRef<() => LetterSheet | null>(() => null);
  const keepSheet = useCallback((how: () => LetterSheet | null) => {
    measure.current = how;
  }, []);
  const {
    value: letter,
    set,
    flush,
  } = useDraft(ask.packet.letter, (kept) => commands.editPacket(ask.id, { letter: kept }));
  const edit = (change: Partial<Letter>) => set({ ...letter, ...change });
  const manager = target.manager ? nameIn(workspace, target.manager) : 'the hiring manager';
  const title = `For ${manager}${workspace.me.name ? ` - ${workspace.me.name}` : ''}`;
  const hints = letterHints(letter, letterContext(workspace, target, pages));
  const inPairs = letter.pairs.length > 0;
  const pairs = (
    <div key="pairs" className="stack-tight">
      <PairsField letter={letter} onLetter={edit} onLeave={flush} />
      <Hints hints={hints.filter((hint) => hint.section === 'pairs')} />
    </div>
  );
  return (
    <Part
      number={2}
      title={`One page for ${manager}`}
      about="Their problem, two or three proofs, how you cover what is missing, one next step."
      actions={
        <>
          <CopyButton text={letterPlain(letter)} label="Copy the letter" />
          <Button
            size="small"
            onClick={() => {
              flush();
              window.print();
            }}
          >
            Print the letter
          </Button>
        </>
      }
    >
      <div className="letter">
        <div className="letter-editor">
          {LETTER_PARTS.map(({ part, label, hint, rows }) => {
            if (part === 'did' && inPairs) return null;
            if (part === 'need' && inPairs) return pairs;
            return (
              <div key={part} className="stack-tight">
                <MarkupField
                  label={label}
                  hint={hint}
                  rows={rows}
                  value={letter[part]}
                  onText={(text) => edit({ [part]: text })}
                  onLeave={flush}
                />
                <Hints hints={hints.filter((hint) => hint.section === part)} />
                {part === 'did' ? pairs : null}
              </div>
            );
          })}
          <Proofs letter={letter} target={target} onLetter={edit} />
        </div>
        <div className="letter-side">
          <LetterPreview letter={letter} onPages={setPages} onSheet={keepSheet} />
          <OutPart ask={ask} target={target} pages={pages} sheet={() => measure.current()} />
          <Hints hints={hints.filter((hint) => hint.section === null && !SAID_BY_PREVIEW.has(hint.code))} />
          <div className="row">
            <label className="letter-size">
              Paper
              <select
                className="select"
                value={letter.paper}
                onChange={(event) => edit({ paper: event.target.value === 'Letter' ? 'Letter' : 'A4' })}
              >
                <option value="A4">A4</option>
                <option value="Letter">US Letter</option>
              </select>
            </label>
          </div>
        </div>
      </div>
      <LetterPrint letter={letter} title={title} />
    </Part>
  );
}
