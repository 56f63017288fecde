import { type FormEvent, useState } from 'react';
import { type Person, profileOf } from '#model/person.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Field, TextField } from '#ui/shared/Field.tsx';
import { companyIn } from '#ui/shared/words.ts';

/** Your own words on a person; they go before every file and no import touches them. */
export function EditPerson({ person }: { person: Person }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="person-section" aria-labelledby="person-edit">
      <div className="row-apart">
        <h3 id="person-edit">Your words</h3>
        {open ? null : (
          <Button size="small" onClick={() => setOpen(true)}>
            Edit
          </Button>
        )}
      </div>
      {open ? <Form person={person} onDone={() => setOpen(false)} /> : <Said person={person} />}
    </section>
  );
}

function Said({ person }: { person: Person }) {
  const { note, tags } = person.own;
  if (!note && tags.length === 0)
    return <p className="soft">No note, no tags. Edit name, company, note and tags here.</p>;
  return (
    <>
      {note ? <p className="person-note">{note}</p> : null}
      {tags.length > 0 ? (
        <p className="row">
          {tags.map((tag) => (
            <span key={tag} className="chip">
              {tag}
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}

function Form({ person, onDone }: { person: Person; onDone: () => void }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const profile = profileOf(person);
  const before = {
    name: profile.name,
    company: companyIn(workspace, profile.company),
    position: profile.position,
    email: profile.emails[0] ?? '',
    phone: profile.phones[0] ?? '',
    tags: person.own.tags.join(', '),
    note: person.own.note,
  };
  const [draft, setDraft] = useState(before);
  const set = (field: keyof typeof before) => (text: string) => setDraft({ ...draft, [field]: text });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = (field: keyof typeof before) => draft[field].trim() !== before[field];
    const company = draft.company.trim();
    commands.editPerson(person.id, {
      ...(changed('name') && draft.name.trim() ? { name: draft.name.trim() } : {}),
      ...(changed('company') ? { company: company ? commands.companyNamed(company) : null } : {}),
      ...(changed('position') ? { position: draft.position.trim() } : {}),
      ...(changed('email') ? { email: draft.email.trim() } : {}),
      ...(changed('phone') ? { phone: draft.phone.trim() } : {}),
      tags: [
        ...new Set(
          draft.tags
            .split(',')
            .map((tag) => tag.trim())
            .filter(Boolean),
        ),
      ],
      note: draft.note.trim(),
    });
    onDone();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField label="Name" value={draft.name} onText={set('name')} autoComplete="off" />
      <TextField label="Company" value={draft.company} onText={set('company')} autoComplete="off" />
      <TextField label="Position" value={draft.position} onText={set('position')} autoComplete="off" />
      <TextField label="E-mail" type="email" value={draft.email} onText={set('email')} autoComplete="off" />
      <TextField label="Phone" type="tel" value={draft.phone} onText={set('phone')} autoComplete="off" />
      <TextField label="Tags" hint="Parted by commas" value={draft.tags} onText={set('tags')} autoComplete="off" />
      <Field label="Note">
        {(control) => (
          <textarea
            {...control}
            className="textarea"
            value={draft.note}
            onChange={(event) => set('note')(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button type="submit">Keep changes</Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
