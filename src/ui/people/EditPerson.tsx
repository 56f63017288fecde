import { type FormEvent, useState } from 'react';
import { type Person, type Place, profileOf } from '#model/person.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { Field, TextField } from '#ui/shared/Field.tsx';
import { today } from '#ui/shared/today.ts';
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

const PLACE = ['department', 'office', 'since'] as const;

/** Only what was typed here becomes the user's own word; what a file says stays the file's. */
function placeAt(
  company: Place['company'],
  draft: Record<(typeof PLACE)[number], string>,
  changed: (field: (typeof PLACE)[number]) => boolean,
  before?: Place,
): Place {
  const word = (field: 'department' | 'office') => (changed(field) ? draft[field].trim() : (before?.[field] ?? ''));
  const year = Number(/\b(19|20)\d\d\b/.exec(draft.since)?.[0] ?? 0);
  return { company, department: word('department'), office: word('office'), since: year || null, on: today() };
}

function Form({ person, onDone }: { person: Person; onDone: () => void }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const profile = profileOf(person);
  const place = person.own.place?.company === profile.company ? person.own.place : undefined;
  const before = {
    name: profile.name,
    company: companyIn(workspace, profile.company),
    position: profile.position,
    department: place?.department ?? profile.department,
    office: place?.office ?? person.sightings.find(({ company }) => company === profile.company)?.office ?? '',
    since: place?.since ? String(place.since) : '',
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
    commands.together(`Edit of ${before.name || 'a person'}`, () => keep(changed));
    onDone();
  };
  const keep = (changed: (field: keyof typeof before) => boolean) => {
    const company = draft.company.trim();
    const at = changed('company') ? (company ? commands.companyNamed(company) : null) : profile.company;
    const placed = PLACE.some(changed);
    commands.editPerson(person.id, {
      ...(placed
        ? { place: at ? placeAt(at, draft, changed, place?.company === at ? place : undefined) : undefined }
        : {}),
      ...(changed('name') && draft.name.trim() ? { name: draft.name.trim() } : {}),
      ...(changed('company') ? { company: at } : {}),
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
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField label="Name" value={draft.name} onText={set('name')} autoComplete="off" />
      <TextField label="Company" value={draft.company} onText={set('company')} autoComplete="off" />
      <TextField label="Position" value={draft.position} onText={set('position')} autoComplete="off" />
      <div className="person-place">
        <TextField label="Department or team" value={draft.department} onText={set('department')} autoComplete="off" />
        <TextField label="Office or city" value={draft.office} onText={set('office')} autoComplete="off" />
        <TextField
          label="There since"
          hint="The year. With department and office it sharpens who knows whom there."
          inputMode="numeric"
          value={draft.since}
          onText={set('since')}
          autoComplete="off"
        />
      </div>
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
