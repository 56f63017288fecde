import './person-picker.css';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import { useWorkspace } from './app.tsx';
import { Field } from './Field.tsx';
import { personHits } from './person-hits.ts';
import { nameIn } from './words.ts';

/** Somebody known, or a name nobody has yet. */
export type Picked = { readonly id: PersonId } | { readonly name: string };

const SHOWN = 7;
const NOBODY: readonly PersonId[] = [];

/** A text field that finds people while you type; with `allowNew` a name nobody has can be taken as it is. */
export function PersonPicker({
  label,
  hint,
  placeholder = 'Type a name',
  without = NOBODY,
  allowNew = false,
  onPick,
}: {
  label: string;
  hint?: string;
  placeholder?: string;
  without?: readonly PersonId[];
  allowNew?: boolean;
  onPick: (picked: Picked) => void;
}) {
  const workspace = useWorkspace();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(typed);
  const hits = useMemo(
    () =>
      personHits(workspace, asked, SHOWN + without.length)
        .filter((hit) => !without.includes(hit.id))
        .slice(0, SHOWN),
    [workspace, asked, without],
  );
  const newcomer = (text: string) => (allowNew && text.trim() !== '' ? text.trim() : null);
  // Somebody new is offered once those already here have been looked for, not a moment before.
  const fresh = newcomer(asked);
  const options: { id: string; picked: Picked; label: string; detail: string }[] = [
    ...hits.map((hit) => ({ id: hit.id as string, picked: { id: hit.id }, label: hit.name, detail: hit.detail })),
    ...(fresh ? [{ id: 'new', picked: { name: fresh }, label: `New person: ${fresh}`, detail: '' }] : []),
  ];
  const shown = open && options.length > 0;
  const active = options[Math.min(at, options.length - 1)];

  const take = (picked: Picked) => {
    setTyped('');
    setOpen(false);
    onPick(picked);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt(shown ? (at + step + options.length) % options.length : 0);
      setOpen(true);
    } else if (event.key === 'Enter' && open && (active || asked !== typed)) {
      event.preventDefault();
      // The list may still be that of fewer letters: Enter means what is typed now.
      const first =
        asked === typed
          ? undefined
          : personHits(workspace, typed, SHOWN + without.length).find(({ id }) => !without.includes(id));
      if (asked === typed) {
        if (active) take(active.picked);
      } else if (first) take({ id: first.id });
      else {
        const name = newcomer(typed);
        if (name) take({ name });
      }
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list closes when the focus leaves field and list
    <div
      className="person-picker"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}
    >
      <Field label={label} {...(hint ? { hint } : {})}>
        {(control) => (
          <input
            {...control}
            className="input"
            role="combobox"
            aria-expanded={shown}
            aria-controls={list}
            aria-autocomplete="list"
            {...(shown && active ? { 'aria-activedescendant': `${list}-${active.id}` } : {})}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div id={list} role="listbox" aria-label={label} className="person-picker-list" hidden={!shown}>
        {options.map((option) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: keys are handled by the combobox
          <div
            key={option.id}
            id={`${list}-${option.id}`}
            role="option"
            aria-selected={option === active}
            className="person-picker-hit"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(option.picked)}
          >
            <span>{option.label}</span>
            <span className="person-picker-detail">{option.detail}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Who was picked, by name. */
export function usePickedName(picked: Picked | null): string {
  const workspace = useWorkspace();
  if (!picked) return '';
  return 'id' in picked ? nameIn(workspace, picked.id) : picked.name;
}
