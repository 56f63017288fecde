import type { Change } from '#model/change.ts';
import type { CompanyId } from '#model/ids.ts';
import { companiesOf, type Person } from '#model/person.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { companyName, nothing } from './words.ts';

/**
 * `away` is part of `keep` now: everybody, every target and every job of mine there is at `keep`. The names of
 * `away` stay known as spellings of it, so that rows of later imports are put there too.
 */
export function mergeCompanies(workspace: Workspace, keep: CompanyId, away: CompanyId): Change {
  const [kept, gone] = [workspace.companies.get(keep), workspace.companies.get(away)];
  if (!kept || !gone || keep === away) return nothing;
  const to = <T extends CompanyId | null | undefined>(id: T): T | CompanyId => (id === away ? keep : id);
  const units = kept.units ?? gone.units;
  const put: Entry[] = [
    {
      ...kept,
      names: unique([...kept.names, ...gone.names, gone.name]),
      imports: unique([...kept.imports, ...gone.imports]),
      size: kept.size ?? gone.size,
      ...(units ? { units } : {}),
      tags: unique([...kept.tags, ...gone.tags]),
      note: unique([kept.note, gone.note].filter((note) => note !== '')).join('\n'),
    },
  ];
  for (const person of workspace.people.values())
    if (companiesOf(person).includes(away) || person.own.place?.company === away) put.push(moved(person, to));
  for (const target of workspace.targets.values()) if (target.company === away) put.push({ ...target, company: keep });
  const { me } = workspace;
  if (me.employers.some(({ company }) => company === away))
    put.push({ ...me, employers: me.employers.map((job) => ({ ...job, company: to(job.company) })) });
  const what = `${companyName(workspace, away)} joined with ${companyName(workspace, keep)}`;
  return { what, put, remove: [away] };
}

function moved(person: Person, to: <T extends CompanyId | null | undefined>(id: T) => T | CompanyId): Person {
  const { own, sightings } = person;
  return {
    ...person,
    sightings: sightings.map((sighting) => ({ ...sighting, company: to(sighting.company) })),
    own: {
      ...own,
      ...(own.company === undefined ? {} : { company: to(own.company) }),
      ...(own.place ? { place: { ...own.place, company: to(own.place.company) } } : {}),
    },
  };
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
