import type { CompanyId, ImportId, PersonId } from '#model/ids.ts';
import { type Correspondence, NO_OWN_WORDS, type Person, type Sighting } from '#model/person.ts';
import { secondsOf } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { random } from '#tests/paths/random.ts';
import { company, imported, says, TODAY, target, workspaceOf } from '#tests/ties/records.ts';

/** Sizes of a generated workspace; `people` counts everybody, `contacts` those on my own list. */
export interface Shape {
  readonly contacts: number;
  readonly people: number;
  readonly friends: number;
  readonly perList: number;
  readonly companies: number;
  readonly messages: number;
  readonly targets: number;
}

export const LARGE: Shape = {
  contacts: 30_000,
  people: 150_000,
  friends: 60,
  perList: 4_167,
  companies: 4_000,
  messages: 200_000,
  targets: 12,
};

const POSITIONS = ['Data Engineer', 'Head of Data', 'Sales Manager', 'Accountant', 'Software Engineer', 'Recruiter'];
const BANDS = ['1-10', '11-50', '51-200', '201-1000', 'more', null] as const;

/** The same for the same shape and seed: my contacts first, then people only friends have. */
export function generated(shape: Shape, seed = 1): Workspace {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const companies = Array.from({ length: shape.companies }, (_, i) =>
    company(`c${i}`, BANDS[i % BANDS.length] ?? null),
  );
  const mine = imported('mine');
  const theirs = Array.from({ length: shape.friends }, (_, i) => imported(`list${i}`, idOf(i)));
  const lists = Array.from({ length: shape.people }, (): ImportId[] => []);
  for (let v = 0; v < shape.contacts; v++) lists[v]?.push(mine.id);
  for (const list of theirs) for (let i = 0; i < shape.perList; i++) lists[below(shape.people)]?.push(list.id);
  const events = new Map<number, { theirs: number[]; mine: number[] }>();
  const end = secondsOf('2026-11-20');
  for (let i = 0; i < shape.messages; i++) {
    // Squared: few write much, as people do.
    const who = Math.floor(next() ** 3 * shape.contacts);
    const known = events.get(who) ?? { theirs: [], mine: [] };
    events.set(who, known);
    (next() < 0.5 ? known.theirs : known.mine).push(end - below(5 * 365 * 86_400));
  }
  const people = lists.map((of, v): Person => {
    const talk = events.get(v);
    const sightings = of.map((id, row) => seen(v, id, row, companies[v % shape.companies]?.id ?? null));
    return { id: idOf(v), sightings, events: talk ? [spoken(talk)] : [], marks: [], own: NO_OWN_WORDS };
  });
  const targets = Array.from({ length: shape.targets }, (_, i) =>
    target(`t${i}`, `c${i}`, `p${shape.contacts + i + shape.companies - (shape.contacts % shape.companies)}`),
  );
  const ties = targets
    .slice(0, shape.targets / 2)
    .map((one, i) => says(`p${i}`, one.manager?.slice(7) ?? '', { says: 'know' }));
  return workspaceOf([...people, ...companies, ...targets, ...ties, mine, ...theirs]);
}

function idOf(v: number): PersonId {
  return `person:p${v}`;
}

function seen(v: number, list: ImportId, row: number, at: CompanyId | null): Sighting {
  return {
    imports: [list],
    file: 'Connections.csv',
    row,
    why: 'new',
    name: `P${v} Q`,
    first: `P${v}`,
    last: 'Q',
    profile: '',
    emails: [],
    phones: [],
    company: at,
    position: POSITIONS[v % POSITIONS.length] ?? '',
    department: '',
    connected: '2019-03-01',
    listed: true,
    seen: TODAY,
    gone: null,
  };
}

function spoken({ theirs, mine }: { theirs: number[]; mine: number[] }): Correspondence {
  const column = (seconds: number[]) => Uint32Array.from(new Set(seconds)).sort();
  const imports = ['import:mine' as ImportId];
  return { imports, channel: 'mail', file: 'mail.mbox', theirs: column(theirs), mine: column(mine) };
}
