import type { Packet } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WayIn } from '#paths/types.ts';
import { personNamed } from './names.ts';
import type { Situation } from './situation.ts';
import { openElsewhere, situationOf } from './situation-of.ts';
import { type Cast, castOf, theRole } from './slots.ts';

export type Tone = Packet['tone'];

/** How the friend speaks of me while my name is not known. */
export const SOMEBODY = 'a friend of mine';

export interface Draft {
  readonly workspace: Workspace;
  readonly target: Target;
  readonly way: WayIn | null;
  readonly tone: Tone;
  readonly today: Day;
}

/** What every text is written from. Names have words for "not known": no sentence has an empty slot. */
export interface Facts extends Omit<Draft, 'workspace'> {
  readonly workspace: Workspace;
  readonly cast: Cast;
  readonly situation: Situation;
  readonly manager: string;
  readonly managerFirst: string;
  readonly bridge: string;
  readonly bridgeFirst: string;
  readonly company: string;
  /** "at Acme" or "there". */
  readonly at: string;
  /** "the Head of Product role" or "that role". */
  readonly role: string;
  /** "the Head of Product role at Acme" */
  readonly roleAt: string;
  /** As the friend would say it. */
  readonly me: string;
  readonly meFirst: string;
}

export function factsOf(draft: Draft): Facts {
  const { workspace, target, way } = draft;
  const situation = situationOf(draft);
  const friend = situation.contact === 'friend' || situation.contact === 'hr' ? (way?.people[0] ?? null) : null;
  const other = openElsewhere([...workspace.asks.values()], target, friend);
  const cast = castOf(workspace, target, way, personNamed(workspace, other?.friend));
  const role = cast.role ? theRole(cast.role) : 'that role';
  return {
    ...draft,
    cast,
    situation,
    manager: cast.manager.full || 'the hiring manager',
    managerFirst: cast.manager.first || 'the hiring manager',
    bridge: cast.bridge.full || 'the person you know there',
    bridgeFirst: cast.bridge.first || 'the person you know there',
    company: cast.company || 'the company',
    at: cast.company ? `at ${cast.company}` : 'there',
    role,
    roleAt: cast.company ? `${role} at ${cast.company}` : role,
    me: cast.me.full || SOMEBODY,
    meFirst: cast.me.first || SOMEBODY,
  };
}

/** "Hi Ana," in the tone; a friend without a name is still greeted. */
export function greetFriend({ tone, cast }: Facts): string {
  const name = cast.friend.first;
  if (tone === 'formal') return name ? `Dear ${name},` : 'Hello,';
  return name ? `Hi ${name},` : 'Hi,';
}

/** How a question to a friend begins. */
export const ONE_QUESTION: Readonly<Record<Tone, string>> = {
  warm: 'A quick question:',
  plain: 'One question:',
  formal: 'May I ask you one thing:',
};

/** The end of a private message: words that fit any answer, and my first name when it is known. */
export function signOff({ tone, cast }: Facts, words: string): string {
  const name = tone === 'formal' ? cast.me.full : cast.me.first;
  if (name === '') return words.replace(/,$/, '.');
  if (tone !== 'formal') return `${words}\n${name}`;
  return words.endsWith(',') ? `Kind regards,\n${name}` : `${words}\n\nKind regards,\n${name}`;
}
