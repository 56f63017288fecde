import { Button } from '#ui/shared/Button.tsx';
import { sizeWords } from '#ui/shared/size-words.ts';
import { count } from '#ui/shared/words.ts';
import type { ReadProgress } from '#worker/service.ts';

/** Bytes, rows and cancel while the worker reads. */
export function Reading({
  progress,
  files,
  onCancel,
}: {
  progress: ReadProgress | null;
  files: readonly File[];
  onCancel: () => void;
}) {
  const total = progress?.total ?? files.reduce((sum, file) => sum + file.size, 0);
  const bytes = progress?.bytes ?? 0;
  return (
    <div className="screen import">
      <h1>Reading</h1>
      <section className="card stack" aria-label="Progress">
        <p>{progress?.file ?? files.map((file) => file.name).join(', ')}</p>
        <progress className="import-progress" max={Math.max(total, 1)} value={bytes} aria-label="Bytes read" />
        <div className="row-apart">
          <p className="faint number">
            {sizeWords(bytes)} of {sizeWords(total)}
            {progress && progress.rows > 0 ? ` · ${count(progress.rows, 'row')}` : ''}
          </p>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
        <p className="faint">Nothing is stored yet. The files are read on this computer and stay here.</p>
      </section>
    </div>
  );
}
