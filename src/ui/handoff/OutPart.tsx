import { useState } from 'react';
import type { LetterSheet } from '#export/letter-sheet.ts';
import type { Ask } from '#model/ask.ts';
import type { Result } from '#model/result.ts';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import type { SavedFile } from '#workspace/exports.ts';

/** The one document for the hiring manager, and its other forms. */
export function OutPart({
  ask,
  target,
  pages,
  sheet,
}: {
  ask: Ask;
  target: Target;
  pages: number;
  sheet: () => LetterSheet | null;
}) {
  const { exports } = useApp();
  const { files } = useWorkspace();
  const [says, setSays] = useState('');
  const cv = target.cv ? files.get(target.cv) : undefined;
  const save = (made: Promise<Result<SavedFile, string>>) => {
    setSays('Writing the file');
    made.then(
      (result) => {
        if (result.ok) saveFile(result.value.name, result.value.bytes, result.value.type);
        setSays(result.ok ? `Saved "${result.value.name}".` : result.error);
      },
      () => setSays('The file could not be written. Print works meanwhile: choose "Save as PDF" there.'),
    );
  };
  const pdf = () => {
    const measured = sheet();
    if (pages > 1 || !measured)
      setSays('The letter is longer than one page. Shorten it first; the preview shows where page one ends.');
    else save(exports.managerPdf(ask.id, measured));
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <Button size="small" onClick={pdf}>
          {cv?.type === 'application/pdf' ? 'Save letter and CV as one PDF' : 'Save the letter as PDF'}
        </Button>
        <Button size="small" onClick={() => save(exports.letterWord(ask.id))}>
          Save as Word
        </Button>
      </div>
      <p className="faint">
        {cv
          ? cv.type === 'application/pdf'
            ? 'One document to hand over or to forward: the letter, then your CV.'
            : 'Your CV is a Word file, so it stays beside the letter. Save it as PDF to have one document.'
          : 'Add your CV below as a PDF, and letter and CV become one document.'}
      </p>
      <p role="status" className="faint">
        {says}
      </p>
    </div>
  );
}
