import type { Person } from '#model/person.ts';
import { callName, counted, span } from './phrases.ts';
import type { MyTie } from './types.ts';

/** Silence longer than this is named as a reason. */
const QUIET_DAYS = 180;

/** "Why not warmer?": what is missing, each in one plain sentence; nothing for a hot tie that has your word. */
export function missingOf(person: Person, tie: MyTie): string[] {
  const { facts } = tie;
  const name = callName(person);
  const reasons: string[] = [];
  if (facts.wrote + facts.sent + facts.waiting === 0) {
    reasons.push(`No messages with ${name} in your files. messages.csv or your mailbox would show more.`);
  } else if (facts.wrote === 0) {
    reasons.push(`${name} never wrote to you in these files.`);
  } else if (facts.wrote < 5 && tie.band !== 'hot') {
    reasons.push(
      facts.meetings > 0
        ? `Only ${facts.wrote} messages and meetings with ${name} on record.`
        : `Only ${counted(facts.wrote, 'message')} from ${name} on record.`,
    );
  }
  if (facts.days !== null && facts.days > QUIET_DAYS) {
    reasons.push(`${name} had not written for ${span(facts.days)} when these files end.`);
  }
  const [sent, answered] = [facts.sent - facts.meetings, facts.answered - facts.meetings];
  if (facts.wrote > 0 && sent > 1 && answered * 2 < sent) {
    reasons.push(`${name} answered ${answered === 0 ? 'none' : answered} of your ${sent} messages.`);
  }
  if (tie.label === null || person.own.closenessAssumed)
    reasons.push(`You have not said how close you are to ${name} (1 to 5).`);
  if (tie.standing === 'listed')
    reasons.push('Only on record: nothing in your files or words says that you know each other.');
  return reasons;
}
