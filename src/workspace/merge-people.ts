import type { Change } from '#model/change.ts';
import { type PersonId, type TieId, tieIdOf } from '#model/ids.ts';
import type { OwnWords, Person } from '#model/person.ts';
import type { Target } from '#model/target.ts';
import type { Statement, Tie } from '#model/tie.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { nameOf, nothing } from './change-words.ts';

/**
 * Two records of one person become one. Everything known of `away` joins `keep`, and every record that
 * named `away` names `keep`; where both say something, the words about `keep` stand.
 */
export function mergePeople(workspace: Workspace, keep: PersonId, away: PersonId): Change {
  const [kept, gone] = [workspace.people.get(keep), workspace.people.get(away)];
  if (!kept || !gone || keep === away) return nothing;
  const to = (id: PersonId): PersonId => (id === away ? keep : id);
  const ties = mergedTies(workspace, to, away);
  return {
    what: `Merge of ${nameOf(workspace, away)} into ${nameOf(workspace, keep)}`,
    put: [joined(kept, gone), ...ties.put, ...renamed(workspace, to, away)],
    remove: [away, ...ties.remove],
  };
}

function joined(kept: Person, gone: Person): Person {
  return {
    ...kept,
    sightings: [...kept.sightings, ...gone.sightings],
    events: [...kept.events, ...gone.events],
    marks: [...kept.marks, ...gone.marks],
    own: joinedWords(kept.own, gone.own, [kept.id, gone.id]),
  };
}

function joinedWords(kept: OwnWords, gone: OwnWords, both: readonly PersonId[]): OwnWords {
  const words = kept.known.map((known) => known.how);
  return {
    ...withoutCloseness(gone),
    ...withoutCloseness(kept),
    ...closenessOf(saidCloseness(kept) || !saidCloseness(gone) ? [kept, gone] : [gone, kept]),
    known: [...kept.known, ...gone.known.filter((known) => !words.includes(known.how))],
    tags: unique([...kept.tags, ...gone.tags]),
    note: unique([kept.note, gone.note].filter((note) => note !== '')).join('\n'),
    notSame: unique([...kept.notSame, ...gone.notSame]).filter((id) => !both.includes(id)),
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

/** Ties of both move to one; two ties with the same third person become one with all their statements. */
function mergedTies(workspace: Workspace, to: Rename, away: PersonId): { put: Tie[]; remove: TieId[] } {
  const put = new Map<TieId, Tie>();
  const remove: TieId[] = [];
  for (const tie of workspace.ties.values()) {
    const touches = tie.a === away || tie.b === away;
    if (!touches && !tie.statements.some((statement) => statement.by === away)) continue;
    if (touches) remove.push(tie.id);
    const ends = [to(tie.a), to(tie.b)].sort();
    const [a, b] = ends;
    if (!a || !b || a === b) continue;
    const id = tieIdOf(a, b);
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
function renamed(workspace: Workspace, to: Rename, away: PersonId): Entry[] {
  const put: Entry[] = [];
  for (const target of workspace.targets.values())
    if (target.manager === away || target.hr.includes(away) || target.checks.some(({ friend }) => friend === away))
      put.push(renamedTarget(target, to));
  for (const ask of workspace.asks.values())
    if (ask.friend === away || ask.way.includes(away))
      put.push({ ...ask, friend: to(ask.friend), way: unique(ask.way.map(to)) });
  for (const question of workspace.questions.values())
    if (question.friend === away || question.about.includes(away))
      put.push({ ...question, friend: to(question.friend), about: unique(question.about.map(to)) });
  for (const record of workspace.imports.values()) if (record.owner === away) put.push({ ...record, owner: to(away) });
  for (const person of workspace.people.values())
    if (person.id !== to(away) && person.id !== away && person.own.notSame.includes(away))
      put.push({ ...person, own: { ...person.own, notSame: unique(person.own.notSame.map(to)) } });
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
