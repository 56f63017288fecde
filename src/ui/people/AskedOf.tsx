import { friendHistory } from '#handoff/history.ts';
import type { Person } from '#model/person.ts';
import { outcomeOf } from '#ui/ask/outcome.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { href } from '#ui/shared/route.ts';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { dayWords } from '#ui/shared/words.ts';

/** What was asked of this person, requests and questions, how each ended, and the way to ask one more. */
export function AskedOf({ person }: { person: Person }) {
  const workspace = useWorkspace();
  const { moments, asks } = friendHistory(workspace, person.id);
  const answered = [...workspace.questions.values()].filter(
    ({ friend, answeredOn }) => friend === person.id && answeredOn !== null,
  );
  const mayBeAsked = !person.own.leaveOut && !person.own.doNotContact;
  return (
    <section className="person-section" aria-labelledby="person-asked">
      <div className="row-apart">
        <h3 id="person-asked">What you asked</h3>
        {mayBeAsked ? (
          <ButtonLink to={{ to: 'ask-friend', person: person.id }} size="small">
            Ask whom they know
          </ButtonLink>
        ) : null}
      </div>
      {moments.length === 0 ? <p className="soft">Nothing yet.</p> : null}
      {asks.map((ask) => (
        <p key={ask.ask}>
          <a href={href({ to: 'hand-off', id: ask.target, ask: ask.ask })}>{ask.text}</a>
        </p>
      ))}
      {answered.map((question) => (
        <p key={question.id}>
          <a href={href({ to: 'ask-friend' })}>Whom they know</a>: {outcomeOf(workspace, question)}
        </p>
      ))}
      <ShowMore items={[...moments].reverse()} step={6} one="entry" many="entries">
        {(shown) => (
          <ul className="stack-tight">
            {shown.map((moment) => (
              <li key={`${moment.on} ${moment.text}`}>
                <span className="faint">{dayWords(moment.on)}</span> {moment.text}
                {moment.note ? <span className="soft"> {moment.note}</span> : null}
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    </section>
  );
}
