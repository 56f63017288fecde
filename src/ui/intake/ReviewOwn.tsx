import type { OwnFacts } from '#intake/types.ts';

/** What the files say of the person themselves; taken in only when ticked. */
export function ReviewOwn({
  own,
  taken,
  onTake,
}: {
  own: Partial<OwnFacts>;
  taken: boolean;
  onTake: (take: boolean) => void;
}) {
  const facts = ownFacts(own);
  if (facts.length === 0) return null;
  return (
    <section className="import-section" aria-labelledby="review-own">
      <h2 id="review-own">What they say about you</h2>
      <dl className="import-own">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt className="faint">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <label className="import-tick">
        <input type="checkbox" checked={taken} onChange={(event) => onTake(event.target.checked)} />
        <span>Yes, keep this under About you. It tells your own messages from theirs, and signs your letter.</span>
      </label>
    </section>
  );
}

/** What they say, in words; empty when they say nothing of the person. */
export function ownFacts(own: Partial<OwnFacts>): { label: string; text: string }[] {
  return [
    { label: 'Name', text: own.name ?? '' },
    { label: 'Profile', text: own.profile ? `linkedin.com/in/${own.profile}` : '' },
    { label: 'E-mail', text: (own.emails ?? []).join(', ') },
    { label: 'Employers', text: (own.employers ?? []).map((employer) => employer.company).join(', ') },
    { label: 'Schools', text: (own.schools ?? []).map((school) => school.name).join(', ') },
  ].filter(({ text }) => text !== '');
}
