import type { Change } from '#model/change.ts';
import { type PersonId, tieIdOf } from '#model/ids.ts';
import type { Statement, Tie } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import { nameOf, nothing } from './words.ts';

/** A statement as a screen hands it over; what is left out is the user's own word without a remark. */
export type NewStatement = Omit<Statement, 'question' | 'remark' | 'by'> & Partial<Statement>;

/** One more dated statement about a pair. Said again the same day by the same person it replaces the first. */
export function addStatement(workspace: Workspace, a: PersonId, b: PersonId, said: NewStatement): Change {
  if (a === b || !workspace.people.has(a) || !workspace.people.has(b)) return nothing;
  const statement: Statement = { by: null, question: null, remark: '', ...said };
  const id = tieIdOf(a, b);
  const before = workspace.ties.get(id)?.statements ?? [];
  const kept = before.filter(
    ({ on, how, by }) => !(on === statement.on && how === statement.how && by === statement.by),
  );
  return { what: words(workspace, a, b), put: [tieOf(a, b, [...kept, statement])], remove: [] };
}

/** Without its last statement the tie goes. */
export function removeStatement(workspace: Workspace, a: PersonId, b: PersonId, index: number): Change {
  const tie = workspace.ties.get(tieIdOf(a, b));
  if (!tie?.statements[index]) return nothing;
  const statements = tie.statements.filter((_, at) => at !== index);
  const what = words(workspace, a, b);
  return statements.length > 0
    ? { what, put: [{ ...tie, statements }], remove: [] }
    : { what, put: [], remove: [tie.id] };
}

function tieOf(one: PersonId, other: PersonId, statements: Statement[]): Tie {
  const [a, b] = one < other ? [one, other] : [other, one];
  return { id: tieIdOf(a, b), a, b, statements };
}

function words(workspace: Workspace, a: PersonId, b: PersonId): string {
  return `Whether ${nameOf(workspace, a)} and ${nameOf(workspace, b)} know each other`;
}
