import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WayIn } from '#paths/types.ts';
import { clean, companyNamed, type Named, namedAs, personNamed } from './names.ts';

/** What a sentence may leave open. Every slot has words for "not known", so none is ever empty. */
export const TOKENS: ReadonlySet<string> = new Set([
  'me',
  'friend',
  'friendFull',
  'friends',
  'manager',
  'managerFirst',
  'managers',
  'bridge',
  'bridgeFull',
  'company',
  'atCompany',
  'theRole',
  'aRole',
  'otherFriend',
  'weakerStep',
]);

/** The words of each slot; `name` false marks a stand-in that takes a capital at the start of a sentence. */
export type Slots = ReadonlyMap<string, { readonly text: string; readonly name: boolean }>;

export interface Cast {
  readonly me: Named;
  readonly friend: Named;
  readonly manager: Named;
  readonly bridge: Named;
  readonly otherFriend: Named;
  /** The two ends of the weaker step, "Ana to Marta"; '' without a way. */
  readonly weakerStep: string;
  readonly company: string;
  readonly role: string;
}

/** Who and what a plan is about. The friend is the first person of the way unless it is the manager. */
export function castOf(workspace: Workspace, target: Target, way: WayIn | null, otherFriend?: Named): Cast {
  const people = way?.people ?? [];
  const nobody = { full: '', first: '' };
  return {
    me: namedAs(clean(workspace.me.name)),
    friend: people.length > 1 ? personNamed(workspace, people[0]) : nobody,
    manager: personNamed(workspace, target.manager),
    bridge: people.length > 2 ? personNamed(workspace, people[1]) : nobody,
    otherFriend: otherFriend ?? nobody,
    weakerStep: weakerStep(workspace, way),
    company: companyNamed(workspace, target.company),
    role: clean(target.title, 90).replace(/(?<![.\s])[.\s]+$/, ''),
  };
}

function weakerStep(workspace: Workspace, way: WayIn | null): string {
  const step = way?.steps[way.weaker];
  if (!step) return '';
  const to = personNamed(workspace, step.to).first;
  const from = step.from === 'me' ? 'you' : personNamed(workspace, step.from).first;
  return from && to ? `${from} to ${to}` : '';
}

export function slotsOf(cast: Cast): Slots {
  const word = (text: string, standIn: string) => ({ text: text || standIn, name: text !== '' });
  const { friend, manager, company, role } = cast;
  return new Map([
    ['me', word(cast.me.first, 'I')],
    ['friend', word(friend.first, 'your friend')],
    ['friendFull', word(friend.full, 'your friend')],
    ['friends', word(possessive(friend.first), "your friend's")],
    ['manager', word(manager.full, 'the hiring manager')],
    ['managerFirst', word(manager.first, 'the hiring manager')],
    ['managers', word(possessive(manager.first), "the hiring manager's")],
    ['bridge', word(cast.bridge.first, 'the person between you')],
    ['bridgeFull', word(cast.bridge.full, 'the person between you')],
    ['otherFriend', word(cast.otherFriend.first, 'another friend')],
    ['weakerStep', word(cast.weakerStep, 'the one that is less sure')],
    ['company', word(company, 'the company')],
    ['atCompany', company ? { text: `at ${company}`, name: true } : { text: 'there', name: false }],
    ['theRole', role ? { text: theRole(role), name: false } : { text: 'this role', name: false }],
    ['aRole', role ? { text: `a role as ${role}`, name: false } : { text: 'a role', name: false }],
  ]);
}

/** "the Head of Product role"; a title that already says role, job or position gets no second one. */
export function theRole(role: string): string {
  const bare = role.replace(/^the\s+/i, '');
  return /\b(role|job|position|opening|vacancy)$/i.test(bare) ? `the ${bare}` : `the ${bare} role`;
}

function possessive(name: string): string {
  return name === '' ? '' : `${name}'s`;
}

/** Fills the slots in one pass: what a name contains is never read as a slot. */
export function fill(template: string, slots: Slots): string {
  return template.replace(/\{(\w+)\}/g, (_, token: string, at: number) => {
    const words = slots.get(token);
    if (!words) return '';
    const starts = /(^|[.!?:]\s|\n)["“]?$/.test(template.slice(0, at)) && !/:\s["“]?$/.test(template.slice(0, at));
    return words.name || !starts ? words.text : words.text.charAt(0).toUpperCase() + words.text.slice(1);
  });
}
