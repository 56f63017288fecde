import './person.css';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PersonId } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import { AnswerFailed } from '#ui/shared/AnswerFailed.tsx';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { Choice } from '#ui/shared/Field.tsx';
import { CLOSENESS_WORDS, companyIn, dayWords } from '#ui/shared/words.ts';
import { AskedOf } from './AskedOf.tsx';
import { closenessOf } from './closeness.ts';
import { DeletePerson } from './DeletePerson.tsx';
import { EditPerson } from './EditPerson.tsx';
import { MyTieSection } from './MyTieSection.tsx';
import { Opens } from './Opens.tsx';
import { PersonFlags } from './PersonFlags.tsx';
import { PersonSources } from './PersonSources.tsx';
import { TiesToOthers } from './TiesToOthers.tsx';

/** Everything known of one person, with where each fact comes from. Beside the table, or over it on a phone. */
export function PersonCard({ id, onClose }: { id: PersonId; onClose: () => void }) {
  const person = useWorkspace().people.get(id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      className="person"
      aria-label="Person"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) onClose();
      }}
    >
      <div className="person-close">
        <Button look="quiet" size="small" onClick={onClose}>
          Close
        </Button>
      </div>
      {person ? (
        <Known person={person} heading={heading} onGone={onClose} />
      ) : (
        <header className="person-head">
          <h2 ref={heading} tabIndex={-1}>
            This person is not here any more
          </h2>
          <p className="soft">They may have been removed, or the address is from another workspace.</p>
        </header>
      )}
    </aside>
  );
}

function Known({
  person,
  heading,
  onGone,
}: {
  person: Person;
  heading: React.RefObject<HTMLHeadingElement | null>;
  onGone: () => void;
}) {
  const { queries } = useApp();
  const answer = useAnswer((signal) => queries.person(person.id, signal), person.id);
  const shown = latest(answer);
  return (
    <div className="person-body">
      <Head person={person} heading={heading} />
      <Closeness person={person} />
      {shown ? (
        <>
          <MyTieSection person={person} shown={shown} />
          <TiesToOthers person={person} ties={shown.ties} />
          <Opens person={person} opens={shown.opens} />
        </>
      ) : (
        <>
          <AnswerFailed answer={answer} />
          {answer.is === 'waiting' ? <p className="faint">Reading the evidence</p> : null}
        </>
      )}
      <AskedOf person={person} />
      <PersonFlags person={person} />
      <EditPerson person={person} />
      <PersonSources person={person} />
      <DeletePerson person={person} onGone={onGone} />
    </div>
  );
}

function Head({ person, heading }: { person: Person; heading: React.RefObject<HTMLHeadingElement | null> }) {
  const workspace = useWorkspace();
  const profile = profileOf(person);
  const job = [profile.position, companyIn(workspace, profile.company)].filter(Boolean).join(', ');
  return (
    <header className="person-head">
      <h2 ref={heading} tabIndex={-1}>
        {profile.name || 'Somebody without a name'}
      </h2>
      {job ? <p>{job}</p> : null}
      {profile.asOf ? <p className="faint">as of {dayWords(profile.asOf)}</p> : null}
      <p className="row">
        {profile.emails.slice(0, 2).map((email) => (
          <a key={email} href={`mailto:${encodeURIComponent(email)}`}>
            {email}
          </a>
        ))}
        {profile.phones.slice(0, 1).map((phone) => (
          <a key={phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        ))}
        {profile.profile ? (
          <a
            href={`https://www.linkedin.com/in/${encodeURIComponent(profile.profile)}`}
            target="_blank"
            rel="noreferrer noopener"
          >
            LinkedIn profile
          </a>
        ) : null}
      </p>
      <div>
        <ButtonLink to={{ to: 'map', focus: person.id }} size="small">
          See on the map
        </ButtonLink>
      </div>
    </header>
  );
}

const CLOSE_OPTIONS = CLOSENESS_WORDS.map(({ value, label }) => ({
  value: String(value),
  label: `${value} · ${label}`,
}));

function Closeness({ person }: { person: Person }): ReactNode {
  const { commands } = useApp();
  const { closeness, closenessOn, closenessAssumed } = person.own;
  return (
    <section className="person-section">
      <Choice
        label="How close are you?"
        hint={
          closenessOn
            ? `You said so on ${dayWords(closenessOn)}.`
            : closenessAssumed
              ? 'Assumed: would recognise me. Say it yourself, or change it.'
              : 'Your own word counts most.'
        }
        value={closeness === undefined || closenessAssumed ? null : String(closeness)}
        options={CLOSE_OPTIONS}
        onChoose={(value) => commands.label([person.id], closenessOf(value) ?? null)}
      />
      {closeness === undefined ? null : (
        <div>
          <Button look="quiet" size="small" onClick={() => commands.label([person.id], null)}>
            Take it back
          </Button>
        </div>
      )}
    </section>
  );
}
