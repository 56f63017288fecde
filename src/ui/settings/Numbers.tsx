import { Assumption } from './Assumption.tsx';
import { OwnCheck } from './OwnCheck.tsx';
import { OwnOutcomes } from './OwnOutcomes.tsx';

/** WARMTH.md in plain words. What was not measured is marked as an assumption. */
export function Numbers() {
  return (
    <div className="settings-prose">
      <h3>Chance they answer</h3>
      <p>
        One question only: will this person answer a message from you within 14 days? Not whether they will help, and
        never whether you get the job. Nobody has data for that.
      </p>
      <p>Three facts of your own files go in:</p>
      <ul>
        <li>how often they wrote to you,</li>
        <li>how many of your messages they answered within 14 days,</li>
        <li>how long ago they last wrote, seen from the newest date in that file: an old export is not silence.</li>
      </ul>
      <p className="settings-formula">
        chance = s(-1.23 + 0.35 ln(1 + wrote) + 1.55 ((answered + 1) / (sent + 2) - 0.5) + 0.99 fresh), where s is the
        logistic curve and fresh falls from 1 to 0 over two years
      </p>
      <p>
        The four constants were fitted on two public e-mail archives and checked on a student message site and phone
        calls. Where it says hot (65 % or more, 77 % on average), 75 to 83 % answered. Where it says warm (45 to 65 %),
        52 to 71 % did. Below 45 % it was not reliable, so no figure is shown: it says "little on record".
      </p>
      <ul>
        <li>
          A meeting of two to four people counts as one message each way, answered. <Assumption />
        </li>
        <li>Being connected since long ago says nothing about strength and never counts.</li>
        <li>
          Your own 1 to 5 is the best single measure there is. A 5 raises the chance, a 1 lowers it, and a 4 or 5 goes
          before anybody without your word.
        </li>
        <li>
          Without messages no figure is shown. For the order a 5 counts .49, a 4 counts .35, others .23. <Assumption />
        </li>
      </ul>
      <h3>What a tie is called</h3>
      <dl>
        <dt>knows</dt>
        <dd>Messages both ways, your own word, a friend told you, or you have seen them work together. Drawn solid.</dd>
        <dt>listed, unknown</dt>
        <dd>Only on a platform list. Drawn thin.</dd>
        <dt>may know: ask</dt>
        <dd>
          Only a shared context, or "I think so". Drawn dashed, shown last, with the question that would settle it.
        </dd>
      </dl>
      <p>
        For the order of ways in, a step between two others counts .9 for "knows well", .6 for "knows", .3 for "has
        met", .25 for listed and .3 for "I think so". <Assumption />
      </p>
      <h3>Do two people of one company know each other?</h3>
      <p>
        From 21 organisations: about 73 % of pairs in a company of 10, 41 % of 30, 13 % of 100, 4 % of 300, 1 % of
        1,000. The odds are typically off by a factor of about two. Without the size nothing is guessed, and over 500
        people "works there too" never makes a way in.
      </p>
      <p>
        What more is known sharpens that, by one law firm of 71 people: the same office multiplies the odds by 6.7, the
        same department or line of work by 4.5, and each doubling of the years together by 1.6, counted from two years.
        Where you say how many work in the department or office itself, its own size speaks instead: about 48 % of pairs
        in a unit of 10, 26 % of 30, 11 % of 100. Files give these facts only now and then; on a person's card you can
        add department, office and the year they came.
      </p>
      <p>
        When friends share their lists, a pair that is on several of them knows each other more often: 7.5 % on one, 16
        % on two, 27 % on three, 46 % on five, 75 % on nine. Size and lists are never added; the greater speaks.
      </p>
      <h3>Along a way in</h3>
      <p>
        The steps are multiplied, and each person between costs a factor of 0.52, from two experiments with letters and
        e-mail passed from hand to hand. A way with a less certain step always comes after one without. The result
        orders the list and is never shown as a percentage.
      </p>
      <OwnCheck />
      <OwnOutcomes />
    </div>
  );
}
