import './dormant.css';
import { profileOf } from '#model/person.ts';
import type { Dormant } from '#paths/answers/attention.ts';
import { AnswerFailed } from '#ui/shared/AnswerFailed.tsx';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { href } from '#ui/shared/route.ts';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { companyIn, nameIn } from '#ui/shared/words.ts';

/** People you once wrote with both ways and have not for a year, who open a target. */
export function DormantTies() {
  const { queries } = useApp();
  const answer = useAnswer((signal) => queries.dormant(signal), 'dormant');
  const dormant = latest(answer);
  return (
    <div className="screen dormant">
      <header className="dormant-head">
        <h1>Dormant ties</h1>
        <p className="soft">
          People you once wrote with both ways and have not for a year, who open one of your targets. Nobody needs to
          have kept in touch: in a study of executives who went back to such people, dormant ties were as useful as
          current ones, and often told them more that was new.
        </p>
        <p className="faint">
          D. Z. Levin, J. Walter and J. K. Murnighan, Dormant Ties: The Value of Reconnecting, Organization Science 22
          (2011).
        </p>
      </header>
      <AnswerFailed answer={answer} />
      {dormant === null && answer.is === 'waiting' ? <p className="faint">Looking through your messages</p> : null}
      {dormant?.length === 0 ? <Nobody /> : null}
      {dormant && dormant.length > 0 ? (
        <ShowMore items={dormant} one="person" many="people">
          {(shown) => (
            <ul className="dormant-list">
              {shown.map((one) => (
                <Row key={one.person} dormant={one} />
              ))}
            </ul>
          )}
        </ShowMore>
      ) : null}
    </div>
  );
}

function Row({ dormant: { person: id, opens, text } }: { dormant: Dormant }) {
  const workspace = useWorkspace();
  const person = workspace.people.get(id);
  const profile = person ? profileOf(person) : null;
  const job = [profile?.position, companyIn(workspace, profile?.company ?? null)].filter(Boolean).join(', ');
  return (
    <li>
      <h2>
        <a href={href({ to: 'people', person: id })}>{nameIn(workspace, id)}</a>
      </h2>
      {job ? <p className="soft">{job}</p> : null}
      <p>{text}</p>
      <p className="faint">
        On a way in to{' '}
        {opens.map((target, at) => {
          const { title = 'a role', company = null } = workspace.targets.get(target) ?? {};
          return (
            <span key={target}>
              {at > 0 ? '; ' : ''}
              <a href={href({ to: 'target', id: target })}>{title || 'a role'}</a>
              {companyIn(workspace, company) ? `, ${companyIn(workspace, company)}` : ''}
            </span>
          );
        })}
      </p>
    </li>
  );
}

function Nobody() {
  const { targets } = useWorkspace();
  return (
    <section className="card stack" aria-label="Nobody">
      <p>
        {targets.size === 0
          ? 'Name one role first: this list is about the people who open one.'
          : 'Nobody here now. This needs messages older than a year (messages.csv of your LinkedIn export) and a way in through the one who wrote them.'}
      </p>
      <div className="row">
        {targets.size === 0 ? (
          <ButtonLink to={{ to: 'new-target' }} look="primary">
            Name one role
          </ButtonLink>
        ) : (
          <>
            <ButtonLink to={{ to: 'import' }}>Import messages</ButtonLink>
            <ButtonLink to={{ to: 'targets' }}>Go to your targets</ButtonLink>
          </>
        )}
      </div>
    </section>
  );
}
