import { useState } from 'react';
import type { NodeKey } from '#graph/drawing.ts';
import type { CompanyId, PersonId, TargetId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { saveFile } from '#ui/shared/save-file.ts';
import { today } from '#ui/shared/today.ts';
import { CLOSENESS_WORDS, companyIn, count } from '#ui/shared/words.ts';
import { labelOf } from './use-map.ts';

/** What can be done with the selected: look, label, tag, leave alone, ask who knows whom, save. */
export function Selection({
  keys,
  company,
  onFocus,
  onClosed,
  onClear,
}: {
  keys: readonly NodeKey[];
  /** Of one company: whether its people are drawn as one glyph. */
  company: 'closed' | 'open' | null;
  onFocus: (key: NodeKey) => void;
  onClosed: (company: CompanyId, closed: boolean) => void;
  onClear: () => void;
}) {
  const workspace = useWorkspace();
  const people = keys.filter((key): key is PersonId => key.startsWith('person:'));
  const [first] = keys;
  if (!first) return null;
  const person = keys.length === 1 ? workspace.people.get(first as PersonId) : undefined;
  return (
    <aside className="map-selection" aria-label="Selected on the map">
      <div className="row-apart">
        <strong>{keys.length === 1 ? labelOf(workspace, first) : count(keys.length, 'selected', 'selected')}</strong>
        <Button size="small" look="quiet" aria-label="Clear the selection" onClick={onClear}>
          Close
        </Button>
      </div>
      {person ? (
        <p className="faint">
          {[profileOf(person).position, companyIn(workspace, profileOf(person).company)].filter(Boolean).join(', ')}
        </p>
      ) : null}
      <div className="row">
        {keys.length === 1 && first !== 'me:me' ? (
          <Button size="small" onClick={() => onFocus(first)}>
            Focus
          </Button>
        ) : null}
        {company ? (
          <Button size="small" onClick={() => onClosed(first as CompanyId, company === 'open')}>
            {company === 'closed' ? 'Show its people' : 'Close the company'}
          </Button>
        ) : null}
        {keys.length === 1 && people[0] ? (
          <ButtonLink size="small" to={{ to: 'people', person: people[0] }}>
            Open card
          </ButtonLink>
        ) : null}
        {keys.length === 1 && first.startsWith('target:') ? (
          <ButtonLink size="small" to={{ to: 'target', id: first as TargetId }}>
            Open target
          </ButtonLink>
        ) : null}
      </div>
      {people.length > 0 ? <PeopleActions people={people} /> : null}
    </aside>
  );
}

function PeopleActions({ people }: { people: readonly PersonId[] }) {
  const { commands, exports } = useApp();
  const [tag, setTag] = useState('');
  const addTag = () => {
    const word = tag.trim();
    if (word !== '') commands.editPeople(people, ({ tags }) => ({ tags: [...new Set([...tags, word])] }));
    setTag('');
  };
  return (
    <>
      <fieldset className="field">
        <legend className="field-label">How close are you?</legend>
        <div className="row">
          {CLOSENESS_WORDS.map(({ value, label }) => (
            <Button
              key={value}
              size="small"
              title={label}
              aria-label={`${value}: ${label}`}
              onClick={() => commands.label(people, value)}
            >
              {value}
            </Button>
          ))}
        </div>
      </fieldset>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          addTag();
        }}
      >
        <input
          className="input map-tag"
          aria-label="Tag"
          placeholder="Tag"
          maxLength={60}
          value={tag}
          onChange={(event) => setTag(event.target.value)}
        />
        <Button size="small" type="submit">
          Add tag
        </Button>
      </form>
      <div className="row">
        <Button
          size="small"
          onClick={() =>
            commands.editPeople(people, () => ({ doNotContact: { on: today(), reason: 'Chosen on the map' } }))
          }
        >
          Do not contact
        </Button>
        <Button
          size="small"
          onClick={() => void exports.peopleCsv(people).then(({ name, bytes, type }) => saveFile(name, bytes, type))}
        >
          Save as CSV
        </Button>
        {people.length > 1 ? (
          <ButtonLink size="small" to={{ to: 'who-knows-whom', selected: true }}>
            Who knows whom among them
          </ButtonLink>
        ) : null}
      </div>
    </>
  );
}
