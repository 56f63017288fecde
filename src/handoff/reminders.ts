import type { Ask } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import { addDays, type Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { lastDayOf } from './ask-history.ts';
import { waitingOf } from './lifecycle.ts';
import { companyNamed, personNamed } from './names.ts';
import { owesThanks } from './thanks.ts';

/** One all-day entry of an .ics file. The same reminder keeps its uid, so a second export replaces the first. */
export interface Reminder {
  readonly uid: string;
  readonly on: Day;
  readonly summary: string;
  readonly description: string;
}

const DONE_AFTER = 21;

/** What is worth a date: the one nudge, the offer to leave it, the thank-you, being done with it. */
export function remindersOf(workspace: Workspace, target: Target, ask: Ask, today: Day): Reminder[] {
  const friend = personNamed(workspace, ask.friend);
  const name = friend.first || 'your friend';
  const company = companyNamed(workspace, target.company);
  const about = company ? ` (${company})` : '';
  const reminder = (what: string, on: Day, summary: string, description: string): Reminder => ({
    uid: `${ask.id.slice(4)}-${what}@handcarry`,
    on: on < today ? today : on,
    summary: `${summary}${about}`,
    description,
  });
  const waiting = waitingOf(ask, friend, today);
  const reminders: Reminder[] = [];
  if (waiting.on !== null && (waiting.is === 'wait' || waiting.is === 'nudge-due')) {
    reminders.push(
      reminder(
        'nudge',
        waiting.on,
        `One nudge to ${name}, if no answer`,
        'One, and only to the friend. Never to the hiring manager or HR.',
      ),
    );
  }
  if (waiting.on !== null && (waiting.is === 'nudged' || waiting.is === 'silence-offered')) {
    reminders.push(
      reminder(
        'silent',
        waiting.on,
        `Leave it there with ${name}, if no answer`,
        '"No worries, I\'ll leave it there." Then the next way in, or the next target.',
      ),
    );
  }
  if (owesThanks(ask))
    reminders.push(reminder('thanks', today, `Thank ${name}`, 'Also for a dead end. Then you may ask again one day.'));
  if (ask.state === 'handed-over') {
    reminders.push(
      reminder(
        'done',
        addDays(lastDayOf(ask), DONE_AFTER),
        'Be done with this one',
        `Mark it as done, tell ${name}, and choose the next target.`,
      ),
    );
  }
  return reminders;
}
