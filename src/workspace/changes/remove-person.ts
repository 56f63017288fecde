import { undoImportChange } from '#intake/undo.ts';
import type { Change } from '#model/change.ts';
import type { Id, PersonId } from '#model/ids.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { compose } from '#workspace/ledger.ts';
import { counted, nameOf, nothing } from './words.ts';

/** What goes with a person; shown before and after. */
export interface Leaving {
  readonly ties: number;
  readonly asks: number;
  readonly targets: number;
  readonly lists: number;
}

export function leavingWith(workspace: Workspace, id: PersonId): Leaving {
  const count = <T>(records: Iterable<T>, test: (record: T) => boolean): number => [...records].filter(test).length;
  return {
    ties: count(workspace.ties.values(), (tie) => tie.a === id || tie.b === id),
    asks: count(workspace.asks.values(), (ask) => ask.friend === id || ask.way.includes(id)),
    targets: count(workspace.targets.values(), (target) => target.manager === id || target.hr.includes(id)),
    lists: count(workspace.imports.values(), (record) => record.owner === id),
  };
}

/** "Deletion of Ana Sousa (2 ties, 1 request, named in 1 target)" */
function words(workspace: Workspace, id: PersonId): string {
  const { ties, asks, targets, lists } = leavingWith(workspace, id);
  const parts = [
    ties > 0 ? counted(ties, 'tie') : '',
    asks > 0 ? counted(asks, 'request') : '',
    targets > 0 ? `named in ${counted(targets, 'target')}` : '',
    lists > 0 ? counted(lists, 'shared list') : '',
  ].filter((part) => part !== '');
  return `Deletion of ${nameOf(workspace, id)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}

/**
 * A person and everything known of or by them: their ties, their statements about others, requests that
 * go through them, the lists they shared. Targets stay, without them.
 */
export function removePerson(workspace: Workspace, id: PersonId): Change {
  if (!workspace.people.has(id)) return nothing;
  const lists = [...workspace.imports.values()].filter((record) => record.owner === id);
  return compose(words(workspace, id), workspace, [
    ...lists.map((record) => (at: Workspace) => undoImportChange(at, record.id)),
    (at) => forgotten(at, id),
  ]);
}

function forgotten(workspace: Workspace, id: PersonId): Change {
  const put: Entry[] = [];
  const remove: Id[] = [id];
  for (const tie of workspace.ties.values()) {
    const statements = tie.statements.filter((statement) => statement.by !== id);
    if (tie.a === id || tie.b === id || statements.length === 0) remove.push(tie.id);
    else if (statements.length < tie.statements.length) put.push({ ...tie, statements });
  }
  for (const ask of workspace.asks.values()) if (ask.friend === id || ask.way.includes(id)) remove.push(ask.id);
  for (const question of workspace.questions.values())
    if (question.friend === id) remove.push(question.id);
    else if (question.about.includes(id))
      put.push({ ...question, about: question.about.filter((other) => other !== id) });
  for (const target of workspace.targets.values())
    if (target.manager === id || target.hr.includes(id) || target.checks.some(({ friend }) => friend === id))
      put.push({
        ...target,
        manager: target.manager === id ? null : target.manager,
        hr: target.hr.filter((other) => other !== id),
        checks: target.checks.filter(({ friend }) => friend !== id),
      });
  for (const person of workspace.people.values())
    if (person.id !== id && person.own.notSame.includes(id))
      put.push({ ...person, own: { ...person.own, notSame: person.own.notSame.filter((other) => other !== id) } });
  return { what: '', put, remove };
}
