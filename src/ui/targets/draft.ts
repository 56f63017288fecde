import type { PersonId } from '#model/ids.ts';
import { type Target, targetSchema } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import { fold } from '#ui/shared/fold.ts';
import type { ManagerChoice } from '#ui/target/ManagerPicker.tsx';
import type { Commands } from '#workspace/types.ts';

/** Everything of a target that a form asks for besides title, company and manager. */
export type Details = Omit<
  Target,
  'id' | 'created' | 'title' | 'company' | 'manager' | 'hr' | 'checks' | 'cv' | 'closed' | 'worth'
>;

export type NamedPerson = PersonId | { readonly name: string };

/** A target as a form holds it before it is kept. */
export interface Draft {
  readonly title: string;
  readonly company: string;
  readonly manager: ManagerChoice;
  readonly hr: readonly NamedPerson[];
  readonly details: Details;
}

const BLANK = targetSchema.parse({
  id: 'target:blank',
  created: '2000-01-01',
  title: '',
  company: 'company:blank',
  manager: null,
});

export function emptyDraft(company: string): Draft {
  return { title: '', company, manager: null, hr: [], details: detailsOf(BLANK) };
}

export function draftOf(workspace: Workspace, target: Target): Draft {
  const company = workspace.companies.get(target.company)?.name ?? '';
  return { title: target.title, company, manager: target.manager, hr: target.hr, details: detailsOf(target) };
}

const NOT_DETAILS: ReadonlySet<string> = new Set<Exclude<keyof Target, keyof Details>>([
  'id',
  'created',
  'title',
  'company',
  'manager',
  'hr',
  'checks',
  'cv',
  'closed',
  'worth',
]);

function detailsOf(target: Target): Details {
  return Object.fromEntries(Object.entries(target).filter(([field]) => !NOT_DETAILS.has(field))) as unknown as Details;
}

/** A known company by name, whatever its capitals and accents; null for a new one. */
export function companyOf(workspace: Workspace, name: string): Target['company'] | null {
  const wanted = fold(name);
  if (wanted === '') return null;
  for (const company of workspace.companies.values()) {
    if (company.names.some((other) => fold(other) === wanted) || fold(company.name) === wanted) return company.id;
  }
  return null;
}

/** People of a draft as ids; new names become people of the company. */
export function personsOf(
  commands: Commands,
  people: readonly NamedPerson[],
  company: string,
  hr: boolean,
): PersonId[] {
  return people.map((person) =>
    typeof person === 'string' ? person : commands.addPerson({ name: person.name, ...(hr ? { hr } : {}) }, company),
  );
}
