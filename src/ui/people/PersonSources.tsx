import { useMemo, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import type { Person, Sighting } from '#model/person.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { PersonPicker } from '#ui/shared/PersonPicker.tsx';
import { go } from '#ui/shared/route.ts';
import { companyIn, dayWords, nameIn } from '#ui/shared/words.ts';

const WHY: Record<Sighting['why'], string> = {
  new: 'first seen here',
  profile: 'same profile',
  'e-mail': 'same e-mail',
  'name-and-company': 'same name and company',
  'name-and-date': 'same name and date of connection',
  'name-and-phone': 'same name and phone',
  'name-on-list': 'the only one of this name on your list',
  'you-said-so': 'you said so',
};

/** Which rows of which files make up this person; take some out, or put another person in. */
export function PersonSources({ person }: { person: Person }) {
  const { commands } = useApp();
  const [split, setSplit] = useState<ReadonlySet<number>>(new Set());
  const toggle = (at: number) => {
    const next = new Set(split);
    if (!next.delete(at)) next.add(at);
    setSplit(next);
  };
  const many = person.sightings.length > 1;
  return (
    <section className="person-section" aria-labelledby="person-sources">
      <h3 id="person-sources">Where this comes from</h3>
      {person.sightings.length === 0 ? <p className="soft">Entered by hand; no file says anything.</p> : null}
      <ul className="person-sources">
        {person.sightings.map((sighting, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the name of a sighting
          <li key={at}>
            {many ? (
              <label className="person-tick">
                <input type="checkbox" checked={split.has(at)} onChange={() => toggle(at)} />
                <SightingText sighting={sighting} />
              </label>
            ) : (
              <SightingText sighting={sighting} />
            )}
          </li>
        ))}
      </ul>
      {many ? (
        <div className="stack-tight">
          <p className="faint">Two people in one? Tick the rows that belong to somebody else.</p>
          <div>
            <Button
              size="small"
              disabled={split.size === 0 || split.size === person.sightings.length}
              onClick={() => go({ to: 'people', person: commands.splitPerson(person.id, [...split]) })}
            >
              Make them another person
            </Button>
          </div>
        </div>
      ) : null}
      <Merge person={person} />
    </section>
  );
}

function SightingText({ sighting }: { sighting: Sighting }) {
  const workspace = useWorkspace();
  const job = [sighting.position, companyIn(workspace, sighting.company)].filter(Boolean).join(', ');
  return (
    <span>
      {sighting.name}
      {job ? <span className="soft">, {job}</span> : null}
      <br />
      <span className="faint">
        {sighting.file}, row {sighting.row}, {dayWords(sighting.seen)} · {WHY[sighting.why]}
        {sighting.gone ? ` · gone from the list since ${dayWords(sighting.gone)}` : ''}
      </span>
    </span>
  );
}

function Merge({ person }: { person: Person }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const [other, setOther] = useState<PersonId | null>(null);
  const without = useMemo(() => [person.id], [person.id]);
  if (!other || !workspace.people.has(other)) {
    return (
      <PersonPicker
        label="Same person as somebody else?"
        hint="Merging keeps every fact of both."
        without={without}
        onPick={(picked) => setOther('id' in picked ? picked.id : null)}
      />
    );
  }
  return (
    <div className="notice stack-tight">
      <p>
        Everything known of {nameIn(workspace, other)} moves to {nameIn(workspace, person.id)}. You can undo it.
      </p>
      <div className="row">
        <Button
          size="small"
          onClick={() => {
            commands.mergePeople(person.id, other);
            setOther(null);
          }}
        >
          Merge them
        </Button>
        <Button look="quiet" size="small" onClick={() => setOther(null)}>
          Keep two people
        </Button>
      </div>
    </div>
  );
}
