import { type Draft, type Facts, factsOf, greetFriend, signOff } from '#handoff/facts.ts';
import { paragraphs } from '#handoff/words.ts';
import { draftNote } from './note.ts';
import type { TextKind } from './text-kinds.ts';
import type { Text } from './text-type.ts';
import * as after from './texts-after.ts';
import * as before from './texts-before.ts';
import * as others from './texts-others.ts';

type Write = (facts: Facts) => Text;

const toFriend =
  (subject: string, body: (facts: Facts) => readonly string[], thanks: string): Write =>
  (facts) => ({ to: 'friend', subject, body: paragraphs(greetFriend(facts), ...body(facts), signOff(facts, thanks)) });

const toNobodyInParticular =
  (subject: string, body: (facts: Facts) => readonly string[], thanks: string): Write =>
  (facts) => ({ to: 'anybody', subject, body: paragraphs(...body(facts), signOff(facts, thanks)) });

const note =
  (kind: Parameters<typeof draftNote>[0]): Write =>
  (facts) => ({ to: 'friend', subject: 'A favour', body: draftNote(kind, facts) });

const WRITERS: Readonly<Record<TextKind, Write>> = {
  'thank-you': toFriend('Thank you', after.thankYou, 'All the best,'),
  update: toFriend('A short update', after.update, 'All the best,'),
  nudge: toFriend('One question', after.nudge, 'Thank you either way.'),
  'leave-it-there': toFriend('No worries', after.leaveItThere, 'All the best,'),
  feedback: toFriend('A question, for next time', after.feedback, 'Thank you.'),
  'keep-in-mind': toFriend('Thank you', after.keepInMind, 'All the best,'),
  applied: toFriend('I have applied', after.applied, 'Thank you.'),
  'wait-your-turn': toFriend('A word so that you know', after.waitYourTurn, 'Thank you.'),
  bridge: note('bridge'),
  referral: note('referral'),
  'late-referral': note('late-referral'),
  'how-well': toFriend('A short question', before.howWell, 'Thank you.'),
  renew: toFriend('Hello again', before.renew, 'All the best,'),
  'who-runs': toFriend('A short question', before.whoRuns, 'Thank you.'),
  'what-matters': toFriend('A short question', before.whatMatters, 'Thank you.'),
  'who-would': toFriend('A short question', before.whoWould, 'Thank you.'),
  'find-out': toFriend('A question before anything else', before.findOut, 'Thank you, whichever it is.'),
  'good-word': toFriend('Only so that you know', before.goodWord, 'Thank you.'),
  'who-do-you-know': toNobodyInParticular('Who do you know there?', before.whoDoYouKnow, 'Thank you.'),
  'to-manager': others.toManager,
  recruiter: others.toRecruiter,
  'reply-hr': others.replyToHr,
  'hr-feedback': others.askHrForFeedback,
  'hr-status': others.askHrForStatus,
};

/** One of the texts besides the packet, from the facts of this target and way. The person sends it, or not. */
export function writeText(kind: TextKind, draft: Draft): Text {
  return WRITERS[kind](factsOf(draft));
}
