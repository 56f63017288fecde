import { useMemo } from 'react';
import type { Outcomes } from '#ties/outcomes.ts';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { ASK_WORDS, count, dayWords, nameIn } from '#ui/shared/words.ts';
import { percent } from './calibration.ts';
import { outcomeLog } from './outcome-log.ts';

/** Asks before anything is said of how the app did (WARMTH.md §7). */
const ENOUGH = 20;

/** What became of your own asks: the log at once, the summary from 20 on. */
export function OwnOutcomes() {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const outcomes = latest(useAnswer((signal) => queries.outcomes(signal), 'outcomes'));
  const log = useMemo(() => outcomeLog(workspace), [workspace]);
  return (
    <>
      <h3>What came of your own asks</h3>
      {outcomes?.enough ? <Summary outcomes={outcomes} /> : <NotYet asked={log.length} />}
      {log.length > 0 ? (
        <ShowMore items={log} step={10} one="ask">
          {(shown) => (
            <table className="table outcomes">
              <caption className="unseen">Your asks, the newest first</caption>
              <thead>
                <tr>
                  <th scope="col">Asked</th>
                  <th scope="col">Friend</th>
                  <th scope="col">For</th>
                  <th scope="col">Now</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ ask, askedOn }) => (
                  <tr key={ask.id}>
                    <td className="number">{dayWords(askedOn)}</td>
                    <td>
                      <a href={href({ to: 'people', person: ask.friend })}>{nameIn(workspace, ask.friend)}</a>
                    </td>
                    <td>
                      <a href={href({ to: 'hand-off', id: ask.target, ask: ask.id })}>
                        {workspace.targets.get(ask.target)?.title || 'a role'}
                      </a>
                    </td>
                    <td>{ASK_WORDS[ask.state]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </ShowMore>
      ) : null}
    </>
  );
}

function NotYet({ asked }: { asked: number }) {
  return (
    <p>
      {asked === 0 ? 'You have asked nobody yet. ' : `${count(asked, 'ask')} so far. `}
      From {ENOUGH} on this page says what came of them, and how what we said on the day of asking compares:{' '}
      {ENOUGH - asked} to go. There is no hurry; few people ever need that many.
    </p>
  );
}

function Summary({ outcomes }: { outcomes: Outcomes }) {
  const { asked, answered, handedOver, heardBack, met, said, was, compared } = outcomes;
  return (
    <>
      <p>
        Of {count(asked, 'ask')}, {answered} got a yes or a no, {handedOver} were handed over, {heardBack} heard back
        from the manager, and {met} led to an interview with the manager.
      </p>
      {said !== null && was !== null ? (
        <p>
          For {compared === 1 ? 'the one friend' : `the ${compared} asks to friends`} with messages in your files, said
          on the day of asking: {percent(said)} would answer on average. Answered: {percent(was)}
          {compared < ENOUGH ? '. These are few, so take it lightly' : ''}.
        </p>
      ) : null}
    </>
  );
}
