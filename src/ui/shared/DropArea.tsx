import './drop-area.css';
import { useId, useState } from 'react';

/** A place to drop files and, for everybody else, a native file field under the same words. */
export function DropArea({
  label,
  hint,
  accept = '.csv,.tsv,.txt,.zip,.vcf,.ics,.mbox,.eml,.json,.handcarry',
  onFiles,
}: {
  label: string;
  hint: string;
  accept?: string;
  onFiles: (files: readonly File[]) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <label
      className="drop-area"
      htmlFor={id}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        id={id}
        className="drop-area-input"
        type="file"
        multiple
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <span className="drop-area-label">{label}</span>
      <span id={`${id}-hint`} className="drop-area-hint">
        {hint}
      </span>
    </label>
  );
}
