import { fold } from '#intake/text.ts';
import type { CandidateMark, CandidateMessages, MaybeOwner } from '#intake/types.ts';
import { dayOf, type Seconds } from '#model/time.ts';
import type { Message, Party } from './message-rows.ts';

/** What passed between the owner of the file and others, or who the owner may be when that cannot be told. */
export type Exchanged =
  | {
      readonly is: 'known';
      readonly owner: Party;
      readonly messages: readonly CandidateMessages[];
      readonly marks: readonly CandidateMark[];
      /** Conversations the owner has no part in: somebody else's. */
      readonly without: number;
    }
  | { readonly is: 'unknown'; readonly why: string; readonly people: readonly MaybeOwner[] };

/** What is known of the user: their name, their profiles, and what they said of this very file. */
export interface Hints {
  readonly name: string;
  readonly profiles: readonly string[];
  readonly said: string;
}

interface Conversation {
  readonly messages: Message[];
  readonly parties: Set<string>;
  /** Somebody without a name took part: it was no talk of two known people. */
  nobody: boolean;
}

/** The owner takes part in (nearly) every conversation; measured: in all of 4,202. */
const OWNER_SHARE = 0.95;
/** Among how many the person chooses when nobody is. */
const MOST_ASKED = 5;

/**
 * Talks of exactly two people as events, larger ones as a mark for each of their people (WARMTH.md §2);
 * nothing when it cannot be told who of them is the owner.
 */
export function exchangedIn(messages: readonly Message[], hints: Hints): Exchanged {
  const keys = new PartyKeys(messages);
  const conversations = conversationsOf(messages, keys);
  const counted = countedIn(conversations);
  const owner = counted.parts.has(hints.said) ? hints.said : ownerOf(messages, counted, keys, hints);
  if (owner === null) return unknown(counted, keys, hints);
  let without = 0;
  const pairs = new Map<string, { theirs: Seconds[]; mine: Seconds[] }>();
  const groups = new Map<string, Seconds>();
  for (const { messages: talk, parties, nobody } of conversations.values()) {
    const others = [...parties].filter((key) => key !== owner);
    const [other] = others;
    if (!parties.has(owner) && !nobody) without++;
    if (other === undefined || !parties.has(owner)) continue;
    if (others.length === 1 && !nobody) addPair(pairs, other, owner, talk, keys);
    else if (others.length + (nobody ? 1 : 0) > 1) addGroup(groups, others, talk);
  }
  return {
    is: 'known',
    without,
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
    const id = message.conversation || `parties ${partiesOf(message, keys)}`;
    let conversation = conversations.get(id);
    if (!conversation) {
      conversation = { messages: [], parties: new Set(), nobody: false };
      conversations.set(id, conversation);
    }
    conversation.messages.push(message);
    join(conversation, keys.of(message.from));
    for (const party of message.to) join(conversation, keys.of(party));
  }
  return conversations;
}

function partiesOf({ from, to }: Message, keys: PartyKeys): string {
  return [...new Set([from, ...to].map((party) => keys.of(party)))].sort().join(' ');
}

function join(conversation: Conversation, key: string): void {
  if (key === '') conversation.nobody = true;
  else conversation.parties.add(key);
}

/** How many conversations each person takes part in. Where somebody has no name, it may be the owner: not counted. */
interface Counted {
  readonly parts: ReadonlyMap<string, number>;
  readonly all: number;
}

function countedIn(conversations: ReadonlyMap<string, Conversation>): Counted {
  const talks = [...conversations.values()].filter(({ parties }) => parties.size > 0);
  const whole = talks.filter(({ nobody }) => !nobody);
  const counted = whole.length > 0 ? whole : talks;
  const parts = new Map<string, number>();
  for (const { parties } of counted) for (const key of parties) parts.set(key, (parts.get(key) ?? 0) + 1);
  return { parts, all: counted.length };
}

/**
 * Whoever is in every conversation; of several such people the one that is known to be the user. Somebody
 * who is only in some is never the owner, also when it is the user: then it is a friend's file.
 */
function ownerOf(messages: readonly Message[], { parts, all }: Counted, keys: PartyKeys, hints: Hints): string | null {
  const directed = byDirection(messages, keys);
  if (directed !== null) return directed;
  const most = Math.max(0, ...parts.values());
  if (most < all * OWNER_SHARE) return null;
  const everywhere = [...parts].filter(([, count]) => count === most).map(([key]) => key);
  const mine = [...hints.profiles, ...(hints.name === '' ? [] : [keys.named(hints.name)])];
  return everywhere.find((key) => mine.includes(key)) ?? (everywhere.length === 1 ? (everywhere[0] ?? null) : null);
}

function unknown({ parts, all }: Counted, keys: PartyKeys, hints: Hints): Exchanged {
  const people = [...parts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_ASKED)
    .map(([key, count]): MaybeOwner => ({ key, name: keys.party(key).name || key, parts: count, all }));
  const mine = [...hints.profiles, ...(hints.name === '' ? [] : [keys.named(hints.name)])].find((key) =>
    parts.has(key),
  );
  const why =
    mine === undefined
      ? 'It cannot be told which of these people is you, so nothing of it is counted.'
      : `You are in ${parts.get(mine)} of its ${all} conversations; in an export of your own you are in all. Nothing of it is counted.`;
  return { is: 'unknown', why, people };
}

/** 2018 says of each message whether it went out: whoever is on that side of (nearly) all. */
function byDirection(messages: readonly Message[], keys: PartyKeys): string | null {
  const counts = new Map<string, number>();
  for (const { outgoing, from, to } of messages) {
    const mine = outgoing === null ? undefined : outgoing ? from : to.length === 1 ? to[0] : undefined;
    if (mine) counts.set(keys.of(mine), (counts.get(keys.of(mine)) ?? 0) + 1);
  }
  counts.delete('');
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return first && first[1] >= all * OWNER_SHARE ? first[0] : null;
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
