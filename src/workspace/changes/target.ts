import type { Change } from '#model/change.ts';
import { newId, type PersonId, type TargetId, tieIdOf } from '#model/ids.ts';
import { type OwnWords, personByHand, profileOf } from '#model/person.ts';
import { checksFor, type FriendChecks, type Target, targetSchema } from '#model/target.ts';
import type { Day } from '#model/time.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import type { FirstDoor, NewTarget } from '#workspace/types.ts';
import { companyNamed } from './company.ts';
import { nameOf, nothing, targetName } from './words.ts';

/** A target, and the company and hiring manager when they are new. */
export function addTarget(workspace: Workspace, input: NewTarget, today: Day): { id: TargetId; change: Change } {
  const company = companyNamed(workspace, input.company);
  const put: Entry[] = [...company.change.put];
  let manager: PersonId | null = null;
  if (typeof input.manager === 'string') manager = input.manager;
  else if (input.manager?.name.trim()) {
    const person = personByHand(newId('person'), { name: input.manager.name.trim(), company: company.id });
    put.push(person);
    manager = person.id;
  }
  const id = newId('target');
  const target = targetSchema.parse({ id, created: today, title: input.title.trim(), company: company.id, manager });
  const what = `New target ${input.title.trim() || 'a role'} at ${input.company.trim()}`;
  return { id, change: { what, put: [...put, target], remove: [] } };
}

/**
 * The first door: four names and how I know that the friend knows the manager, as one step. A name that
 * exactly one known person bears is that person. How close we are is what was said, now or before; where
 * nothing was, "a friend in mind" is assumed to be somebody who would recognise me (closeness 3).
 */
export function firstDoor(workspace: Workspace, input: FirstDoor, today: Day): { id: TargetId; change: Change } {
  const found = personNamed(workspace, input.friend);
  const friend = found ?? personByHand(newId('person'), { name: input.friend.trim() });
  const own = { ...friend.own, ...closenessAtDoor(friend.own, input.closeness ?? null, today) };
  const known = personNamed(workspace, input.manager);
  const manager = known && known.id !== friend.id ? known.id : { name: input.manager };
  const target = addTarget(workspace, { title: input.title, company: input.company, manager }, today);
  const put: Entry[] = [...target.change.put, { ...friend, own }];
  const managerId = managerOf(put, target.id);
  if (managerId) {
    const [a, b] = friend.id < managerId ? [friend.id, managerId] : [managerId, friend.id];
    const id = tieIdOf(a, b);
    const said = { on: today, how: input.how, says: input.says, by: null, question: null, remark: '' };
    put.push({ id, a, b, statements: [...(workspace.ties.get(id)?.statements ?? []), said] });
  }
  return { id: target.id, change: { ...target.change, put } };
}

function closenessAtDoor(own: OwnWords, said: OwnWords['closeness'] | null, today: Day): Partial<OwnWords> {
  if (said != null) return { closeness: said, closenessOn: today };
  return own.closeness === undefined ? { closeness: 3, closenessAssumed: true } : {};
}

function managerOf(put: readonly Entry[], id: TargetId): PersonId | null {
  const target = put.find((record) => record.id === id) as Target | undefined;
  return target?.manager ?? null;
}

function personNamed(workspace: Workspace, name: string) {
  const wanted = folded(name);
  const found = [...workspace.people.values()].filter((person) => folded(profileOf(person).name) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

export function editTarget(workspace: Workspace, id: TargetId, edit: Partial<Omit<Target, 'id'>>): Change {
  const target = workspace.targets.get(id);
  if (!target) return nothing;
  return { what: `Edit of ${targetName(workspace, target)}`, put: [{ ...target, ...edit }], remove: [] };
}

/** What is known of one friend for this target. */
export function editChecks(workspace: Workspace, id: TargetId, friend: PersonId, edit: Partial<FriendChecks>): Change {
  const target = workspace.targets.get(id);
  if (!target) return nothing;
  const others = target.checks.filter((checks) => checks.friend !== friend);
  const checks = [...others, { ...checksFor(target, friend), ...edit, friend }];
  const what = `What ${nameOf(workspace, friend)} can do for ${targetName(workspace, target)}`;
  return { what, put: [{ ...target, checks }], remove: [] };
}

/** The target with its requests, and its CV unless another target uses it. */
export function removeTarget(workspace: Workspace, id: TargetId): Change {
  const target = workspace.targets.get(id);
  if (!target) return nothing;
  const asks = [...workspace.asks.values()].filter((ask) => ask.target === id).map((ask) => ask.id);
  const files = unusedWithout(workspace, target);
  return { what: `Deletion of ${targetName(workspace, target)}`, put: [], remove: [id, ...asks, ...files] };
}

/** The target's kept file, when no other target names it. */
export function unusedWithout(workspace: Workspace, target: Target): NonNullable<Target['cv']>[] {
  const { cv } = target;
  if (!cv) return [];
  const used = [...workspace.targets.values()].some((other) => other.id !== target.id && other.cv === cv);
  return used ? [] : [cv];
}

/** Closed by a decision that counts as a good one; what is open with a friend stays to be told to her. */
export function walkAway(workspace: Workspace, id: TargetId, today: Day): Change {
  const target = workspace.targets.get(id);
  if (!target) return nothing;
  const closed = { on: today, how: 'walked-away' as const };
  return { what: `Walking away from ${targetName(workspace, target)}`, put: [{ ...target, closed }], remove: [] };
}

export function reopen(workspace: Workspace, id: TargetId): Change {
  const target = workspace.targets.get(id);
  if (!target) return nothing;
  return { what: `Reopening of ${targetName(workspace, target)}`, put: [{ ...target, closed: null }], remove: [] };
}
