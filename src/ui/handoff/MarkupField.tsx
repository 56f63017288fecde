import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { MOST_PASTED, pastedText } from '#handoff/paste.ts';
import { Field } from '#ui/shared/Field.tsx';
import { enterInList, pasteInto, type Selected, toggleBold, toggleList } from './edit-markup.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/** Plain text with two tools: bold (Ctrl B) and list (Ctrl Shift 8). Formatted text that is pasted keeps both. */
export function MarkupField({ label, hint, rows, value, onText, onLeave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const select = useRef<Selected | null>(null);
  const [cut, setCut] = useState(false);
  useLayoutEffect(() => {
    const wanted = select.current;
    select.current = null;
    if (wanted && field.current?.value === wanted.text) field.current.setSelectionRange(wanted.start, wanted.end);
  });
  const change = (edit: (selected: Selected) => Selected | null): boolean => {
    const area = field.current;
    if (!area) return false;
    const next = edit({ text: area.value, start: area.selectionStart, end: area.selectionEnd });
    if (!next) return false;
    select.current = next;
    area.focus();
    onText(next.text);
    return true;
  };
  const keys = (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'b') {
      event.preventDefault();
      change(toggleBold);
    } else if (control && event.shiftKey && (event.key === '8' || event.code === 'Digit8')) {
      event.preventDefault();
      change(toggleList);
    } else if (event.key === 'Enter' && !event.shiftKey && change(enterInList)) event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    const { clipboardData } = event;
    const html = clipboardData.getData('text/html');
    const pasted = pastedText(html, clipboardData.getData('text/plain'));
    setCut(pasted.cut);
    // Plain words the field puts in itself.
    if (!pasted.cut && (html === '' || !/\n|\*\*|^- /.test(pasted.text))) return;
    event.preventDefault();
    change((selected) => pasteInto(selected, pasted.text));
  };
  return (
    <div className="letter-field">
      <Field label={label} {...(hint ? { hint } : {})}>
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="textarea"
            rows={rows}
            value={value}
            aria-keyshortcuts="Control+B"
            onChange={(event) => onText(event.target.value)}
            onKeyDown={keys}
            onPaste={paste}
            onBlur={onLeave}
          />
        )}
      </Field>
      {cut ? (
        <p className="faint" role="status">
          Only the first {MOST_PASTED.toLocaleString('en')} characters were taken. A page holds about 3,000.
        </p>
      ) : null}
      {rows > 1 ? (
        <div className="letter-tools">
          <Tool label="Bold" shown="B" onUse={() => change(toggleBold)} />
          <Tool label="List" shown="•" onUse={() => change(toggleList)} />
        </div>
      ) : null}
    </div>
  );
}

/** Keeps the selection in the field while it is pressed. */
function Tool({ label, shown, onUse }: { label: string; shown: string; onUse: () => void }) {
  return (
    <button
      type="button"
      className="letter-tool"
      aria-label={label}
      title={label}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {shown}
    </button>
  );
}
