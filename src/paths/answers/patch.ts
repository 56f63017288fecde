import type { Change } from '#model/change.ts';
import type { Company } from '#model/company.ts';
import { type CompanyId, kindOf, type PersonId, type TieId, tieIdOf } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import { STANDINGS, type Tie } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Network } from '#paths/network.ts';
import { renumber } from '#paths/renumber.ts';
import { updateTies } from '#paths/update.ts';
import { Columns } from './columns.ts';
import type { Facts, Known, Touched } from './facts.ts';
import { firstStep, type Guesses, guessesAfter, guessesOf, guessOf, LISTED, pairTie } from './network-of.ts';
import type { Reach } from './reach.ts';

/**
 * Carries a change over to the network where it lies, in time of what it touches and one pass over the ties when
 * people come or go: an edit, a friend's list taken in or back. Touched are my ties to the people it names, the
 * lists they are on, the pairs that were spoken of, and guesses that came, went or changed. Answers the facts and
 * guesses that now hold; a change that moves no tie leaves the network, and all tables made from it, as they are.
 */
export function patch(
  network: Network,
  facts: Facts,
  guesses: Guesses,
  next: Workspace,
  change: Change,
  { people, gone }: Reach,
): { facts: Facts; guesses: Guesses } {
  const { facts: now, moved, touched } = facts.changed(next, people, gone);
  if (moved) renumber(network, moved, now.all.length + 1);
  const guessed = guessesNow(facts, now, guesses, change, touched);
  const columns = new Columns();
  for (const { was, is, node } of touched) {
    const [before, after] = [stepOf(was), stepOf(is)];
    if (is && (after.p !== before.p || after.standing !== before.standing))
      columns.add(0, node, after.p, after.standing);
  }
  const pairs = new Map<TieId, readonly [PersonId, PersonId]>();
  const add = (a: PersonId, b: PersonId) => pairs.set(tieIdOf(a, b), [a, b]);
  for (const { a, b } of spokenOf(facts, now, change, touched)) add(a, b);
  for (const [a, b] of movedGuesses(guesses, guessed)) add(a, b);
  for (const { owner, member, listed } of movedLists(now, touched)) {
    const [a, b] = [owner.known.person.id, member.known.person.id];
    if (next.ties.has(tieIdOf(a, b)) || guessOf(guessed, a, b)) add(a, b);
    else columns.add(owner.node, member.node, listed ? LISTED.p : 0, LISTED.standing);
  }
  for (const [a, b] of pairs.values()) {
    const [one, other] = [now.known(a), now.known(b)];
    if (!one || !other) continue;
    const tie = pairTie(now, guessed, one.person, other.person);
    columns.add(now.nodeOf(a), now.nodeOf(b), tie?.p ?? 0, tie ? STANDINGS.indexOf(tie.standing) : 0);
  }
  if (columns.size > 0) updateTies(network, columns.done(), 'set');
  return { facts: now, guesses: guessed };
}

/** Guesses follow from targets, sizes of companies and where people work: a label or a statement leaves them alone. */
function guessesNow(
  { workspace: before }: Facts,
  now: Facts,
  guesses: Guesses,
  { put, remove }: Change,
  touched: readonly Touched[],
): Guesses {
  const { companies } = now.workspace;
  const ids = [...remove, ...put.map(({ id }) => id)];
  const sized = (id: CompanyId) => !sameSize(companies.get(id), before.companies.get(id));
  if (ids.some((id) => kindOf(id) === 'target' || (kindOf(id) === 'company' && sized(id as CompanyId))))
    return guessesOf(now);
  const moved = touched.filter(({ was, is }) => !was || !is || worksBy(was.person) !== worksBy(is.person));
  return moved.length > 0 ? guessesAfter(now, guesses, moved) : guesses;
}

function sameSize(a: Company | undefined, b: Company | undefined): boolean {
  return (a?.size ?? null) === (b?.size ?? null) && JSON.stringify(a?.units) === JSON.stringify(b?.units);
}

const worksBy = ({ own, sightings }: Person) => JSON.stringify([own.company, own.position, own.place, sightings]);

/** A strength of 0 takes the tie away. */
function stepOf(known: Known | null): { p: number; standing: number } {
  return (known && firstStep(known)) ?? { p: 0, standing: 0 };
}

/** Ties that were spoken of, and those that already speak of somebody new. */
function* spokenOf(before: Facts, now: Facts, change: Change, touched: readonly Touched[]): Generator<Tie> {
  for (const id of [...change.remove, ...change.put.map((entry) => entry.id)]) {
    if (kindOf(id) !== 'tie') continue;
    const tie = now.workspace.ties.get(id as TieId) ?? before.workspace.ties.get(id as TieId);
    if (tie) yield tie;
  }
  const newcomers = newcomersOf(touched);
  if (newcomers.size === 0) return;
  for (const tie of now.workspace.ties.values()) if (newcomers.has(tie.a) || newcomers.has(tie.b)) yield tie;
}

function newcomersOf(touched: readonly Touched[]): Set<PersonId> {
  return new Set(touched.filter(({ was }) => was === null).map(({ id }) => id));
}

function* movedGuesses(old: Guesses, now: Guesses): Generator<readonly [PersonId, PersonId]> {
  for (const manager of new Set([...old.keys(), ...now.keys()])) {
    const [had, has] = [old.get(manager), now.get(manager)];
    for (const other of new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])])) {
      if (had?.get(other)?.p !== has?.get(other)?.p) yield [other, manager];
    }
  }
}

interface Numbered {
  readonly known: Known;
  readonly node: number;
}

/** Whoever came onto a friend's list or left one; with newcomers also everybody on a list of theirs. */
function* movedLists(
  now: Facts,
  touched: readonly Touched[],
): Generator<{ readonly owner: Numbered; readonly member: Numbered; readonly listed: boolean }> {
  const owners = new Map<PersonId, Numbered | null>();
  const numbered = (id: PersonId): Numbered | null => {
    const known = now.known(id);
    const owner = owners.get(id) ?? (known ? { known, node: now.nodeOf(id) } : null);
    owners.set(id, owner);
    return owner;
  };
  const listedBy = (id: PersonId, member: Numbered) => {
    const owner = numbered(id);
    // Each may be on the other's list.
    const listed = member.known.owners.has(id) || owner?.known.owners.has(member.known.person.id) === true;
    return owner ? [{ owner, member, listed }] : [];
  };
  for (const { was, is, node } of touched) {
    if (!is) continue;
    const member = { known: is, node };
    for (const owner of was?.owners ?? []) if (!is.owners.has(owner)) yield* listedBy(owner, member);
    for (const owner of is.owners) if (!was?.owners.has(owner)) yield* listedBy(owner, member);
  }
  const newcomers = newcomersOf(touched);
  const theirs = [...now.workspace.imports.values()].flatMap(({ owner }) =>
    owner !== 'me' && newcomers.has(owner) ? [owner] : [],
  );
  if (theirs.length === 0) return;
  for (const [i, known] of now.all.entries())
    for (const owner of theirs) if (known.owners.has(owner)) yield* listedBy(owner, { known, node: i + 1 });
}
