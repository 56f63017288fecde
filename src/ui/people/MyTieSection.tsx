import type { Person } from '#model/person.ts';
import { useApp } from '#ui/shared/app.tsx';
import { today } from '#ui/shared/today.ts';
import { BAND_WORDS, dayWords, STANDING_WORDS } from '#ui/shared/words.ts';
import type { PersonShown } from '#worker/service.ts';
import { ChanceSum } from './ChanceSum.tsx';
import { EvidenceList } from './EvidenceList.tsx';

const KNOWN = [
  { how: 'worked', label: 'We worked together' },
  { how: 'studied', label: 'We studied together' },
  { how: 'met', label: 'We have met' },
] as const;

/** You and this person: state, band, evidence, and what would make it warmer. */
export function MyTieSection({ person, shown }: { person: Person; shown: PersonShown }) {
  const { mine } = shown;
  const percent = mine.percent === null ? '' : `, ${mine.percent} % chance they answer within 14 days`;
  return (
    <section className="person-section" aria-labelledby="person-mine">
      <h3 id="person-mine">You and {nameOr(person)}</h3>
      <p>
        {mine.standing === null
          ? 'No tie of yours: known only from another list.'
          : `${capital(STANDING_WORDS[mine.standing])} · ${BAND_WORDS[mine.band]}${percent}.`}
      </p>
      <EvidenceList evidence={shown.evidence} />
      <ChanceSum mine={mine} sum={shown.sum} />
      {shown.missing.length > 0 ? (
        <details>
          <summary>Why not warmer?</summary>
          <ul className="person-missing">
            {shown.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <HowKnown person={person} />
    </section>
  );
}

function HowKnown({ person }: { person: Person }) {
  const { commands } = useApp();
  const { known } = person.own;
  const toggle = (how: (typeof KNOWN)[number]['how'], on: boolean) => {
    const others = known.filter((one) => one.how !== how);
    commands.editPerson(person.id, { known: on ? [...others, { how, on: today() }] : others });
  };
  return (
    <fieldset className="field">
      <legend className="field-label">How you know each other</legend>
      <div className="choice">
        {KNOWN.map(({ how, label }) => {
          const said = known.find((one) => one.how === how);
          return (
            <label key={how} title={said ? `You said so on ${dayWords(said.on)}` : undefined}>
              <input type="checkbox" checked={Boolean(said)} onChange={(event) => toggle(how, event.target.checked)} />
              {label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function nameOr(person: Person): string {
  return person.own.name ?? person.sightings[0]?.name ?? 'this person';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
