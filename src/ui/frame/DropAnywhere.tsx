import { useEffect, useState } from 'react';
import { go } from '#ui/shared/route.ts';
import { stage } from '#ui/shared/staged.ts';

/** Files dropped anywhere on the window go to Import, where they are looked at before anything is stored. */
export function DropAnywhere() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      void stage([...(event.dataTransfer?.files ?? [])]);
      go({ to: 'import' });
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return over ? (
    <div className="drop-veil" aria-hidden="true">
      <p>Drop the files to look at them. Nothing is stored before you say so.</p>
    </div>
  ) : null;
}
