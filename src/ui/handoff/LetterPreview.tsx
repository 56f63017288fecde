import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { LetterSheet } from '#export/letter-sheet.ts';
import { WORDS_AT_MOST, wordsOf } from '#handoff/letter-hints.ts';
import type { Letter } from '#model/ask.ts';
import { useWidth } from '#ui/shared/media.ts';
import { count } from '#ui/shared/words.ts';
import { LetterText } from './LetterText.tsx';
import { useLetterFace } from './letter-face.ts';
import { measureSheet } from './measure-sheet.ts';
import { MARGIN, measurePages, ONE_PAGE, PAPER, type Pages, textHeight } from './page-breaks.ts';

/** The pages as they will be printed: true proportions, true line breaks, page one ends where paper ends. */
export function LetterPreview({
  letter,
  onPages,
  onSheet,
}: {
  letter: Letter;
  onPages: (pages: number) => void;
  /** Given a way to measure the laid-out page whenever a file is to be written. */
  onSheet: (measure: () => LetterSheet | null) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const ready = useLetterFace();
  const [pages, setPages] = useState<Pages>(ONE_PAGE);
  const paper = PAPER[letter.paper];
  const full = (paper.width * 96) / 25.4;
  const scale = width > 0 ? Math.min(1, width / full) : 0;
  useLayoutEffect(() => {
    if (text.current && ready) setPages(measurePages(text.current, letter.paper, scale));
  }, [letter, scale, ready]);
  useEffect(() => {
    onSheet(() => (text.current && scale > 0 ? measureSheet(text.current, letter.paper, scale) : null));
  }, [onSheet, letter.paper, scale]);
  useEffect(() => onPages(pages.breaks.length + 1), [onPages, pages]);
  const tops = [0, ...pages.breaks];
  const words = wordsOf(letter);
  return (
    <div className="letter-preview">
      <div ref={frame} className="letter-frame">
        {tops.map((top, at) => (
          <Sheet
            key={top}
            letter={letter}
            scale={scale}
            top={top}
            height={(tops[at + 1] ?? top + textHeight(letter.paper)) - top}
            number={at + 1}
          >
            <div {...(at === 0 ? { ref: text } : { 'aria-hidden': true })}>
              <LetterText letter={letter} />
            </div>
          </Sheet>
        ))}
      </div>
      <p className="letter-verdict" role="status" data-over={pages.breaks.length > 0 || undefined}>
        {pages.breaks.length === 0
          ? `Fits on one page. ${count(words, 'word')}.`
          : `Page one ends after "${pages.ends}". ${count(pages.over, 'word')} too many.`}
        {words > WORDS_AT_MOST ? ` Aim at ${WORDS_AT_MOST} words at most.` : ''}
      </p>
    </div>
  );
}

function Sheet({
  letter,
  scale,
  top,
  height,
  number,
  children,
}: {
  letter: Letter;
  scale: number;
  top: number;
  height: number;
  number: number;
  children: ReactNode;
}) {
  const paper = PAPER[letter.paper];
  return (
    <>
      {number > 1 ? <p className="letter-page-end">Page one ends above</p> : null}
      <div className="letter-sheet" style={{ height: `${paper.height * scale}mm`, width: `${paper.width * scale}mm` }}>
        <div
          className="letter-paper"
          style={{
            width: `${paper.width}mm`,
            padding: `${MARGIN.top}mm ${MARGIN.side}mm`,
            transform: `scale(${scale})`,
          }}
        >
          <div className="letter-window" style={{ height }}>
            <div style={{ marginTop: -top }}>{children}</div>
          </div>
        </div>
      </div>
    </>
  );
}

/**
 * What the printer gets: the same text, alone on the page, and nothing else of the app. The page size goes in
 * through the CSSOM, because the policy of the page ignores style elements.
 */
export function LetterPrint({ letter, title }: { letter: Letter; title: string }) {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@page { size: ${letter.paper === 'A4' ? 'A4' : 'letter'}; margin: ${MARGIN.top}mm ${MARGIN.side}mm; }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [letter.paper]);
  useEffect(() => {
    let before = '';
    const begin = () => {
      before = document.title;
      document.title = title;
    };
    const end = () => {
      document.title = before;
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [title]);
  return createPortal(
    <div className="letter-print" aria-hidden="true">
      <LetterText letter={letter} />
    </div>,
    document.body,
  );
}
