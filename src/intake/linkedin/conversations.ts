import { fold } from '#intake/text.ts';
import type { CandidateMark, CandidateMessages } from '#intake/types.ts';
import { dayOf, type Seconds } from '#model/time.ts';
import type { Message, Party } from './message-rows.ts';

/** Whoever the file belongs to, and what passed between them and others. */
export interface Exchanged {
  readonly owner: Party;
  readonly messages: readonly CandidateMessages[];
  readonly marks: readonly CandidateMark[];
}

interface Conversation {
  readonly messages: Message[];
  readonly parties: Set<string>;
  /** Somebody without a name took part: it was no talk of two known people. */
  nobody: boolean;
}

/** The owner takes part in (nearly) every conversation; measured: in all of 4,202. */
const OWNER_SHARE = 0.95;

/**
 * Talks of exactly two people as events, larger ones as a mark for each of their people (WARMTH.md §2);
 * null when it cannot be told who of them is the owner.
 */
export function exchangedIn(
  messages: readonly Message[],
  hints: { name: string; profiles: readonly string[] },
): Exchanged | null {
  const keys = new PartyKeys(messages);
  const conversations = conversationsOf(messages, keys);
  const owner = ownerOf(messages, conversations, keys, hints);
  if (owner === null) return null;
  const pairs = new Map<string, { theirs: Seconds[]; mine: Seconds[] }>();
  const groups = new Map<string, Seconds>();
  for (const { messages: talk, parties, nobody } of conversations.values()) {
    const others = [...parties].filter((key) => key !== owner);
    const [other] = others;
    if (other === undefined) continue;
    if (others.length === 1 && !nobody && parties.has(owner)) addPair(pairs, other, owner, talk, keys);
    else if (others.length + (nobody ? 1 : 0) > 1) addGroup(groups, others, talk);
  }
  return {
    owner: keys.party(owner),
    messages: [...pairs].map(([key, lists]) => ({ who: whoIs(keys.party(key)), channel: 'linkedin', ...lists })),
    marks: [...groups].map(([key, newest]) => ({
      who: { ...whoIs(keys.party(key)), company: '' },
      kind: 'group-thread',
      on: dayOf(newest),
      text: '',
    })),
  };
}

/** One key per person: the profile, also for a name that some message shows with its profile. */
class PartyKeys {
  readonly #byName = new Map<string, string>();
  readonly #parties = new Map<string, Party>();

  readonly #keys = new Map<Party, string>();

  constructor(messages: readonly Message[]) {
    const all = new Set<Party>();
    for (const { from, to } of messages) {
      all.add(from);
      for (const party of to) all.add(party);
    }
    for (const party of all) this.#learn(party);
    for (const party of all) this.#keys.set(party, this.#keyOf(party));
  }

  /** '' for nobody. */
  of(party: Party): string {
    return this.#keys.get(party) ?? this.#keyOf(party);
  }

  #keyOf({ name, profile }: Party): string {
    if (profile !== '') return profile;
    if (name === '') return '';
    const folded = fold(name) || name;
    return this.#byName.get(folded) || `name ${folded}`;
  }

  party(key: string): Party {
    return this.#parties.get(key) ?? { name: '', profile: '' };
  }

  named(name: string): string {
    return this.of({ name, profile: '' });
  }

  #learn(party: Party): void {
    const { name, profile } = party;
    const folded = fold(name) || name;
    if (profile !== '' && folded !== '') {
      const known = this.#byName.get(folded);
      // Two profiles of one name: the name alone stands for neither.
      this.#byName.set(folded, known === undefined || known === profile ? profile : '');
    }
    const key = profile || (folded && `name ${folded}`);
    if (key !== '' && !this.#parties.get(key)?.name) this.#parties.set(key, party);
  }
}

function conversationsOf(messages: readonly Message[], keys: PartyKeys): Map<string, Conversation> {
  const conversations = new Map<string, Conversation>();
  for (const message of messages) {
    const all = [message.from, ...message.to].map((party) => keys.of(party));
    const id = message.conversation || `parties ${[...new Set(all)].sort().join(' ')}`;
    let conversation = conversations.get(id);
    if (!conversation) {
      conversation = { messages: [], parties: new Set(), nobody: false };
      conversations.set(id, conversation);
    }
    conversation.messages.push(message);
    for (const key of all) {
      if (key === '') conversation.nobody = true;
      else conversation.parties.add(key);
    }
  }
  return conversations;
}

function ownerOf(
  messages: readonly Message[],
  conversations: ReadonlyMap<string, Conversation>,
  keys: PartyKeys,
  hints: { name: string; profiles: readonly string[] },
): string | null {
  const counts = new Map<string, number>();
  for (const { parties } of conversations.values())
    for (const key of parties) counts.set(key, (counts.get(key) ?? 0) + 1);
  const directed = byDirection(messages, keys);
  if (directed !== null) return directed;
  const most = Math.max(0, ...counts.values());
  const everywhere = [...counts].filter(([, count]) => count === most).map(([key]) => key);
  const hinted = [...hints.profiles, ...(hints.name === '' ? [] : [keys.named(hints.name)])].find((key) =>
    counts.has(key),
  );
  if (hinted !== undefined && (everywhere.includes(hinted) || (counts.get(hinted) ?? 0) >= conversations.size / 2))
    return hinted;
  const withOthers = [...conversations.values()].filter(({ parties }) => parties.size > 0).length;
  return everywhere.length === 1 && most >= withOthers * OWNER_SHARE ? (everywhere[0] ?? null) : null;
}

/** 2018 says of each message whether it went out: whoever is on that side most often. */
function byDirection(messages: readonly Message[], keys: PartyKeys): string | null {
  const counts = new Map<string, number>();
  for (const { outgoing, from, to } of messages) {
    const mine = outgoing === null ? undefined : outgoing ? from : to.length === 1 ? to[0] : undefined;
    if (mine) counts.set(keys.of(mine), (counts.get(keys.of(mine)) ?? 0) + 1);
  }
  counts.delete('');
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? null;
}

function addPair(
  pairs: Map<string, { theirs: Seconds[]; mine: Seconds[] }>,
  other: string,
  owner: string,
  talk: readonly Message[],
  keys: PartyKeys,
): void {
  const lists = pairs.get(other) ?? { theirs: [], mine: [] };
  pairs.set(other, lists);
  for (const { from, at } of talk) {
    const sender = keys.of(from);
    if (sender === owner) lists.mine.push(at);
    else if (sender === other) lists.theirs.push(at);
  }
}

function addGroup(groups: Map<string, Seconds>, others: readonly string[], talk: readonly Message[]): void {
  const newest = talk.reduce((latest, { at }) => Math.max(latest, at), 0);
  for (const key of others) groups.set(key, Math.max(groups.get(key) ?? 0, newest));
}

function whoIs({ name, profile }: Party): CandidateMessages['who'] {
  return { name, profile, emails: [] };
}
