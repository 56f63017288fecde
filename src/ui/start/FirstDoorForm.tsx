import { type FormEvent, useState } from 'react';
import type { Statement } from '#model/tie.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Choice, TextField } from '#ui/shared/Field.tsx';
import { go } from '#ui/shared/route.ts';
import { CLOSENESS_WORDS, firstName } from '#ui/shared/words.ts';

interface Draft {
  readonly title: string;
  readonly company: string;
  readonly manager: string;
  readonly friend: string;
  readonly how: Statement['how'] | null;
  readonly says: Statement['says'] | null;
  readonly closeness: Closeness | null;
}

type Closeness = (typeof CLOSENESS_WORDS)[number]['value'];

const NOTHING: Draft = { title: '', company: '', manager: '', friend: '', how: null, says: null, closeness: null };

const NAMES = [
  { field: 'title', label: 'Role', placeholder: 'Head of Operations', missing: 'Which role do you want?' },
  { field: 'company', label: 'Company', placeholder: 'Acme', missing: 'At which company?' },
  { field: 'manager', label: 'Hiring manager', placeholder: 'Marta Silva', missing: 'Who would be your boss there?' },
  { field: 'friend', label: 'Friend', placeholder: 'Ana Costa', missing: 'Which friend do you have in mind?' },
] as const;

/** Four names, how you know and how well: straight on to the target page. */
export function FirstDoorForm() {
  const { commands } = useApp();
  const [draft, setDraft] = useState(NOTHING);
  const [tried, setTried] = useState(false);
  const friend = firstName(draft.friend) || 'your friend';
  const manager = firstName(draft.manager) || 'the hiring manager';

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const { how, says, closeness } = draft;
    const blank = NAMES.find(({ field }) => draft[field].trim() === '');
    if (blank || !how || !says) {
      const first = blank ? `[name="${blank.field}"]` : '.start-statement [data-missing] input';
      event.currentTarget.querySelector<HTMLInputElement>(first)?.focus();
      return;
    }
    const names = { title: draft.title, company: draft.company, manager: draft.manager, friend: draft.friend };
    go({ to: 'target', id: commands.firstDoor({ ...names, how, says, closeness }) });
  };

  return (
    <form className="start-form" onSubmit={submit} noValidate>
      <div className="start-names">
        {NAMES.map(({ field, label, placeholder, missing }) => (
          <TextField
            key={field}
            name={field}
            label={label}
            placeholder={placeholder}
            autoComplete="off"
            required
            value={draft[field]}
            onText={(text) => setDraft({ ...draft, [field]: text })}
            {...(tried && draft[field].trim() === '' ? { error: missing } : {})}
          />
        ))}
      </div>
      <div className="start-statement">
        <div data-missing={draft.says === null || undefined}>
          <Choice
            label={`How well does ${friend} know ${manager}?`}
            value={draft.says}
            options={[
              { value: 'well', label: 'Knows well' },
              { value: 'know', label: 'Knows' },
              { value: 'met', label: 'Has met' },
            ]}
            onChoose={(says) => setDraft({ ...draft, says })}
          />
          {tried && draft.says === null ? <p className="field-error">Choose one. "Has met" is fine.</p> : null}
        </div>
        <div data-missing={draft.how === null || undefined}>
          <Choice
            label="How do you know?"
            value={draft.how}
            options={[
              { value: 'told', label: `${draft.friend.trim() ? friend : 'My friend'} told me` },
              { value: 'seen', label: 'I have seen them work together' },
              { value: 'think', label: 'I think so' },
            ]}
            onChoose={(how) => setDraft({ ...draft, how })}
          />
          {draft.how === 'think' ? (
            <p className="field-hint">Fine. It stays a lead until {friend} says so, and the first step is to ask.</p>
          ) : null}
          {tried && draft.how === null ? <p className="field-error">Choose how you know.</p> : null}
        </div>
        <Choice
          label={`How close are you to ${friend}?`}
          hint="You can leave this open."
          value={draft.closeness === null ? null : String(draft.closeness)}
          options={CLOSENESS_WORDS.map(({ value, label }) => ({ value: String(value), label }))}
          onChoose={(chosen) => {
            const word = CLOSENESS_WORDS.find(({ value }) => String(value) === chosen);
            setDraft({ ...draft, closeness: word?.value ?? null });
          }}
        />
      </div>
      <div>
        <Button type="submit" look="primary">
          Find the way in
        </Button>
      </div>
    </form>
  );
}
