import './targets.css';
import { useEffect } from 'react';
import { WORTH_FORMULA } from '#handoff/rank-targets.ts';
import { useWorkspace } from '#ui/shared/app.tsx';
import { ButtonLink } from '#ui/shared/Button.tsx';
import { useMedia } from '#ui/shared/media.ts';
import { today } from '#ui/shared/today.ts';
import { count } from '#ui/shared/words.ts';
import { Doors } from './Doors.tsx';
import { MeetOnePerson } from './MeetOnePerson.tsx';
import { News } from './News.tsx';
import { nextStep } from './next-step.ts';
import { OneAnswer } from './OneAnswer.tsx';
import { Requests } from './Requests.tsx';
import { Sleeping } from './Sleeping.tsx';
import { TargetCards, TargetTable } from './TargetRows.tsx';
import { type Ranked, useRanked } from './use-ranked.ts';
import { WarmCompanies } from './WarmCompanies.tsx';

/** Home: every role you want, the one that deserves your energy first. */
export function Targets() {
  useNextScreen();
  const { rows, portfolio, answer } = useRanked();
  const people = useWorkspace().people.size;
  const cards = useMedia('(max-width: 860px)');
  if (rows.length === 0) return <NoTarget people={people} />;
  const open = rows.filter(({ worth }) => !worth.over);
  const closed = rows.filter(({ worth }) => worth.over);
  const List = cards ? TargetCards : TargetTable;
  return (
    <section className="targets">
      <header className="row-apart targets-head">
        <h1>Targets</h1>
        <ButtonLink to={{ to: 'new-target' }} look={open.length === 0 ? 'primary' : 'plain'}>
          New target
        </ButtonLink>
      </header>
      {portfolio ? <Next rows={rows} /> : null}
      <div className="targets-body">
        <div className="stack targets-main">
          {answer.is === 'failed' ? (
            <p className="notice" data-kind="problem" role="alert">
              The search did not finish: {answer.message} The list below is without ways in.
            </p>
          ) : null}
          {open.length > 0 ? <List rows={open} looking={portfolio === null} /> : <p>No target is open.</p>}
          {closed.length > 0 ? (
            <details className="targets-closed">
              <summary>{count(closed.length, 'target')} behind you</summary>
              <List rows={closed} looking={false} />
            </details>
          ) : null}
          {open.length > 1 ? <Formula /> : null}
        </div>
        {portfolio ? (
          <aside className="targets-aside" aria-label="Your network">
            <News />
            <MeetOnePerson doors={portfolio.doors} />
            <OneAnswer bests={portfolio.targets} />
            <Requests />
            <Doors doors={portfolio.doors} />
            <Sleeping />
            <WarmCompanies warm={portfolio.warm} hasMessages={portfolio.hasMessages} />
          </aside>
        ) : null}
      </div>
    </section>
  );
}

/** Nearly every click here opens a target: its screen is fetched while the list is looked at. */
function useNextScreen() {
  useEffect(() => {
    import('#ui/target/TargetPage.tsx').catch(() => {});
  }, []);
}

/** What to do now, in one sentence: the only primary button here. */
function Next({ rows }: { rows: readonly Ranked[] }) {
  const step = nextStep(useWorkspace(), rows, today());
  if (!step) return null;
  return (
    <section className="card targets-next" aria-labelledby="targets-next-title">
      <div>
        <h2 id="targets-next-title">Next</h2>
        <p>{step.words}</p>
      </div>
      <ButtonLink to={step.to} look="primary">
        {step.label}
      </ButtonLink>
    </section>
  );
}

function Formula() {
  return (
    <details className="targets-closed">
      <summary>How this order comes about</summary>
      <p>It orders the list and says nothing about chances. The numbers are our judgement.</p>
      <ul className="targets-formula">
        {WORTH_FORMULA.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function NoTarget({ people }: { people: number }) {
  return (
    <section className="targets-empty">
      <h1>Which role do you want?</h1>
      <p>
        {people > 0
          ? `${count(people, 'person', 'people')} on this computer. LinkedIn does not say who knows whom, so nobody is a way in yet. Name one role, and we ask you about the few people who matter for it.`
          : 'Nothing is here yet. Name one role and the friend you have in mind, or bring your contacts first.'}
      </p>
      <div className="row">
        <ButtonLink to={people > 0 ? { to: 'new-target' } : { to: 'start' }} look="primary">
          Name one role
        </ButtonLink>
        {people > 0 ? null : <ButtonLink to={{ to: 'import' }}>Import contacts</ButtonLink>}
      </div>
    </section>
  );
}
