import { mailKey } from '#intake/address.ts';
import type { Doubt } from '#intake/types.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { CompanyIndex } from './company-index.ts';
import { DOUBTS, doubtKind, doubtWords, MOST_BY_CHANCE, MOST_NAMESAKES } from './doubt.ts';
import { isFullName, mayBeOne, nameTokens } from './name-key.ts';
import { ownerOf, PersonIndex } from './person-index.ts';
import { knownSide } from './review.ts';
import type { Slot } from './slot.ts';

/**
 * The questions that imports left open, found again in what is stored: people who may be people stored
 * before them. Nobody is asked about who was said to be somebody else. Strongest first, as in a review.
 */
export function doublesIn(workspace: Workspace): Doubt[] {
  const companies = new CompanyIndex(workspace);
  const index = new PersonIndex(workspace, 'me', companies);
  const before = new Set<Slot>();
  const found: { doubt: Doubt; byChance: number }[] = [];
  for (const slot of index.slots) {
    const doubt = doubtOf(slot, { workspace, companies, index, before });
    if (doubt) found.push(doubt);
    before.add(slot);
  }
  found.sort((a, b) => DOUBTS.indexOf(a.doubt.kind) - DOUBTS.indexOf(b.doubt.kind) || a.byChance - b.byChance);
  return found.map(({ doubt }, at) => ({ ...doubt, index: at }));
}

/** So many of one name are not even compared: it would take their square. */
const MOST_COMPARED = 50;

interface Among {
  readonly workspace: Workspace;
  readonly companies: CompanyIndex;
  readonly index: PersonIndex;
  readonly before: ReadonlySet<Slot>;
}

function doubtOf(slot: Slot, among: Among): { doubt: Doubt; byChance: number } | null {
  const { companies, index } = among;
  const tokens = nameTokens(slot.name);
  const mailbox = ofOneMailbox(slot, tokens, among);
  if (mailbox) return { doubt: doubtFor(slot, [mailbox], 'one-mailbox', 0, companies), byChance: 0 };
  if (tokens.length < 2 && !isFullName(tokens)) return null;
  const named = index.byName(tokens);
  if (named.length > MOST_COMPARED) return null;
  const namesakes = named.filter((other) => mayBeAsked(slot, other, among));
  const near =
    namesakes.length > 0 ? namesakes : index.byLooseName(tokens).filter((other) => mayBeAsked(slot, other, among));
  if (near.length === 0 || near.length > MOST_NAMESAKES) return null;
  const own = slot.companies(companies);
  const colleague = near.find((other) => share(own, other.companies(companies)));
  const byChance = index.nameParts.byChance(tokens, namesakes.length);
  if (!colleague && byChance > MOST_BY_CHANCE) return null;
  const options = colleague ? [colleague] : near;
  const theirs = options.flatMap((other) => other.companies(companies));
  const company = own.find((each) => theirs.includes(each)) ?? own[0] ?? null;
  const profile = slot.hasProfile && options.some((other) => other.hasProfile) ? 'another' : '';
  const kind = doubtKind({ company, companies: theirs, profile, namesakes: namesakes.length });
  return { doubt: doubtFor(slot, options, kind, namesakes.length, companies), byChance };
}

function ofOneMailbox(slot: Slot, tokens: readonly string[], { index, before }: Among): Slot | null {
  if (!slot.known) return null;
  for (const address of profileOf(slot.known).emails) {
    const others = index.byMail(mailKey(address)).filter((other) => other !== slot);
    const [other] = others;
    if (others.length !== 1 || !other || !before.has(other) || areTwo(slot, other)) continue;
    if (!mayBeOne(nameTokens(other.name), tokens)) return other;
  }
  return null;
}

/** Asked once, of the later one, and never about two profiles unless both are of one company. */
function mayBeAsked(slot: Slot, other: Slot, { workspace, companies, before }: Among): boolean {
  if (!before.has(other) || areTwo(slot, other) || areTwoConnections(slot, other, workspace)) return false;
  const profiles = slot.known?.sightings.map(({ profile }) => profile).filter((profile) => profile !== '') ?? [];
  const otherProfile = profiles.length > 0 && other.hasProfile && !profiles.some((profile) => other.isProfile(profile));
  return !otherProfile || share(slot.companies(companies), other.companies(companies));
}

function areTwo({ known: a }: Slot, { known: b }: Slot): boolean {
  return !a || !b || a.own.notSame.includes(b.id) || b.own.notSame.includes(a.id);
}

/** A connection list names nobody twice, and on one owner's lists a person keeps the day of connection. */
function areTwoConnections({ known: a }: Slot, { known: b }: Slot, workspace: Workspace): boolean {
  const connected = (person: typeof a) => (person?.sightings ?? []).filter((each) => each.listed && each.connected);
  return connected(a).some((one) =>
    connected(b).some(
      (other) =>
        ownerOf(one, workspace) === ownerOf(other, workspace) &&
        (one.connected !== other.connected || one.imports.some((id) => other.imports.includes(id))),
    ),
  );
}

function share<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.some((each) => b.includes(each));
}

function doubtFor(
  slot: Slot,
  options: readonly Slot[],
  kind: Doubt['kind'],
  namesakes: number,
  companies: CompanyIndex,
): Doubt {
  const { file = '', row = 0 } = slot.known?.sightings[0] ?? {};
  return {
    index: 0,
    file,
    row,
    about: slot.id,
    kind,
    reason: doubtWords(kind, namesakes),
    incoming: knownSide(slot, companies),
    options: options.map((other) => ({ person: other.id, known: knownSide(other, companies) })),
  };
}
