import { type Facts, greetFriend, signOff } from '#handoff/facts.ts';
import { clean } from '#handoff/names.ts';
import type { Plan } from '#handoff/types.ts';
import { afterColon, paragraphs, sentences, spokenDay } from '#handoff/words.ts';

/** What the private note asks for. */
export type NoteKind =
  | 'hand-over'
  | 'rather-manager'
  | 'speak-first'
  | 'introduce'
  | 'referral'
  | 'late-referral'
  | 'bridge';

const KIND_OF_MOVE = new Map<string, NoteKind>([
  ['hand-deliver', 'hand-over'],
  ['not-via-hr', 'rather-manager'],
  ['speak-first', 'speak-first'],
  ['introduce', 'introduce'],
  ['refer-before-apply', 'referral'],
  ['late-referral', 'late-referral'],
]);

/** By the move; where the person prepares a packet against the advice, by where the application stands. */
export function noteKindOf(plan: Plan, { situation }: Facts): NoteKind {
  const kind = KIND_OF_MOVE.get(plan.move.rule);
  if (kind) return kind;
  if (situation.way === 'two') return 'bridge';
  return situation.stage === 'not-applied' || situation.stage === 'applied' ? 'introduce' : 'hand-over';
}

/**
 * The private note to the friend (PLAYBOOK §3): what is asked, that HR said no, an easy out, three fine
 * answers. For a private chat, never a work address.
 */
export function draftNote(kind: NoteKind, facts: Facts): string {
  const later =
    facts.tone === 'formal' ? 'Please take a day before you answer.' : "Please don't answer today; tell me tomorrow.";
  return paragraphs(
    greetFriend(facts),
    OPENINGS[facts.tone],
    whereItStands(facts),
    request(kind, facts),
    whatToSay(kind, facts),
    `${later} Any of these is a fine answer:\n${fineAnswers(kind)}`,
    promise(kind, facts),
    signOff(facts, 'Thank you, whichever it is.'),
  );
}

function fineAnswers(kind: NoteKind): string {
  const yes = kind === 'bridge' ? "I'll ask" : kind === 'referral' ? "I'll put you in" : "I'll pass it on";
  return [yes, "I'll just mention your name", 'not this one'].map((answer) => `- "${answer}"`).join('\n');
}

/** What I will not do, and the bonus: a friend must not lose it because the page came first. */
function promise(kind: NoteKind, { managerFirst, bridgeFirst }: Facts): string {
  if (kind === 'bridge') return `I will not contact ${bridgeFirst}, ${managerFirst} or HR about this on my own.`;
  const bonus = 'If you would earn a referral bonus, register me first.';
  const quiet = `I will not contact ${managerFirst} or HR about this.`;
  return kind === 'referral' || kind === 'late-referral' ? quiet : `${quiet} ${bonus}`;
}

const OPENINGS = {
  warm: 'I have a favour to ask, and "no" is a perfectly good answer.',
  plain: 'One question. No is a fine answer.',
  formal: 'I would like to ask you a favour. Please feel free to say no.',
} as const;

/** The friend hears of a no first, with its day and reason (PLAYBOOK `friend-knows`). */
function whereItStands(facts: Facts): string {
  const { roleAt, target, today, role, at, managerFirst } = facts;
  const reason = afterColon(clean(target.hrNoReason, 240));
  switch (target.stage) {
    case 'hr-no':
      return sentences(
        `HR ${facts.cast.company ? at : 'at the company'} said no to me for ${role}${target.hrNoOn ? ` on ${spokenDay(target.hrNoOn, today)}` : ''}.`,
        reason && `It came down to one thing: ${reason}.`,
        `I am telling you first, so that nothing surprises you in front of ${managerFirst}.`,
        'It is a long shot: one fair try, and then I leave it.',
      );
    case 'applied': {
      const on = target.appliedOn ? ` on ${spokenDay(target.appliedOn, today)}` : '';
      return `I applied for ${roleAt}${on} and have not heard anything yet.`;
    }
    case 'not-applied':
      return `I would like to apply for ${roleAt}. I have not done so yet; I wanted to ask you first.`;
    default:
      return `It is about ${roleAt}.`;
  }
}

function request(kind: NoteKind, facts: Facts): string {
  const { managerFirst, bridge, bridgeFirst, company, situation } = facts;
  const open = situation.posted === 'yes' ? 'The role is still posted, which may mean nothing. ' : '';
  const first = `${open}Please ask first whether ${open ? 'it' : 'the role'} is open, and whether a page is welcome.`;
  const someone = situation.knowsWork === 'no' ? 'who may be worth a look' : 'who would be good for this';
  const pass = situation.remote === 'yes' ? 'pass on' : 'hand';
  const page =
    situation.remote === 'yes'
      ? `one page from me, with my CV, to ${managerFirst}`
      : `${managerFirst} one page from me, with my CV behind it`;
  switch (kind) {
    case 'hand-over':
      return `Would you ${pass} ${page}, when you next talk? ${first}`;
    case 'rather-manager':
      return `It is kind of you to offer to take it to HR. HR has answered, so I would rather not. Would you ${pass} ${page} instead? ${first}`;
    case 'speak-first':
      return `Thank you for ${managerFirst === 'the hiring manager' ? 'the name' : `${managerFirst}'s name`}. I would rather not write to ${managerFirst} out of the blue. Would you say one sentence first: "I know someone ${someone}; want to see a page?" If the answer is yes, the page and my CV are ready.`;
    case 'introduce':
      return `Would you ask ${managerFirst}: "Want to see a page from somebody ${situation.knowsMe === 'no' ? 'who asked me' : 'I know'}?" If the answer is yes, please pass on mine. ${open}`.trim();
    case 'referral':
      return sentences(
        situation.referralScheme === 'yes'
          ? `You work ${facts.at}: would you put me into the referral scheme before I apply, and say a word to ${managerFirst}?`
          : `You work ${facts.at}: does ${company} have a referral scheme, and if so, would you put me in before I apply?`,
        'I will apply only when you tell me to.',
      );
    case 'late-referral':
      return situation.referralScheme === 'no'
        ? `Would you tell ${managerFirst} that my application is there? One sentence is enough; the page is for ${managerFirst}, if it is welcome.`
        : `Would you add a late referral to it, or tell ${managerFirst} that it is there? One sentence is enough.`;
    case 'bridge':
      return `You know ${bridge}, and ${bridgeFirst} knows ${managerFirst}. Would you ask ${bridgeFirst} whether I may get in touch? I only want to ask one question, and I would ask it myself.`;
  }
}

/** What the friend may say decides what the friend is asked to say: never more than they know. */
function whatToSay(kind: NoteKind, { situation, managerFirst }: Facts): string {
  if (kind === 'bridge') return '';
  if (situation.knowsMe === 'no')
    return `If ${managerFirst} asks about me, please say that you hardly know me and only pass it on. That is enough.`;
  if (situation.knowsWork === 'yes')
    return `If ${managerFirst} asks about my work, say what you saw yourself, good and bad.`;
  if (situation.knowsWork === 'no')
    return `If ${managerFirst} asks about my work, please say that you have not worked with me. That is enough.`;
  return `If ${managerFirst} asks about my work, say only what you know. "I only pass it on" is enough.`;
}
