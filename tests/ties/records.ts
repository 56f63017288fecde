import type { Company, SizeBand } from '#model/company.ts';
import type { CompanyId, ImportId, PersonId, TargetId } from '#model/ids.ts';
import { tieIdOf } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import { type Correspondence, NO_OWN_WORDS, type OwnWords, type Person, type Sighting } from '#model/person.ts';
import { type Target, targetSchema } from '#model/target.ts';
import type { Statement, Tie } from '#model/tie.ts';
import { secondsOf } from '#model/time.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';

/** Small synthetic records for tests, by short names: `ana` is `person:ana`. */

export const TODAY = '2026-11-23';
export const pid = (name: string): PersonId => `person:${name}`;
export const cid = (name: string): CompanyId => `company:${name}`;
export const iid = (name: string): ImportId => `import:${name}`;
export const tid = (name: string): TargetId => `target:${name}`;
export const at = (day: string, hour = 12): number => secondsOf(day) + hour * 3600;

export function sighting(over: Partial<Sighting> & { name: string }): Sighting {
  const [first = '', ...rest] = over.name.split(' ');
  return {
    imports: [iid('mine')],
    file: 'Connections.csv',
    row: 2,
    why: 'new',
    first,
    last: rest.join(' '),
    profile: '',
    emails: [],
    phones: [],
    company: null,
    position: '',
    department: '',
    connected: null,
    listed: true,
    seen: '2026-11-20',
    gone: null,
    ...over,
  };
}

export function messages(
  theirs: readonly number[],
  mine: readonly number[],
  over: Partial<Omit<Correspondence, 'theirs' | 'mine'>> = {},
): Correspondence {
  return {
    imports: [iid('mine')],
    channel: 'linkedin',
    file: 'messages.csv',
    theirs: Uint32Array.from(theirs),
    mine: Uint32Array.from(mine),
    ...over,
  };
}

export function person(
  name: string,
  over: Partial<Omit<Person, 'id' | 'own'>> & { own?: Partial<OwnWords> } = {},
): Person {
  const { own, ...rest } = over;
  return {
    id: pid(name.toLowerCase().split(' ')[0] ?? ''),
    sightings: [],
    events: [],
    marks: [],
    ...rest,
    own: { ...NO_OWN_WORDS, ...own },
  };
}

/** Somebody on my own list. */
export function contact(
  name: string,
  company: string | null,
  position = '',
  over: Partial<Omit<Person, 'id' | 'own'>> & { own?: Partial<OwnWords> } = {},
): Person {
  const seen = sighting({ name, company: company === null ? null : cid(company), position, connected: '2019-03-01' });
  return person(name, { sightings: [seen], ...over });
}

export function company(name: string, size: SizeBand | null = null): Company {
  return {
    id: cid(name),
    name: name[0]?.toUpperCase() + name.slice(1),
    names: [name],
    imports: [],
    size,
    tags: [],
    note: '',
  };
}

export function target(name: string, at: string, manager: string | null, over: Partial<Target> = {}): Target {
  const base = {
    id: tid(name),
    created: TODAY,
    title: 'Data Lead',
    company: cid(at),
    manager: manager && pid(manager),
  };
  return { ...targetSchema.parse(base), ...over };
}

export function imported(name: string, owner: 'me' | PersonId = 'me', newest: string | null = '2026-11-20'): Import {
  return {
    id: iid(name),
    on: newest ?? '2026-11-20',
    owner,
    files: [{ name: 'Connections.csv', kind: 'linkedin-connections', bytes: 1 }],
    newest: newest === null ? null : at(newest),
    counts: { added: 0, same: 0, updated: 0, hidden: 0, problems: 0 },
  };
}

export function says(a: string, b: string, ...statements: Partial<Statement>[]): Tie {
  const [first, second] = [pid(a), pid(b)].sort() as [PersonId, PersonId];
  return {
    id: tieIdOf(first, second),
    a: first,
    b: second,
    statements: statements.map((statement) => ({
      on: '2026-11-01',
      how: 'told',
      says: 'know',
      by: null,
      question: null,
      remark: '',
      ...statement,
    })),
  };
}

type Record = Person | Company | Target | Tie | Import;

export function workspaceOf(records: readonly Record[], over: Partial<Workspace> = {}): Workspace {
  const of = <T extends Record>(kind: string) =>
    new Map(records.filter(({ id }) => id.startsWith(`${kind}:`)).map((record) => [record.id, record as T])) as never;
  return {
    ...emptyWorkspace('test', 'Test'),
    people: of<Person>('person'),
    companies: of<Company>('company'),
    targets: of<Target>('target'),
    ties: of<Tie>('tie'),
    imports: of<Import>('import'),
    ...over,
  };
}
