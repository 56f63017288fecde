import { type Ask, isOpen } from '#model/ask.ts';
import type { AskId, PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import { companyNamed, personNamed } from './names.ts';
import { openElsewhere } from './situation-of.ts';
import { owesThanks } from './thanks.ts';

export interface Block {
  readonly code:
    | 'closed'
    | 'do-not-contact'
    | 'left-out'
    | 'hidden-employer'
    | 'open-here'
    | 'open-with-friend'
    | 'open-with-manager'
    | 'declined'
    | 'thanks-owed';
  /** One or two sentences for the screen. */
  readonly reason: string;
  /** "She offered" takes it away. */
  readonly overridable: boolean;
  /** Whether the new ask may wait as a fallback. */
  readonly queue: boolean;
  /** The ask that stands in the way. */
  readonly ask: AskId | null;
}

/**
 * Why no second ask may be prepared now, the strongest reason first; null when nothing stands in the way
 * (PLAYBOOK §6). Only preparing is ever stopped: what happened in life is recorded.
 */
export function blocksAsk(workspace: Workspace, target: Target, friend: PersonId): Block | null {
  const asks = [...workspace.asks.values()];
  return byTarget(target) ?? byPerson(workspace, friend) ?? byAsks(workspace, asks, target, friend);
}

function byTarget(target: Target): Block | null {
  if (target.closed === null) return null;
  return block('closed', 'You closed this target. Open it again before you ask anybody.', null);
}

function byPerson(workspace: Workspace, friend: PersonId): Block | null {
  const person = workspace.people.get(friend);
  const name = personNamed(workspace, friend).first || 'This friend';
  if (person?.own.doNotContact) {
    return block(
      'do-not-contact',
      `You marked ${name} as do not contact. Take the mark off the card first, if it is over.`,
      null,
    );
  }
  if (person?.own.leaveOut) {
    return block('left-out', `${name} asked to be left out of job asks. Only ${name} can change that.`, null);
  }
  const company = person ? profileOf(person).company : null;
  const hidden = workspace.me.employers.some(
    (job) => job.still === 'hidden' && job.company === company && company !== null,
  );
  if (!hidden) return null;
  const where = companyNamed(workspace, company) || 'your employer';
  return block('hidden-employer', `${name} works at ${where}, where nobody may know that you are looking.`, null);
}

function byAsks(workspace: Workspace, asks: readonly Ask[], target: Target, friend: PersonId): Block | null {
  const name = personNamed(workspace, friend).first || 'This friend';
  const withFriend = asks.filter((ask) => ask.friend === friend);
  const here = withFriend.find((ask) => ask.target === target.id && (isOpen(ask) || ask.state === 'queued'));
  if (here) {
    const waits = here.state === 'queued' ? 'waits as a fallback' : 'is open';
    return block('open-here', `An ask to ${name} for this target ${waits} already. Go on with that one.`, here.id);
  }
  const open = withFriend.find(isOpen);
  if (open) {
    const about = titleOf(workspace, open);
    return budget(
      'open-with-friend',
      `${name} already has an open ask from you${about}. Wait until it is closed and thanked, unless ${name} offered.`,
      open.id,
    );
  }
  const other = openElsewhere(asks, target, friend);
  if (other) {
    const manager = personNamed(workspace, target.manager).full || 'the hiring manager';
    const carrier = personNamed(workspace, other.friend).first || 'Another friend';
    return budget(
      'open-with-manager',
      `${carrier} has an open ask to ${manager}. One at a time: ${name} can wait as the fallback.`,
      other.id,
    );
  }
  const refused = withFriend.find((ask) => ask.target === target.id && ask.state === 'declined');
  if (refused)
    return {
      ...block('declined', `${name} said no to this one. Ask again only if ${name} comes back to it.`, refused.id),
      overridable: true,
    };
  const owed = withFriend.find(owesThanks);
  if (!owed) return null;
  return budget(
    'thanks-owed',
    `You have not thanked ${name} yet${titleOf(workspace, owed)}. Thank ${name} first; then you may ask again.`,
    owed.id,
  );
}

function block(code: Block['code'], reason: string, ask: AskId | null): Block {
  return { code, reason, overridable: false, queue: false, ask };
}

function budget(code: Block['code'], reason: string, ask: AskId): Block {
  return { code, reason, overridable: true, queue: true, ask };
}

function titleOf(workspace: Workspace, ask: Ask): string {
  const target = workspace.targets.get(ask.target);
  const company = target ? companyNamed(workspace, target.company) : '';
  return company ? ` (${company})` : '';
}

/** The fallback that may be taken up now for a target: queued, and nothing else stands in its way. */
export function fallbackFor(workspace: Workspace, target: Target): Ask | null {
  const asks = [...workspace.asks.values()];
  const queued = asks.filter((ask) => ask.target === target.id && ask.state === 'queued');
  const others = new Map([...workspace.asks].filter(([, ask]) => ask.state !== 'queued'));
  return queued.find((ask) => blocksAsk({ ...workspace, asks: others }, target, ask.friend) === null) ?? null;
}
