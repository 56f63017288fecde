import MiniSearch from 'minisearch';
import { recordOf } from '#model/change.ts';
import type { CompanyId, Id, PersonId, TargetId } from '#model/ids.ts';
import { kindOf } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { companyName, nameOf } from '#workspace/changes/words.ts';
import { difference } from './ledger.ts';
import type { Search, SearchHit } from './types.ts';

interface Entered {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly more: string;
}

/**
 * People, companies and targets by name, as you type. The index is built at the first search and follows
 * the workspace from then on: a search pays for what changed since the last one, unless `prepare` has.
 */
export function createSearch(workspace: () => Workspace | null): Search {
  let indexed: Workspace | null = null;
  let index = emptyIndex();
  /** Records that stand in the index as they were before, or do not stand there yet. */
  let todo = new Set<Id>();
  let preparing: Promise<void> | null = null;

  const follow = (now: Workspace): void => {
    if (indexed === now) return;
    if (indexed?.id !== now.id) {
      index = emptyIndex();
      todo = new Set<Id>([...now.people.keys(), ...now.companies.keys(), ...now.targets.keys()]);
    } else {
      const { put, remove } = difference('', indexed, now);
      for (const id of remove) todo.add(id);
      addShownWith(todo, put, now, indexed);
    }
    indexed = now;
  };
  const indexSome = (count: number): void => {
    if (!indexed) return;
    for (const id of todo) {
      if (count-- === 0) return;
      todo.delete(id);
      const document = entered(indexed, id);
      if (!index.has(id)) {
        if (document) index.add(document);
      } else if (document) index.replace(document);
      else index.discard(id);
    }
  };
  const catchUp = async (): Promise<void> => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    do {
      await pause();
      const now = workspace();
      if (now && now !== indexed) {
        follow(now);
        await pause();
      }
      indexSome(AT_ONCE);
    } while (todo.size > 0);
  };

  return {
    find: (text, limit) => {
      const now = workspace();
      if (!now || text.trim() === '') return [];
      follow(now);
      indexSome(todo.size);
      const hits: SearchHit[] = [];
      for (const { id } of index.search(text.normalize('NFKC'))) {
        const hit = hitOf(now, id as Id);
        if (hit) hits.push(hit);
        if (hits.length === limit) break;
      }
      return hits;
    },
    prepare: () => {
      preparing ??= catchUp().finally(() => {
        preparing = null;
      });
      return preparing;
    },
  };
}

/** Records that are indexed without a pause: some milliseconds, on a slow computer too. */
const AT_ONCE = 200;
const PAUSE_MS = 10;

function emptyIndex(): MiniSearch<Entered> {
  return new MiniSearch<Entered>({
    fields: ['name', 'detail', 'more'],
    processTerm: (term) => foldTerm(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boost: { name: 3 },
    },
    autoVacuum: false,
  });
}

/** José is found by "jose", ŁÓDŹ by "lodz". */
function foldTerm(term: string): string {
  return term
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss');
}

/** The records whose line in the list reads differently now: people show their company, targets both. */
function addShownWith(records: Set<Id>, put: readonly Entry[], now: Workspace, before: Workspace): void {
  const companies = new Set<CompanyId>();
  for (const { id } of put) {
    const kind = kindOf(id);
    if (kind === 'person' || kind === 'company' || kind === 'target') records.add(id as Id);
    // Whoever is at a company that is new was put with it.
    const known = kind === 'company' && before.companies.get(id as CompanyId);
    if (known && known.name !== now.companies.get(known.id)?.name) companies.add(known.id);
  }
  if (companies.size > 0)
    for (const person of now.people.values()) {
      const { company } = profileOf(person);
      if (company !== null && companies.has(company)) records.add(person.id);
    }
  for (const id of now.targets.keys()) records.add(id);
}

/** What is searched of a record as it stands; null when there is none. */
function entered(workspace: Workspace, id: Id): Entered | null {
  const record = recordOf(workspace, id);
  const hit = hitOf(workspace, id);
  if (!record || !hit) return null;
  const more = 'sightings' in record ? [...profileOf(record).emails, ...record.own.tags].join(' ') : '';
  return { id, name: hit.name, detail: hit.detail, more: 'names' in record ? record.names.join(' ') : more };
}

/** How a record is shown in the list of hits; null for what is not searched or no longer here. */
function hitOf(workspace: Workspace, id: Id): SearchHit | null {
  switch (kindOf(id)) {
    case 'person': {
      const person = workspace.people.get(id as PersonId);
      if (!person) return null;
      const { name, position, company } = profileOf(person);
      const at = company ? companyName(workspace, company) : '';
      return { id: person.id, kind: 'person', name, detail: [position, at].filter((part) => part !== '').join(', ') };
    }
    case 'company': {
      const company = workspace.companies.get(id as CompanyId);
      return company ? { id: company.id, kind: 'company', name: company.name, detail: company.tags.join(', ') } : null;
    }
    case 'target': {
      const target = workspace.targets.get(id as TargetId);
      if (!target) return null;
      const manager = target.manager ? nameOf(workspace, target.manager) : '';
      const detail = [companyName(workspace, target.company), manager].filter((part) => part !== '').join(', ');
      return { id: target.id, kind: 'target', name: target.title, detail };
    }
    default:
      return null;
  }
}
