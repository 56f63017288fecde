import { type HTMLInputTypeAttribute, useEffect, useState } from 'react';
import { TextField } from '#ui/shared/Field.tsx';

/** A text field that keeps itself when it is left or Enter is pressed; another change (undo) shows at once. */
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
