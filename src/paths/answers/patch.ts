import type { Change } from '#model/change.ts';
import { kindOf, type PersonId, type TieId, tieIdOf } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Network } from '#paths/network.ts';
import { renumber } from '#paths/renumber.ts';
import { updateTies } from '#paths/update.ts';
import { Columns } from './columns.ts';
import type { Facts } from './facts.ts';
import { firstStep, type Guesses, guessesOf, pairTie } from './network-of.ts';
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
  const { facts: now, moved } = facts.changed(next, people, gone);
  if (moved) renumber(network, moved, now.all.length + 1);
  const guessed = movesGuesses(facts, change, { people, gone }) ? guessesOf(now) : guesses;
  const columns = new Columns();
  for (const { id } of people) {
    const [was, is] = [stepOf(facts, id), stepOf(now, id)];
    if (is.p !== was.p || is.standing !== was.standing) columns.add(0, now.nodeOf(id), is.p, is.standing);
  }
  const pairs = new Pairs();
  pairs.listed(facts, now, people);
  pairs.spokenOf(facts, now, change, people);
  pairs.guessed(guesses, guessed);
  for (const [a, b] of pairs.all()) {
    const [one, other] = [now.known(a), now.known(b)];
    if (!one || !other) continue;
    const tie = pairTie(now, guessed, one.person, other.person);
    columns.add(now.nodeOf(a), now.nodeOf(b), tie?.p ?? 0, tie ? STANDINGS.indexOf(tie.standing) : 0);
  }
  if (columns.size > 0) updateTies(network, columns.done(), 'set');
  return { facts: now, guesses: guessed };
}

/** Guesses follow from targets, companies and where people work: a label or a statement leaves them alone. */
function movesGuesses({ workspace: before }: Facts, change: Change, { people, gone }: Reach): boolean {
  const ids = [...change.remove, ...change.put.map(({ id }) => id)];
  if (gone.length > 0 || ids.some((id) => GUESSED_FROM.has(kindOf(id)))) return true;
  return people.some(({ id, own, sightings }) => {
    const old = before.people.get(id);
    return (
      old === undefined ||
      own.company !== old.own.company ||
      own.position !== old.own.position ||
      JSON.stringify(own.place) !== JSON.stringify(old.own.place) ||
      JSON.stringify(sightings) !== JSON.stringify(old.sightings)
    );
  });
}

const GUESSED_FROM: ReadonlySet<string> = new Set(['target', 'company', 'import']);

/** A strength of 0 takes the tie away. */
function stepOf(facts: Facts, id: PersonId): { p: number; standing: number } {
  const known = facts.known(id);
  return (known && firstStep(known)) ?? { p: 0, standing: 0 };
}

/** Pairs whose tie may be another one now, each once. */
class Pairs {
  readonly #pairs = new Map<TieId, readonly [PersonId, PersonId]>();

  all(): Iterable<readonly [PersonId, PersonId]> {
    return this.#pairs.values();
  }

  /** Whoever came onto a friend's list, or left one; with newcomers also everybody on a list of theirs. */
  listed(before: Facts, now: Facts, people: readonly Person[]): void {
    const newcomers = new Set<PersonId>();
    for (const { id } of people) {
      const was = before.known(id)?.owners;
      const is = now.known(id)?.owners;
      if (!was) newcomers.add(id);
      for (const owner of was ?? []) if (!is?.has(owner)) this.#add(owner, id);
      for (const owner of is ?? []) if (!was?.has(owner)) this.#add(owner, id);
    }
    const theirs = [...now.workspace.imports.values()].flatMap(({ owner }) =>
      owner !== 'me' && newcomers.has(owner) ? [owner] : [],
    );
    if (theirs.length === 0) return;
    for (const { person, owners } of now.all)
      for (const owner of theirs) if (owners.has(owner)) this.#add(owner, person.id);
  }

  /** Whatever was said, or is there to be said of somebody who is new. */
  spokenOf(before: Facts, now: Facts, change: Change, people: readonly Person[]): void {
    for (const id of [...change.remove, ...change.put.map((entry) => entry.id)]) {
      if (kindOf(id) !== 'tie') continue;
      const tie = now.workspace.ties.get(id as TieId) ?? before.workspace.ties.get(id as TieId);
      if (tie) this.#add(tie.a, tie.b);
    }
    const newcomers = new Set(people.map(({ id }) => id).filter((id) => !before.known(id)));
    if (newcomers.size === 0) return;
    for (const { a, b } of now.workspace.ties.values()) if (newcomers.has(a) || newcomers.has(b)) this.#add(a, b);
  }

  guessed(old: Guesses, now: Guesses): void {
    for (const manager of new Set([...old.keys(), ...now.keys()])) {
      const [had, has] = [old.get(manager), now.get(manager)];
      for (const other of new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])])) {
        if (had?.get(other)?.p !== has?.get(other)?.p) this.#add(other, manager);
      }
    }
  }

  #add(a: PersonId, b: PersonId): void {
    this.#pairs.set(tieIdOf(a, b), [a, b]);
  }
}
