import type { Import } from '#model/import.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { count, dayWords, nameIn } from '#ui/shared/words.ts';
import { kindWords } from './kind-words.ts';

/** Every import, the newest first, each with its undo for good. */
export function ImportHistory() {
  const imports = [...useWorkspace().imports.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  if (imports.length === 0) return null;
  return (
    <section className="import-section" aria-labelledby="import-history">
      <h2 id="import-history">Imports so far</h2>
      <p className="soft">
        Undoing an import removes only what nothing else says. People with your own words, asks or targets stay.
      </p>
      <ul className="import-list">
        {imports.map((one) => (
          <ImportRow key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

/** A file inside an archive is named by its archive. */
function outerName(name: string): string {
  const inner = name.toLowerCase().indexOf('.zip/');
  return inner < 0 ? name : name.slice(0, inner + 4);
}

function ImportRow({ one }: { one: Import }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const kinds = [...new Set(one.files.map((file) => kindWords(file.kind)))];
  const whose = one.owner === 'me' ? 'Yours' : `${nameIn(workspace, one.owner)}'s`;
  const files = [...new Set(one.files.map((file) => outerName(file.name)))].join(', ');
  return (
    <li>
      <div className="import-history-row">
        <div className="import-name">
          <h3>{files}</h3>
          <p className="faint">
            {dayWords(one.on)} · {whose} · {kinds.join(', ')} · {count(one.counts.added, 'new person', 'new people')},{' '}
            {count(one.counts.same, 'same', 'same')}, {count(one.counts.updated, 'updated', 'updated')}
          </p>
        </div>
        <Button
          size="small"
          onClick={() => void commands.undoImport(one.id)}
          aria-label={`Undo the import of ${files}`}
        >
          Undo this import
        </Button>
      </div>
    </li>
  );
}
