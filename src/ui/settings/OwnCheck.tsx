import './calibration.css';
import type { SelfCheck } from '#ties/self-check.ts';
import { AnswerFailed } from '#ui/shared/AnswerFailed.tsx';
import { latest, useAnswer, useApp } from '#ui/shared/app.tsx';
import { count } from '#ui/shared/words.ts';
import { Assumption } from './Assumption.tsx';
import { CalibrationPlot } from './CalibrationPlot.tsx';
import { FEW, percent, shiftWords } from './calibration.ts';

/** Past messages of yours that a replay needs (WARMTH.md §7). */
const ENOUGH = 50;

/** How the formula did on your own past messages, replayed with what was known before each. */
export function OwnCheck() {
  const { queries } = useApp();
  const answer = useAnswer((signal) => queries.selfCheck(signal), 'self-check');
  const check = latest(answer);
  return (
    <>
      <h3>How it did in your own files</h3>
      <AnswerFailed answer={answer} />
      {check === null ? null : check.asks < ENOUGH ? <NotYet asks={check.asks} /> : <Replayed check={check} />}
    </>
  );
}

function NotYet({ asks }: { asks: number }) {
  const missing = ENOUGH - asks;
  return (
    <p>
      {asks === 0
        ? 'No past message of yours is in your files yet. '
        : `Your files hold ${count(asks, 'message')} of yours whose 14 days are over. `}
      From {ENOUGH} on this page replays them and shows what was said against what came: {missing}{' '}
      {missing === 1 ? 'is' : 'are'} missing. messages.csv of your LinkedIn export or a mailbox brings them. Until then
      the chances are those of the archives.
    </p>
  );
}

const RANGE = {
  hot: 'hot (65 % or more)',
  warm: 'warm (45 to 65 %)',
  lukewarm: 'little on record, 25 to 45 %',
  little: 'little on record, below 25 %',
} as const;

function Replayed({ check }: { check: SelfCheck }) {
  return (
    <>
      <p>
        {count(check.asks, 'message')} of yours replayed, each with what your files held before it;{' '}
        {count(check.answered, 'message')} got an answer within 14 days. What we said is what the archives' constants
        give, before the shift below.
      </p>
      <ul>
        {check.bands.map(({ band, asks, said, was }) => (
          <li key={band}>
            Of those we call {RANGE[band as keyof typeof RANGE]}, {percent(was)} answered; we had said {percent(said)}{' '}
            on average ({count(asks, 'message')}).
          </li>
        ))}
      </ul>
      <CalibrationPlot points={check.points} />
      <p className="faint">
        On the line, said and was agree. A larger dot is more messages; hollow ones are fewer than {FEW}, where chance
        alone moves much. Below 45 % no figure is shown anywhere else.
      </p>
      <p>
        {shiftWords(check.shift)} The shift is held back by 50 messages' worth of belief in the archives <Assumption />,
        and nothing else is fitted to you.
      </p>
    </>
  );
}
