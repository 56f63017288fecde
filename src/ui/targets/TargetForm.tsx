import './targets.css';
import { type FormEvent, useState } from 'react';
import { useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Field, TextField } from '#ui/shared/Field.tsx';
import { ManagerPicker } from '#ui/target/ManagerPicker.tsx';
import { readAdvert } from './advert.ts';
import { companyOf, type Draft } from './draft.ts';
import { Groups } from './Groups.tsx';

interface Props {
  readonly start: Draft;
  readonly submit: string;
  readonly onSubmit: (draft: Draft) => void;
  readonly onCancel: () => void;
}

/** Title, company and manager first; the rest can wait. */
export function TargetForm({ start, submit, onSubmit, onCancel }: Props) {
  const workspace = useWorkspace();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const missing = { title: draft.title.trim() === '', company: draft.company.trim() === '' };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const first = missing.title ? 'title' : missing.company ? 'company' : null;
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    else onSubmit(draft);
  };
  return (
    <form className="stack targets-form" onSubmit={send} noValidate>
      <PasteAdvert draft={draft} onDraft={setDraft} />
      <TextField
        name="title"
        label="Role"
        value={draft.title}
        autoComplete="off"
        onText={(title) => set({ title })}
        {...(tried && missing.title ? { error: 'Which role do you want?' } : {})}
      />
      <TextField
        name="company"
        label="Company"
        value={draft.company}
        autoComplete="off"
        onText={(company) => set({ company })}
        {...(tried && missing.company ? { error: 'At which company?' } : {})}
      />
      <ManagerPicker
        company={companyOf(workspace, draft.company)}
        title={draft.title}
        value={draft.manager}
        onChoose={(manager) => set({ manager })}
      />
      <div className="stack-tight">
        <h2 className="targets-more">More, if you know it</h2>
        <p className="faint">All of this can wait. What would change the move is asked when it matters.</p>
        <Groups draft={draft} onDraft={setDraft} />
      </div>
      <div className="row">
        <Button type="submit" look="primary">
          {submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function PasteAdvert({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const [said, setSaid] = useState('');
  const [before, setBefore] = useState({ title: '', company: '' });
  // Only what is empty or came from the ad is filled in: words typed by hand stay.
  const fill = (now: string, was: string, found: string) => (now === '' || now === was ? found || now : now);
  const read = (text: string) => {
    const found = readAdvert(text);
    setBefore(found);
    const { details } = draft;
    onDraft({
      ...draft,
      title: fill(draft.title, before.title, found.title),
      company: fill(draft.company, before.company, found.company),
      details: {
        ...details,
        advert: text.slice(0, 20_000),
        requisition: found.requisition || details.requisition,
        link: found.link || details.link,
      },
    });
    const parts = [found.title && `role "${found.title}"`, found.company && `company "${found.company}"`].filter(
      Boolean,
    );
    setSaid(
      text.trim() === ''
        ? ''
        : parts.length > 0
          ? `Read from the ad: ${parts.join(' and ')}. Please check.`
          : 'The ad does not say the role or the company plainly. Please type them.',
    );
  };
  return (
    <details className="targets-advert" open={draft.details.advert !== ''}>
      <summary>Paste a job ad</summary>
      <Field label="Job ad" hint="Role and company are read out of it. It stays on this computer.">
        {(control) => (
          <textarea
            {...control}
            className="textarea"
            value={draft.details.advert}
            onChange={(event) => read(event.target.value)}
          />
        )}
      </Field>
      <p role="status" className="faint">
        {said}
      </p>
    </details>
  );
}
