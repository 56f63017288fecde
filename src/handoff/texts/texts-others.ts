import type { Facts } from '#handoff/facts.ts';
import { YOUR_NAME } from '#handoff/placeholder.ts';
import { paragraphs } from '#handoff/words.ts';
import type { Text } from './text-type.ts';

/** To the manager whom I know myself: after speaking, with the page. */
export function toManager(facts: Facts): Text {
  const { cast, role, tone } = facts;
  const name = cast.manager.first;
  const greeting = tone === 'formal' ? `Dear ${name || 'colleague'},` : name ? `Hi ${name},` : 'Hello,';
  const body =
    facts.situation.stage === 'interviewing' || facts.situation.stage === 'manager-interviewed'
      ? [
          `Only so that you hear it from me: I am in the interviews for ${role}. I ask for nothing, and I follow the process.`,
        ]
      : [
          `I am writing about ${role}. Before I send you anything: may I call you for ten minutes?`,
          'I have one page on what I would bring, and you are free to say that it does not fit.',
        ];
  return { to: 'manager', subject: cast.role || 'A question', body: paragraphs(greeting, ...body, formalEnd(facts)) };
}

/** To the recruiter who put me forward: the page goes through them or not at all. */
export function toRecruiter(facts: Facts): Text {
  const { roleAt, manager, cast } = facts;
  const who = cast.manager.full ? manager : 'the hiring manager';
  return {
    to: 'recruiter',
    subject: cast.role || 'A question',
    body: paragraphs(
      'Hello,',
      `About ${roleAt}: I have written one page that speaks to what the team needs. Would you take it to ${who}?`,
      askReference(facts),
      'I will send nothing there without you.',
      formalEnd(facts),
    ),
  };
}

function askReference({ cast, situation }: Facts): string {
  if (situation.contact !== 'friend' || situation.standing !== 'confirmed' || cast.friend.full === '') return '';
  return `${cast.friend.full} knows the team, and could speak as a reference if you think that helps.`;
}

/** When HR asks how the manager came to my page: the truth, and no more (PLAYBOOK `manager-says-yes`). */
export function replyToHr(facts: Facts): Text {
  const { cast, managerFirst } = facts;
  const who = cast.friend.full
    ? `${cast.friend.full} passed my page to ${cast.manager.full || managerFirst}.`
    : `My page was passed to ${cast.manager.full || managerFirst}.`;
  return {
    to: 'hr',
    subject: cast.role || 'My application',
    body: paragraphs(
      'Hello,',
      `${who} I am happy to follow your process. Please tell me what you need from me next.`,
      formalEnd(facts),
    ),
  };
}

export function askHrForFeedback(facts: Facts): Text {
  const { role, cast, situation } = facts;
  const name = situation.contact === 'hr' ? cast.friend.first : '';
  return {
    to: 'hr',
    subject: cast.role || 'My application',
    body: paragraphs(
      name ? `Hello ${name},` : 'Hello,',
      `Thank you for letting me know about ${role}, and for the time you took.`,
      'If you can say in one or two sentences what was missing, I would be glad of it for another time. I am not asking you to look at it again.',
      formalEnd(facts),
    ),
  };
}

export function askHrForStatus(facts: Facts): Text {
  const { role, cast, situation } = facts;
  const name = cast.friend.first;
  const question =
    situation.stage === 'not-applied'
      ? `I would like to apply for ${role}. Is it open, and is there anything I should know about how you would like to receive applications?`
      : `May I ask where ${role} stands, and by when you expect to decide?`;
  return {
    to: 'hr',
    subject: cast.role || 'My application',
    body: paragraphs(name ? `Hello ${name},` : 'Hello,', question, formalEnd(facts)),
  };
}

function formalEnd({ cast }: Facts): string {
  return `Kind regards,\n${cast.me.full || YOUR_NAME}`;
}
