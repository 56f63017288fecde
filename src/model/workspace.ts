import { z } from 'zod';
import { type Ask, askSchema } from './ask.ts';
import { type Company, companySchema } from './company.ts';
import { type KeptFile, keptFileSchema } from './file.ts';
import { fitsOf } from './fits.ts';
import type { AskId, CompanyId, FileId, ImportId, PersonId, QuestionId, TargetId, TieId } from './ids.ts';
import { type Import, importSchema } from './import.ts';
import { type Me, meSchema, NOBODY_YET } from './me.ts';
import { type Person, personSchema } from './person.ts';
import { type Question, questionSchema } from './question.ts';
import { isRecord } from './same.ts';
import { type Target, targetSchema } from './target.ts';
import { type Tie, tieSchema } from './tie.ts';

export const SCHEMA_VERSION = 1;

/** Everything one search is about. Immutable; `apply` in change.ts is the only way to a new one. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  /** Grows by one with every change, undo included. */
  readonly revision: number;
  /** How many of these changes only went on with the one before: a text is kept several times while it is typed. */
  readonly typed: number;
  readonly me: Me;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly companies: ReadonlyMap<CompanyId, Company>;
  readonly targets: ReadonlyMap<TargetId, Target>;
  readonly ties: ReadonlyMap<TieId, Tie>;
  readonly imports: ReadonlyMap<ImportId, Import>;
  readonly asks: ReadonlyMap<AskId, Ask>;
  readonly files: ReadonlyMap<FileId, KeptFile>;
  readonly questions: ReadonlyMap<QuestionId, Question>;
}

/** Anything that is stored, told apart by the kind in its id. */
export type Entry = Me | Person | Company | Target | Tie | Import | Ask | KeptFile | Question;

const schemas = {
  me: meSchema,
  person: personSchema,
  company: companySchema,
  target: targetSchema,
  tie: tieSchema,
  import: importSchema,
  ask: askSchema,
  file: keptFileSchema,
  question: questionSchema,
};

const fits = new Map(Object.entries(schemas).map(([kind, schema]) => [kind, fitsOf(schema)]));

/** Whether this is certainly a record that `entrySchema` would hand on as it is; much faster. */
export function isEntry(record: unknown): record is Entry {
  const id = isRecord(record) ? record['id'] : null;
  return typeof id === 'string' && fits.get(id.slice(0, id.indexOf(':')))?.(record) === true;
}

/** One stored record as it enters from a file, IndexedDB or another tab; throws ZodError when it is none. */
export const entrySchema: z.ZodType<Entry> = z.looseObject({ id: z.string() }).transform((record, context): Entry => {
  const kind = record.id.slice(0, record.id.indexOf(':'));
  const schema = Object.hasOwn(schemas, kind) ? schemas[kind as keyof typeof schemas] : undefined;
  const parsed = schema?.safeParse(record);
  if (parsed?.success) return parsed.data;
  context.addIssue(
    `not a record this version knows: ${record.id.slice(0, 40)} ${parsed?.error?.message.slice(0, 200) ?? ''}`,
  );
  return z.NEVER;
});

export function emptyWorkspace(id: string, name: string, sample = false): Workspace {
  return {
    id,
    name,
    sample,
    revision: 0,
    typed: 0,
    me: NOBODY_YET,
    people: new Map(),
    companies: new Map(),
    targets: new Map(),
    ties: new Map(),
    imports: new Map(),
    asks: new Map(),
    files: new Map(),
    questions: new Map(),
  };
}

/** The changes as a person counts them: a text typed at one go is one. */
export function changesOf({ revision, typed }: Pick<Workspace, 'revision' | 'typed'>): number {
  return revision - typed;
}

/** Every record of a workspace, in a fixed order of kinds. */
export function entriesOf(workspace: Workspace): Entry[] {
  return [
    workspace.me,
    ...workspace.imports.values(),
    ...workspace.companies.values(),
    ...workspace.people.values(),
    ...workspace.ties.values(),
    ...workspace.targets.values(),
    ...workspace.asks.values(),
    ...workspace.files.values(),
    ...workspace.questions.values(),
  ];
}

/** How many records that are. */
export function sizeOf(workspace: Workspace): number {
  const { imports, companies, people, ties, targets, asks, files, questions } = workspace;
  return [imports, companies, people, ties, targets, asks, files, questions].reduce((sum, { size }) => sum + size, 1);
}
