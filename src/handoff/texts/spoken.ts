import { type Facts, SOMEBODY } from '#handoff/facts.ts';
import type { Situation } from '#handoff/situation.ts';
import { capital, countWords, sentences } from '#handoff/words.ts';
import type { NoteKind } from './note.ts';

/** Twenty seconds at 150 words a minute. */
export const SCRIPT_WORDS = 50;

const SECONDS_PER_WORD = 60 / 150;

export function spokenSeconds(text: string): number {
  return Math.ceil(countWords(text) * SECONDS_PER_WORD);
}

/** What the friend may say to the manager, in at most 50 words; long names give way first. */
export function draftScript(kind: NoteKind, facts: Facts): string {
  const { cast, me, meFirst, role } = facts;
  const short = cast.role ? 'the role in your team' : 'that role';
  const candidates = [
    script(kind, facts, { me, meFirst, role, to: address(facts) }),
    script(kind, facts, { me, meFirst, role: short, to: address(facts) }),
    script(kind, facts, { me: SOMEBODY, meFirst: SOMEBODY, role: short, to: '' }),
  ];
  return (
    candidates.find((text) => countWords(text) <= SCRIPT_WORDS) ??
    'May I give you one page from a friend of mine? A no is fine.'
  );
}

interface Said {
  readonly me: string;
  readonly meFirst: string;
  readonly role: string;
  /** "Marta, " or ''. */
  readonly to: string;
}

function script(kind: NoteKind, facts: Facts, said: Said): string {
  const { situation, managerFirst, cast } = facts;
  const { me, role, to } = said;
  switch (kind) {
    case 'bridge':
      return sentences(
        addressed(cast.bridge.first, `${me} would like to ask you one question about ${managerFirst}'s team.`),
        'May I pass on your address? A no is fine.',
      );
    case 'late-referral':
      return sentences(
        opened(to, `there is an application for ${role} that you may not have seen.`),
        knowing(facts, said),
        'Perhaps have a look. You need not answer me.',
      );
    case 'referral':
    case 'introduce':
    case 'speak-first':
      return sentences(
        opened(to, `is ${role} still open?`),
        situation.knowsMe !== 'no' &&
          (situation.knowsWork === 'no'
            ? 'I know someone who may be worth a look.'
            : 'I know someone who would be good for it.'),
        knowing(facts, said),
        'Want to see a page? A no is fine.',
      );
    default:
      return sentences(
        opened(to, `is ${role} still open?`),
        knowing(facts, said),
        situation.stage === 'hr-no' && 'You should know that HR said no.',
        'There is one page that makes the case, and a CV. Would you like to see it? A no is fine.',
      );
  }
}

/** How the friend knows me, in words that are true whatever the checks say. */
function knowing({ situation }: Facts, { me, meFirst }: Said): string {
  if (situation.knowsMe === 'no')
    return `I am asking for ${me === SOMEBODY ? 'somebody whom' : `${me}, whom`} I hardly know.`;
  if (me === SOMEBODY) return `It is about ${SOMEBODY}${toldOf(situation)}.`;
  if (situation.knowsWork === 'no') return `I know ${me}, though not from work.`;
  return situation.knowsWork === 'yes' ? `I know ${me} and have seen ${meFirst}'s work.` : `I know ${me}.`;
}

function toldOf({ knowsWork }: Situation): string {
  if (knowsWork === 'no') return ', though not from work';
  return knowsWork === 'yes' ? ', whose work I have seen myself' : '';
}

function opened(to: string, text: string): string {
  return to === '' ? capital(text) : to + text;
}

function addressed(name: string, text: string): string {
  return opened(name === '' ? '' : `${name}, `, text);
}

function address({ cast }: Facts): string {
  return cast.manager.first ? `${cast.manager.first}, ` : '';
}

/** The one sentence the friend may put above the forwarded page. */
export function draftLine(kind: NoteKind, facts: Facts): string {
  const { me, role, situation, managerFirst, cast } = facts;
  const to = address(facts);
  const who =
    situation.knowsMe === 'no'
      ? `${me === SOMEBODY ? 'somebody' : `${me},`} who asked me to pass it on`
      : me === SOMEBODY
        ? `${SOMEBODY}${toldOf(situation)}`
        : `${me}${situation.knowsWork === 'yes' ? toldOf(situation) : `, whom I know${toldOf(situation)}`}`;
  switch (kind) {
    case 'bridge':
      return addressed(cast.bridge.first, `may I introduce ${me}? It is one question about ${managerFirst}'s team.`);
    case 'introduce':
    case 'speak-first':
      return opened(to, `would you like to see one page about ${role}? It is from ${who}. A no is fine.`);
    case 'referral':
      return opened(to, `a word about ${role}: I would like to refer ${who}. You need not answer me.`);
    case 'late-referral':
      return opened(to, `a word about ${role}: there is an application from ${who}. You need not answer me.`);
    default: {
      const page = situation.remote === 'yes' ? 'I am passing on one page' : 'this is one page';
      return opened(to, `${page} about ${role}, from ${who}. You need not answer me.`);
    }
  }
}
