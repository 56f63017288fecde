import type { CodePageChoice } from '#intake/types.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';

/** A file that does not say how its letters are written: how it was read, and the other ways to read it. */
export function CodePages({ file, codePage: { sure, choices } }: { file: string; codePage: CodePageChoice }) {
  const [now] = choices;
  if (!now) return null;
  return (
    <details open={!sure}>
      <summary>
        {sure
          ? `Letters read as ${now.label}. Do they look wrong?`
          : `It is not clear how the letters of this file are written. Read as ${now.label}: does it look right?`}
      </summary>
      <ul className="code-pages">
        {choices.map((choice) => (
          <Choice key={choice.page} file={file} choice={choice} isNow={choice === now} />
        ))}
      </ul>
    </details>
  );
}

function Choice({
  file,
  choice: { page, label, lines },
  isNow,
}: {
  file: string;
  choice: CodePageChoice['choices'][number];
  isNow: boolean;
}) {
  const { commands } = useApp();
  return (
    <li className="code-page">
      <div className="stack-tight">
        <p className="faint">{label}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {isNow ? (
        <p className="faint">read so now</p>
      ) : (
        <Button size="small" aria-label={`Read as ${label}`} onClick={() => void commands.readAs(file, page)}>
          Read it so
        </Button>
      )}
    </li>
  );
}
