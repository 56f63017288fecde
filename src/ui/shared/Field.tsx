import { type InputHTMLAttributes, type KeyboardEvent, type ReactNode, useId } from 'react';

/** Label, control, hint and error, tied together for the screen reader. `children` gets the control's id and description. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string;
  error?: string;
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const id = useId();
  const about = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, ...(about ? { 'aria-describedby': about } : {}), ...(error ? { 'aria-invalid': true } : {}) })}
      {hint && !error ? (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
    </div>
  );
}

interface TextProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'className' | 'id'> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly onText: (text: string) => void;
}

export function TextField({ label, hint, error, onText, ...rest }: TextProps) {
  return (
    <Field label={label} {...(hint ? { hint } : {})} {...(error ? { error } : {})}>
      {(control) => <input {...rest} {...control} className="input" onChange={(event) => onText(event.target.value)} />}
    </Field>
  );
}

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/**
 * A few answers side by side, as native radio buttons. "Don't know" is always among them where asked. With `atOnce`
 * an answer acts at once, and the question may go with it: arrow keys only move, Space or Enter answers.
 */
export function Choice<T extends string>({
  label,
  hint,
  value,
  options,
  atOnce = false,
  onChoose,
}: {
  label: string;
  hint?: string;
  value: T | null;
  options: readonly Option<T>[];
  atOnce?: boolean;
  onChoose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="field" {...(hint ? { 'aria-describedby': `${name}-hint` } : {})}>
      <legend className="field-label">{label}</legend>
      {hint ? (
        <span className="field-hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      <div className="choice">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChoose(option.value)}
              {...(atOnce ? { onKeyDown: moveOrPress } : {})}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const STEPS = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

function moveOrPress(event: KeyboardEvent<HTMLInputElement>): void {
  const radio = event.currentTarget;
  const all = [...(radio.closest('fieldset')?.querySelectorAll('input') ?? [])];
  const step = STEPS.get(event.key);
  if (step !== undefined) all.at((all.indexOf(radio) + step) % all.length)?.focus();
  else if (event.key === 'Enter') radio.click();
  else return;
  event.preventDefault();
}

export const YES_NO: readonly Option<'yes' | 'no' | 'unknown'>[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: "Don't know" },
];
