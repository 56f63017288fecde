import { useState } from 'react';
import { asksFor } from '#handoff/ask-history.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { ASK_WORDS, STAGE_WORDS } from '#ui/shared/words.ts';
import type { TargetView } from './use-target.ts';

/** One page about this target for somebody who advises you. */
export function CaseSheet({ view: { target, selected } }: { view: TargetView }) {
  const { exports } = useApp();
  const workspace = useWorkspace();
  const [says, setSays] = useState('');
  const save = () => {
    setSays('Writing the page');
    const ask = asksFor(workspace, target.id)[0];
    const stands = { stage: STAGE_WORDS[target.stage], ask: ask ? ASK_WORDS[ask.state].toLowerCase() : '' };
    exports.caseSheet(target.id, selected, stands).then(
      (made) => {
        if (made.ok) saveFile(made.value.name, made.value.bytes, made.value.type);
        setSays(made.ok ? `Saved "${made.value.name}". Read it before you give it away.` : made.error);
      },
      () => setSays('The page could not be written. Reload and try again; nothing is lost.'),
    );
  };
  return (
    <details>
      <summary>A page for your coach</summary>
      <div className="stack-tight">
        <p>Target, way in, move and letter on one page. Other people are named by their initials.</p>
        <div>
          <Button size="small" onClick={save}>
            Save the case sheet as PDF
          </Button>
        </div>
        <p role="status" className="faint">
          {says}
        </p>
      </div>
    </details>
  );
}
