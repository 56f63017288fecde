import type { Facts } from '#handoff/facts.ts';
import { clean } from '#handoff/names.ts';
import { YOUR_NAME } from '#handoff/placeholder.ts';
import { rankProofs } from '#handoff/proofs.ts';
import { afterColon, asSentence, paragraphs, sentences, spokenMonth } from '#handoff/words.ts';
import type { Letter } from '#model/ask.ts';

const PROOFS_AT_MOST = 3;

/**
 * The one-page letter to the hiring manager (PLAYBOOK §3), from facts of the target and the person's own
 * proofs. Where only the person can write, a placeholder in square brackets says what belongs there.
 */
export function draftLetter(facts: Facts): Letter {
  return {
    greeting: greeting(facts),
    need: need(facts),
    did: did(facts),
    lack: lack(facts),
    why: asSentence(clean(facts.target.whyTeam, 400)) || '[One line: why this team and not just any team.]',
    next: next(facts),
    closing: closing(facts),
    pairs: [],
    paper: 'A4',
  };
}

function greeting({ cast, tone }: Facts): string {
  const name = tone === 'warm' ? cast.manager.first : cast.manager.full;
  return name ? `Dear ${name},` : 'Dear hiring manager,';
}

function need({ target, cast, role }: Facts): string {
  const number = clean(target.requisition, 40);
  const struggles = afterColon(clean(target.struggles, 400));
  const about = cast.role ? `I am writing about ${role}` : 'I am writing about the role in your team';
  return paragraphs(
    `${about}${number ? ` (${number})` : ''}.`,
    struggles
      ? `As far as I can see from outside, the hard part is this: ${struggles}.`
      : '[What this team needs most, in one or two sentences, in their words.]',
  );
}

function did({ target, workspace }: Facts): string {
  const about = [target.title, target.advert, target.struggles, target.hrNoReason].join(' ');
  const proofs = rankProofs(workspace.me.proofs, about).slice(0, PROOFS_AT_MOST);
  const lines = proofs.map(({ text }) => asSentence(clean(text, 400))).filter((text) => text !== '');
  if (lines.length === 0) {
    lines.push('[What you did that answers this need, with a number.]', '[A second proof, with a number.]');
  }
  return lines.map((line) => `- ${line}`).join('\n');
}

function lack({ target, today }: Facts): string {
  const cover = '[How you cover it: what you did that comes closest, and how fast you learned the last such thing.]';
  if (target.stage !== 'hr-no') {
    return '[The one thing in the posting that you have not done, and how you cover it. Delete this part if there is none.]';
  }
  const reason = afterColon(clean(target.hrNoReason, 240));
  const when = target.hrNoOn ? ` in ${spokenMonth(target.hrNoOn, today)}` : '';
  return sentences(
    `When I spoke with your HR team${when}, I understood that one thing matters most: ${reason || '[the experience, in a few words]'}.`,
    cover,
  );
}

function next({ tone, workspace }: Facts): string {
  const { phone, email } = workspace.me;
  const reach = phone || email ? ' My details are below.' : '';
  if (tone === 'formal') return `If this is of use to you, I would welcome a conversation of twenty minutes.${reach}`;
  if (tone === 'plain') return `If this is useful, could we talk for twenty minutes?${reach}`;
  return `If this is useful to you, I would be glad to talk for twenty minutes, whenever it suits you.${reach}`;
}

const CLOSINGS = { warm: 'With best wishes,', plain: 'Best regards,', formal: 'Yours sincerely,' } as const;

function closing({ tone, cast, workspace }: Facts): string {
  const { phone, email, city } = workspace.me;
  const details = [phone, email, city].map((text) => clean(text, 80)).filter((text) => text !== '');
  return [CLOSINGS[tone], cast.me.full || YOUR_NAME, details.join(' · ')].filter((line) => line !== '').join('\n');
}
