import { type Facts, ONE_QUESTION } from '#handoff/facts.ts';
import { clean } from '#handoff/names.ts';
import { afterColon, sentences, spokenDay } from '#handoff/words.ts';

const EASY_OUT = 'One word is enough, and nothing follows from it.';

/** "How well do you know X?": about the next person on the way, who need not be the manager. */
export function howWell({ tone, cast, situation, bridge, bridgeFirst, manager, managerFirst, at }: Facts): string[] {
  const [full, first] = situation.way === 'two' ? [bridge, bridgeFirst] : [manager, managerFirst];
  const known = situation.way === 'two' ? cast.bridge.full : cast.manager.full;
  const who = known ? (situation.way === 'two' ? full : `${full} ${at}`) : `the person who runs the team ${at}`;
  const why =
    situation.standing === 'listed'
      ? `A list says that you and ${first} are connected, and lists say little.`
      : `I only guess that you may know ${first}.`;
  return [
    `${ONE_QUESTION[tone]} how well do you know ${who}? Well, a little, only met, or not at all?`,
    `${why} I am asking you for nothing else. ${EASY_OUT}`,
  ];
}

/** To somebody I am only connected with: a sign of life, and no request. */
export function renew({ cast }: Facts): string[] {
  const who = cast.friend.first ? '' : 'It is a while since we spoke. ';
  return [
    `${who}We are connected, and I have not written in far too long.`,
    '[One line: where you met, or what you remember of them.]',
    'How are you, and what are you working on these days? I am asking for nothing; I would simply like to hear from you.',
  ];
}

/** Before any referral: who runs this team, and do you know them (PLAYBOOK `insider-info`). */
export function whoRuns({ tone, roleAt, cast, at, manager }: Facts): string[] {
  const about = cast.role ? `the team behind ${roleAt}` : `the team I am looking at ${at}`;
  const known = cast.manager.full ? ` I believe it is ${manager}; is that right?` : '';
  return [
    `${ONE_QUESTION[tone]} do you know who runs ${about}?${known}`,
    `And what matters most to that team at the moment, as far as you may say? I am asking for nothing else. ${EASY_OUT}`,
  ];
}

/** To the manager's boss, or in a process: information, and nothing to pass on. */
export function whatMatters({ tone, roleAt, cast, managerFirst }: Facts): string[] {
  const team = cast.manager.first ? `${managerFirst}'s team` : 'the team';
  return [
    `${ONE_QUESTION[tone]} what matters most to ${team} at the moment, as far as you may say? It is about ${roleAt}.`,
    `I would like to understand it better. Please pass nothing on. ${EASY_OUT}`,
  ];
}

export function whoWould({ tone, roleAt, manager, cast, at }: Facts): string[] {
  const who = cast.manager.full ? `${manager} ${at}` : `the person who runs the team behind ${roleAt}`;
  return [
    `${ONE_QUESTION[tone]} do you know anybody who knows ${who} well?`,
    `A name is all I need; I would ask that person myself, and only if you are fine with it. ${EASY_OUT}`,
  ];
}

/** The manager saw my CV: has she decided? Asked before anything is handed over. */
export function findOut({ target, today, role, at, managerFirst, cast }: Facts): string[] {
  const on = target.hrNoOn ? ` on ${spokenDay(target.hrNoOn, today)}` : '';
  const reason = afterColon(clean(target.hrNoReason, 240));
  const hr = cast.company ? `HR ${at}` : 'HR';
  return [
    sentences(
      `${hr} said no to me for ${role}${on}.`,
      reason && `It came down to one thing: ${reason}.`,
      `You hear it first, so that nothing surprises you in front of ${managerFirst}.`,
    ),
    sentences(
      `As far as I know ${managerFirst} has seen my CV and may have decided.`,
      `If it comes up naturally, could you find out whether it is settled and whether the role is still open? Please hand over nothing and argue for nothing.`,
    ),
    'If it is settled, I leave it there. "I would rather not ask" is a fine answer, too.',
  ];
}

/** HR is still interviewing: at most a good word, and what matters there. */
export function goodWord({ roleAt, managerFirst }: Facts): string[] {
  return [
    `I am in the interviews for ${roleAt}, and I wanted you to hear that from me.`,
    `There is nothing you need to do. If ${managerFirst} mentions it, a good word is welcome, if you mean it. And if there is something that matters to that team and that I should know, tell me what you may.`,
  ];
}

/** For several friends at once, so without a name. */
export function whoDoYouKnow({ tone, cast, company, role }: Facts): string[] {
  const where = cast.company ? company : '[the company]';
  const why = cast.role ? `I am looking at ${role} there.` : 'I am looking at a role there.';
  return [
    `${ONE_QUESTION[tone]} who do you know at ${where}?`,
    `${why} I would like to understand what the team works on before I do anything. A name and how you know each other is all I need, and "nobody" is a fine answer.`,
  ];
}
