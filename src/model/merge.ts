import type { Change } from './change.ts';
import { type PersonId, type TieId, tieIdOf } from './ids.ts';
import type { OwnWords, Person, Sighting } from './person.ts';
import type { Target } from './target.ts';
import type { Statement, Tie } from './tie.ts';
import type { Entry, Workspace } from './workspace.ts';

/**
 * Records of one person become one. Everything known of `away` joins `keep`, and every record that named
 * `away` names `keep`; where both say something, the words about `keep` stand. Somebody may be kept in one
 * pair and go in another; a pair whose people are gone, or one already, changes nothing.
 */
export function mergePairs(
  workspace: Workspace,
  pairs: readonly (readonly [keep: PersonId, away: PersonId])[],
): Change {
  const into = new Map<PersonId, PersonId>();
  const to = (id: PersonId): PersonId => {
    let root = id;
    for (let next = into.get(root); next; next = into.get(root)) root = next;
    return root;
  };
  const kept = new Map<PersonId, Person>();
  const personOf = (id: PersonId): Person | undefined => kept.get(id) ?? workspace.people.get(id);
  for (const [keep, away] of pairs) {
    const [one, other] = [personOf(to(keep)), personOf(to(away))];
    if (!one || !other || one === other) continue;
    into.set(other.id, one.id);
    kept.delete(other.id);
    kept.set(one.id, joined(one, other));
  }
  const ties = mergedTies(workspace, to, into);
  const people = [...kept.values()].map((person) => ({ ...person, own: withNotSame(person, to) }));
  return {
    what: '',
    put: [...people, ...ties.put, ...renamed(workspace, to, into, kept)],
    remove: [...into.keys(), ...ties.remove],
  };
}

/** Somebody cannot be somebody else than themselves. */
function withNotSame({ id, own }: Person, to: Rename): OwnWords {
  return { ...own, notSame: unique(own.notSame.map(to)).filter((other) => other !== id) };
}

function joined(kept: Person, gone: Person): Person {
  return {
    ...kept,
    sightings: [...kept.sightings, ...gone.sightings.map(joinedSighting)],
    events: [...kept.events, ...gone.events],
    marks: [...kept.marks, ...gone.marks],
    own: joinedWords(kept.own, gone.own),
  };
}

/** Why a row stands with this person; that it was the first one of the other says nothing here. */
function joinedSighting(sighting: Sighting): Sighting {
  return sighting.why === 'new' ? { ...sighting, why: 'you-said-so' } : sighting;
}

function joinedWords(kept: OwnWords, gone: OwnWords): OwnWords {
  const words = kept.known.map((known) => known.how);
  return {
    ...withoutCloseness(gone),
    ...withoutCloseness(kept),
    ...closenessOf(saidCloseness(kept) || !saidCloseness(gone) ? [kept, gone] : [gone, kept]),
    known: [...kept.known, ...gone.known.filter((known) => !words.includes(known.how))],
    tags: unique([...kept.tags, ...gone.tags]),
    note: unique([kept.note, gone.note].filter((note) => note !== '')).join('\n'),
    notSame: unique([...kept.notSame, ...gone.notSame]),
  };
}

function withoutCloseness({ closeness: _, closenessOn: _on, closenessAssumed: _assumed, ...rest }: OwnWords) {
  return rest;
}

/** The first that has a closeness gives it whole, with its day or that it was assumed. */
function closenessOf(words: readonly OwnWords[]): Partial<OwnWords> {
  const { closeness, closenessOn, closenessAssumed } = words.find((own) => own.closeness !== undefined) ?? {};
  const fields = Object.entries({ closeness, closenessOn, closenessAssumed });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const saidCloseness = (own: OwnWords) => own.closeness !== undefined && !own.closenessAssumed;

type Rename = (id: PersonId) => PersonId;
/** Everybody who goes. */
type Gone = ReadonlyMap<PersonId, PersonId>;

/** Ties of both move to one; two ties with the same third person become one with all their statements. */
function mergedTies(workspace: Workspace, to: Rename, gone: Gone): { put: Tie[]; remove: TieId[] } {
  const put = new Map<TieId, Tie>();
  const remove: TieId[] = [];
  for (const tie of workspace.ties.values()) {
    const touches = gone.has(tie.a) || gone.has(tie.b);
    if (!touches && !tie.statements.some(({ by }) => by !== null && gone.has(by))) continue;
    if (touches) remove.push(tie.id);
    const ends = [to(tie.a), to(tie.b)].sort();
    const [a, b] = ends;
    if (!a || !b || a === b) continue;
    const id = tieIdOf(a, b);
    // Its statements came along with the first tie that joined it.
    if (!touches && put.has(id)) continue;
    const there = put.get(id) ?? (touches ? workspace.ties.get(id) : undefined);
    const statements = [...(there?.statements ?? []), ...tie.statements].map((said) => saidBy(said, to));
    put.set(id, {
      id,
      a,
      b,
      statements: statements.sort((one, two) => (one.on < two.on ? -1 : one.on > two.on ? 1 : 0)),
    });
  }
  return { put: [...put.values()], remove };
}

function saidBy(statement: Statement, to: Rename): Statement {
  return statement.by === null ? statement : { ...statement, by: to(statement.by) };
}

/** Targets, asks, questions, imports and other people that named the one who goes. */
function renamed(workspace: Workspace, to: Rename, gone: Gone, kept: ReadonlyMap<PersonId, Person>): Entry[] {
  const isGone = (id: PersonId | null): boolean => id !== null && gone.has(id);
  const put: Entry[] = [];
  for (const target of workspace.targets.values())
    if (isGone(target.manager) || target.hr.some(isGone) || target.checks.some(({ friend }) => isGone(friend)))
      put.push(renamedTarget(target, to));
  for (const ask of workspace.asks.values())
    if (isGone(ask.friend) || ask.way.some(isGone))
      put.push({ ...ask, friend: to(ask.friend), way: unique(ask.way.map(to)) });
  for (const question of workspace.questions.values())
    if (isGone(question.friend) || question.about.some(isGone))
      put.push({ ...question, friend: to(question.friend), about: unique(question.about.map(to)) });
  for (const record of workspace.imports.values())
    if (record.owner !== 'me' && isGone(record.owner)) put.push({ ...record, owner: to(record.owner) });
  for (const person of workspace.people.values())
    if (!kept.has(person.id) && !isGone(person.id) && person.own.notSame.some(isGone))
      put.push({ ...person, own: withNotSame(person, to) });
  return put;
}

function renamedTarget(target: Target, to: Rename): Target {
  const checks = new Map(target.checks.map((known) => [known.friend, known]));
  for (const known of target.checks) {
    const friend = to(known.friend);
    if (friend === known.friend) continue;
    checks.delete(known.friend);
    if (!checks.has(friend)) checks.set(friend, { ...known, friend });
  }
  return {
    ...target,
    manager: target.manager && to(target.manager),
    hr: unique(target.hr.map(to)),
    checks: [...checks.values()],
  };
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
