import type { Facts } from '#handoff/facts.ts';
import { clean, companyNamed } from '#handoff/names.ts';
import { theRole } from '#handoff/slots.ts';
import { owesThanks } from '#handoff/thanks.ts';
import { spokenDay } from '#handoff/words.ts';

/** Thanks for what the friend did, whatever came of it. */
export function thankYou(facts: Facts): string[] {
  const { roleAt, situation, managerFirst, role } = facts;
  const elsewhere = situation.askHere === 'none' ? owedElsewhere(facts) : '';
  if (elsewhere) return [`Thank you for your help with ${elsewhere}. I should have said so earlier.`, OFFER];
  switch (situation.askHere) {
    case 'declined':
      return [`Thank you for telling me straight about ${role}. It is fine, and it changes nothing between us.`];
    case 'agreed':
      return ['Thank you for saying yes. Take your time; there is no hurry on my side.'];
    case 'handed-over':
      return [
        `Thank you for taking my page to ${managerFirst}. I know that it was a favour.`,
        'I leave it there now, and I will tell you if I hear anything.',
      ];
    case 'heard-back':
    case 'done':
      if (situation.handedOver === 'no') break;
      return [
        `Thank you for taking my page to ${managerFirst}. ${HOW_IT_ENDED.get(situation.stage) ?? `Whatever comes of it, I have done what I could about ${role}.`}`,
        OFFER,
      ];
  }
  return [`Thank you for your help with ${roleAt}. I have not forgotten it.`, OFFER];
}

const OFFER = 'If I can ever do the same for you, please ask.';

/** The role of another target for which this friend is still waiting for thanks; '' when there is none. */
function owedElsewhere({ workspace, target, way }: Facts): string {
  const owed = [...workspace.asks.values()].find(
    (ask) => ask.friend === way?.people[0] && ask.target !== target.id && owesThanks(ask),
  );
  if (!owed) return '';
  const other = workspace.targets.get(owed.target);
  const title = other ? clean(other.title, 90) : '';
  const company = other ? companyNamed(workspace, other.company) : '';
  const role = title ? theRole(title) : 'that other role';
  return company ? `${role} at ${company}` : role;
}

const HOW_IT_ENDED = new Map<string, string>([
  ['manager-yes', 'We are going to talk, and that is thanks to you.'],
  ['sent-to-hr', 'It is with HR now, with a word from the right person, and that is thanks to you.'],
  ['manager-no', 'It is a no, and that is fine: it was one fair try.'],
  ['gone', "The role is gone, which is nobody's fault: it was one fair try."],
]);

/** One short update for each change of state, the same day (PLAYBOOK `keep-informed`). */
export function update(facts: Facts): string[] {
  const { situation } = facts;
  const news = NEWS_OF_STAGE.get(situation.stage) ?? NEWS_OF_ASK.get(situation.askHere);
  return news ? news(facts) : [`A short update on ${facts.roleAt}: nothing new yet. You do not need to do anything.`];
}

type News = (facts: Facts) => string[];

const NEWS_OF_STAGE = new Map<string, News>([
  [
    'manager-yes',
    ({ managerFirst, role }) => [
      `Good news, and you hear it first: ${managerFirst} wants to talk with me about ${role}. I have answered today.`,
      'You need to do nothing more. I will tell you how it goes.',
    ],
  ],
  [
    'sent-to-hr',
    ({ managerFirst, role }) => [
      `An update: ${managerFirst} has passed me on to HR for ${role}. I follow their process from here and will not go round again.`,
      'That is a good outcome, and I owe it to you. I will tell you how it ends.',
    ],
  ],
  [
    'manager-interviewed',
    ({ managerFirst }) => [
      `An update: I have met ${managerFirst}. No answer yet.`,
      'You need to do nothing. I will tell you how it ends.',
    ],
  ],
  [
    'manager-no',
    ({ role }) => [
      `A short update on ${role}: the answer is no. It is fine: it was one fair try, and you made it possible. Thank you.`,
    ],
  ],
  [
    'gone',
    ({ role }) => [
      `A short update: ${role} is filled or withdrawn. It was one fair try, and you made it possible. Thank you.`,
    ],
  ],
]);

const NEWS_OF_ASK = new Map<string, News>([
  [
    'agreed',
    ({ managerFirst }) => [
      `Thank you for saying yes. Here is the page for ${managerFirst}, with my CV behind it. There is no hurry.`,
    ],
  ],
  [
    'handed-over',
    ({ managerFirst }) => [
      `Thank you for taking it to ${managerFirst}. I leave it there now; you need to do nothing more.`,
      'If I hear anything, you will hear it the same day.',
    ],
  ],
  ['heard-back', ({ role }) => [`A short update: I have had an answer about ${role}.`, '[One line: what they said.]']],
  [
    'done',
    ({ roleAt, situation }) =>
      situation.handedOver === 'yes'
        ? [
            `I have heard nothing more about ${roleAt}, so I am done with this one. It was one fair try, and you made it possible. Thank you.`,
            'If an answer comes after all, I will tell you.',
          ]
        : [`A word about ${roleAt}: I am done with this one, so please do nothing more. Thank you for thinking along.`],
  ],
  ['declined', () => ['Thank you for telling me. It is fine, and I leave it there.']],
  ['silent', () => ["No worries, I'll leave it there."]],
]);

/** The one nudge: short, easy to refuse, and the last (PLAYBOOK `one-nudge`). */
export function nudge({ tone, role, situation, managerFirst }: Facts): string[] {
  const about = situation.askHere === 'agreed' ? `my page for ${managerFirst}` : `my question about ${role}`;
  const asked = tone === 'formal' ? `have you had a moment for ${about}?` : `did you get round to ${about}?`;
  return [
    `I ask this once only: ${asked}`,
    'If you would rather not, "not this one" is all you need to write, and it is fine.',
  ];
}

export function leaveItThere({ tone }: Facts): string[] {
  return tone === 'formal'
    ? ['Please do not give it another thought: I will leave it there. You need not answer.', 'I hope you are well.']
    : ["No worries, I'll leave it there. You need not answer.", 'I hope you are well.'];
}

/** After the manager decided: for next time only. */
export function feedback({ roleAt, managerFirst }: Facts): string[] {
  return [
    `A short update on ${roleAt}: the answer is no, after I met ${managerFirst}. I have said thank you and I am not asking you to do anything about it.`,
    'If you ever hear what was missing, and may say so, I would like to know it for next time.',
  ];
}

export function keepInMind({ roleAt }: Facts): string[] {
  return [
    `${capitalRole(roleAt)} is filled or withdrawn, so there is nothing to do. Thank you for thinking along.`,
    'If something comes up there that fits, I would be glad if you thought of me.',
  ];
}

/** Applied because it is required: the friend can say that it is there (PLAYBOOK `apply-on-record`). */
export function applied({ roleAt, managerFirst, target, today }: Facts): string[] {
  const when = target.appliedOn ? `on ${spokenDay(target.appliedOn, today)}` : 'today';
  return [
    `I applied for ${roleAt} ${when}, because they need it in their system.`,
    `If you like, tell ${managerFirst} that it is there. One sentence is enough, and "not this one" is a fine answer.`,
  ];
}

/** To a friend who is kept as the fallback (PLAYBOOK `one-at-a-time`: tell both). */
export function waitYourTurn({ roleAt, cast }: Facts): string[] {
  const who = cast.otherFriend.first || 'somebody else';
  return [
    `About ${roleAt}: ${who} is already taking my page there, and I want only one person to do that at a time.`,
    'So please do nothing for now. If that comes to nothing, may I ask you then?',
  ];
}

function capitalRole(role: string): string {
  return role.charAt(0).toUpperCase() + role.slice(1);
}
