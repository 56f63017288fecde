import type { Change } from '#model/change.ts';
import { kindOf, type PersonId, type TieId, tieIdOf } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Network } from '#paths/network.ts';
import { updateTies } from '#paths/update.ts';
import { Columns } from './columns.ts';
import type { Facts } from './facts.ts';
import { firstStep, type Guesses, guessesOf, pairTie } from './network-of.ts';

/**
 * Carries a small change over to the network where it lies: my ties to the people it names, the pairs that
 * were spoken of, and guesses that came, went or changed. Answers the facts and guesses that now hold; a
 * change that moves no tie leaves the network, and all tables made from it, as they are.
 */
export function patch(
  network: Network,
  facts: Facts,
  guesses: Guesses,
  next: Workspace,
  change: Change,
  people: readonly Person[],
): { facts: Facts; guesses: Guesses } {
  const steps = people.map(({ id }) => stepOf(facts, id));
  const before = facts.workspace;
  const now = facts.changed(next, people);
  const guessed = movesGuesses(before, change, people) ? guessesOf(now) : guesses;
  const columns = new Columns();
  people.forEach(({ id }, i) => {
    const step = stepOf(now, id);
    if (step.p !== steps[i]?.p || step.standing !== steps[i]?.standing) {
      columns.add(0, now.nodeOf(id), step.p, step.standing);
    }
  });
  for (const [a, b] of pairsOf(before, next, change, guesses, guessed)) {
    const [one, other] = [now.known(a), now.known(b)];
    if (!one || !other) continue;
    const tie = pairTie(now, guessed, one.person, other.person);
    columns.add(one.node, other.node, tie?.p ?? 0, tie ? STANDINGS.indexOf(tie.standing) : 0);
  }
  if (columns.size > 0) updateTies(network, columns.done(), 'set');
  return { facts: now, guesses: guessed };
}

/** Guesses follow from targets, companies and where people work: a label or a statement leaves them alone. */
function movesGuesses(before: Workspace, change: Change, people: readonly Person[]): boolean {
  const ids = [...change.remove, ...change.put.map(({ id }) => id)];
  if (ids.some((id) => GUESSED_FROM.has(kindOf(id)))) return true;
  return people.some(({ id, own }) => {
    const old = before.people.get(id)?.own;
    return (
      own.company !== old?.company ||
      own.position !== old?.position ||
      JSON.stringify(own.place) !== JSON.stringify(old?.place)
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
function pairsOf(
  before: Workspace,
  next: Workspace,
  change: Change,
  old: Guesses,
  now: Guesses,
): Iterable<readonly [PersonId, PersonId]> {
  const pairs = new Map<TieId, readonly [PersonId, PersonId]>();
  for (const id of [...change.remove, ...change.put.map((entry) => entry.id)]) {
    if (kindOf(id) !== 'tie') continue;
    const tie = next.ties.get(id as TieId) ?? before.ties.get(id as TieId);
    if (tie) pairs.set(tie.id, [tie.a, tie.b]);
  }
  for (const manager of new Set([...old.keys(), ...now.keys()])) {
    const [had, has] = [old.get(manager), now.get(manager)];
    for (const other of new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])])) {
      if (had?.get(other)?.p !== has?.get(other)?.p) pairs.set(tieIdOf(manager, other), [other, manager]);
    }
  }
  return pairs.values();
}
