import { useState } from 'react';
import type { Target } from '#model/target.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { DropArea } from '#ui/shared/DropArea.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { sizeWords } from '#ui/shared/size-words.ts';
import { dayWords } from '#ui/shared/words.ts';
import { Part } from './Part.tsx';

/** The CV that goes behind the letter. It is kept in this browser and nowhere else. */
export function CvPart({ target }: { target: Target }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [problem, setProblem] = useState('');
  const cv = target.cv ? workspace.files.get(target.cv) : undefined;
  const keep = async (file: File | undefined) => {
    if (!file) return;
    const kept = await commands.keepCv(target.id, file);
    setProblem(kept.ok ? '' : kept.error);
  };
  return (
    <Part number={5} title="Your CV" about="One PDF or Word file, kept on this computer. It goes behind the letter.">
      {cv ? (
        <div className="row-apart handoff-cv">
          <span>
            {cv.name}{' '}
            <span className="faint">
              {sizeWords(cv.bytes.byteLength)}, kept on {dayWords(cv.added)}
            </span>
          </span>
          <span className="row">
            <Button size="small" onClick={() => saveFile(cv.name, new Uint8Array(cv.bytes), cv.type)}>
              Save a copy
            </Button>
            <Button size="small" look="quiet" onClick={() => commands.dropCv(target.id)}>
              Take it off
            </Button>
          </span>
        </div>
      ) : (
        <DropArea
          label="Drop your CV here, or choose it"
          hint="PDF or .docx, at most 10 MB"
          accept=".pdf,.docx"
          onFiles={(files) => void keep(files[0])}
        />
      )}
      {problem ? (
        <p className="notice" data-kind="problem" role="alert">
          {problem}
        </p>
      ) : null}
    </Part>
  );
}
