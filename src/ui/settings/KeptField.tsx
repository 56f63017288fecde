import { type HTMLInputTypeAttribute, useEffect, useRef } from 'react';
import { TextField } from '#ui/shared/Field.tsx';
import { trimmed, useDraft } from '#ui/shared/use-draft.ts';

/** A text field that keeps itself while it is typed in; another change (undo, another tab) shows at once. */
export function KeptField({
  label,
  hint,
  value,
  type = 'text',
  autoComplete = 'off',
  placeholder,
  onKeep,
  onLeave,
}: {
  label: string;
  hint?: string;
  value: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  placeholder?: string;
  onKeep: (text: string) => void;
  /** Once the word is whole: the field was left, Enter pressed, or the screen or the page goes. */
  onLeave?: (text: string) => void;
}) {
  const { value: text, set, leave } = useDraft(value, onKeep, trimmed);
  const left = useRef(() => {});
  const typed = useRef(false);
  useEffect(() => {
    left.current = () => {
      leave();
      if (typed.current) onLeave?.(text.trim());
      typed.current = false;
    };
  });
  useEffect(() => {
    const go = () => left.current();
    window.addEventListener('visibilitychange', go, true);
    return () => {
      window.removeEventListener('visibilitychange', go, true);
      go();
    };
  }, []);
  return (
    <TextField
      label={label}
      {...(hint ? { hint } : {})}
      {...(placeholder ? { placeholder } : {})}
      type={type}
      autoComplete={autoComplete}
      value={text}
      onText={(next) => {
        typed.current = true;
        set(next);
      }}
      onBlur={() => left.current()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') left.current();
      }}
    />
  );
}
