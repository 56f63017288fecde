import { type HTMLInputTypeAttribute, useEffect, useRef, useState } from 'react';
import { TextField } from '#ui/shared/Field.tsx';

/** A text field that keeps itself when it is left, Enter is pressed, or the screen or the tab goes; another change (undo) shows at once. */
export function KeptField({
  label,
  hint,
  value,
  type = 'text',
  autoComplete = 'off',
  placeholder,
  onKeep,
}: {
  label: string;
  hint?: string;
  value: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  placeholder?: string;
  onKeep: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const keep = () => {
    if (text.trim() !== value) onKeep(text.trim());
  };
  const leaving = useRef(keep);
  useEffect(() => {
    leaving.current = keep;
  });
  useEffect(() => {
    const leave = () => leaving.current();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      leave();
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
      onText={setText}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}
