import { LISTS } from '#intake/lists.ts';
import type { FileKind, OwnFacts, ReadOut } from '#intake/types.ts';
import type { PersonId } from '#model/ids.ts';
import type { Me } from '#model/me.ts';
import { profileOf } from '#model/person.ts';
import type { Problem } from '#model/problem.ts';
import type { Workspace } from '#model/workspace.ts';
import { looseKey, mayBeOne, nameTokens } from './name-key.ts';

const CORRESPONDENCE: ReadonlySet<FileKind> = new Set(['linkedin-messages', 'mbox', 'eml', 'calendar']);

export interface Checked {
  readonly read: readonly ReadOut[];
  readonly problems: readonly Problem[];
}

/**
 * Only what is really the owner's goes on. Of a friend's files the lists are taken, never messages; and
 * files that say they are somebody else's are not taken as mine.
 */
export function checkOwner(read: readonly ReadOut[], workspace: Workspace, owner: 'me' | PersonId): Checked {
  return owner === 'me' ? onlyMine(read, workspace) : onlyLists(read, workspace, owner);
}

function onlyLists(read: readonly ReadOut[], workspace: Workspace, owner: PersonId): Checked {
  const person = workspace.people.get(owner);
  const whose = person ? `${profileOf(person).name}’s` : 'a friend’s';
  const problems = read
    .filter(({ kind }) => CORRESPONDENCE.has(kind))
    .map((out) => refusal(out, `${ofWhom(out, whose)}. Of a friend only the list of contacts is taken in.`));
  const slugs = person ? person.sightings.map(({ profile }) => profile) : [];
  const name = person ? profileOf(person).name : 'your friend';
  const isOthers = (out: ReadOut): boolean => isOnOwnList(out, slugs);
  const others = read
    .filter(isOthers)
    .map((out) =>
      refusal(out, `${name} is on this list. Nobody is their own connection, so it is somebody else’s: say whose.`),
    );
  const lists = read
    .filter((out) => LISTS.has(out.kind) && !isOthers(out))
    .map((out) => ({ ...out, messages: [], marks: [], seeds: [], own: {} }));
  return { read: lists, problems: [...problems, ...others] };
}

function ofWhom({ kind }: ReadOut, whose: string): string {
  return kind === 'calendar' ? `This is ${whose} calendar` : `These are ${whose} messages`;
}

function onlyMine(read: readonly ReadOut[], workspace: Workspace): Checked {
  const foreign = new Map<string, string>();
  let mine: Partial<OwnFacts> = {};
  for (const out of read) {
    const { own } = out;
    if (!own.profile && !own.name) continue;
    if (!out.ownerSaid && isForeign(own, mine, workspace))
      foreign.set(sourceOf(out), own.name || own.profile || 'somebody else');
    else mine = { ...mine, ...own };
  }
  const slugs = [...workspace.me.profiles, ...(mine.profile ? [mine.profile] : [])];
  const isTheirs = (out: ReadOut): boolean =>
    out.kind === 'shared-list' || foreign.has(sourceOf(out)) || isOnOwnList(out, slugs);
  const problems = read
    .filter(isTheirs)
    .map((out) =>
      refusal(out, isOnOwnList(out, slugs) ? ON_IT : foreignSentence(out, foreign.get(sourceOf(out)) ?? 'a friend')),
    );
  return { read: read.filter((out) => !isTheirs(out)), problems };
}

const ON_IT =
  'You are on this list yourself. Nobody is their own connection, so it is a friend’s: say whose, and it is read as theirs.';

/** A connection list with its owner on it is another's. An address book may well hold one's own card. */
function isOnOwnList({ kind, candidates }: ReadOut, slugs: readonly string[]): boolean {
  if (kind !== 'linkedin-connections') return false;
  const own = new Set(slugs);
  own.delete('');
  return own.size > 0 && candidates.some(({ profile }) => own.has(profile));
}

/** An archive is one person's; of loose files each speaks for itself. */
function sourceOf({ archive, file }: ReadOut): string {
  return archive === '' ? file : `${archive}/`;
}

function isForeign(own: Partial<OwnFacts>, mine: Partial<OwnFacts>, workspace: Workspace): boolean {
  const { me } = workspace;
  const profiles = [...me.profiles, ...(mine.profile ? [mine.profile] : [])];
  const names = [me.name, mine.name ?? ''].filter((name) => name !== '');
  if (own.profile && profiles.includes(own.profile)) return false;
  const tokens = nameTokens(own.name ?? '');
  const sameName = names.some((name) => tokens.length > 0 && mayBeOne(nameTokens(name), tokens));
  if (sameName) return false;
  if (own.profile && (profiles.length > 0 || isMyContact(own.profile, workspace))) return true;
  return names.length > 0 && tokens.length > 0 && looseKey(tokens) !== '';
}

/** Nobody is their own connection: a messages owner who is on my list is a friend. */
function isMyContact(profile: string, { people, imports }: Workspace): boolean {
  for (const person of people.values())
    for (const sighting of person.sightings)
      if (sighting.profile === profile && sighting.imports.some((id) => imports.get(id)?.owner === 'me')) return true;
  return false;
}

function foreignSentence({ kind }: ReadOut, whose: string): string {
  if (kind === 'shared-list')
    return 'A friend shared this list: it says whom that friend knows, not whom you know. Say whose list it is first.';
  const what = kind === 'linkedin-messages' ? 'These messages are' : 'This file comes with an export that is';
  return `${what} ${whose}’s, not yours, so nothing of this file was taken in. To bring a friend’s list, choose whose list it is first.`;
}

function refusal(out: ReadOut, message: string): Problem {
  return { file: out.file, row: 0, field: '', code: 'wrong-owner', message };
}

/** Whether a row is the user themselves, as friends’ lists and own address books have them. */
export function isMe(
  who: { name: string; profile: string; emails: readonly string[] },
  me: Pick<Me, 'name' | 'profiles' | 'emails'>,
  inFriendsList: boolean,
): boolean {
  if (who.profile !== '' && me.profiles.includes(who.profile)) return true;
  if (who.emails.some((address) => me.emails.includes(address))) return true;
  return (
    inFriendsList &&
    me.name !== '' &&
    looseKey(nameTokens(me.name)) !== '' &&
    looseKey(nameTokens(who.name)) === looseKey(nameTokens(me.name))
  );
}
