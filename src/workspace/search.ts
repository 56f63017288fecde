import MiniSearch from 'minisearch';
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
 * the workspace from then on: a search pays for what changed since the last one.
 */
export function createSearch(workspace: () => Workspace | null): Search {
  let indexed: Workspace | null = null;
  let index = emptyIndex();
  /** Records of `indexed` that are not in the index yet. */
  let todo: Entry[] = [];

  const begin = (now: Workspace): void => {
    index = emptyIndex();
    indexed = now;
    todo = [...now.people.values(), ...now.companies.values(), ...now.targets.values()];
  };
  const addSome = (count: number): void => {
    const from = indexed;
    if (from) index.addAll(todo.splice(0, count).map((record) => entered(from, record)));
  };
  const follow = (now: Workspace): void => {
    if (indexed?.id !== now.id) begin(now);
    addSome(todo.length);
    if (indexed === now || !indexed) return;
    const { put, remove } = difference('', indexed, now);
    for (const id of remove) if (index.has(id)) index.discard(id);
    for (const record of shownWith(now, put)) {
      if (index.has(record.id)) index.replace(entered(now, record));
      else index.add(entered(now, record));
    }
    indexed = now;
  };

  return {
    find: (text, limit) => {
      const now = workspace();
      if (!now || text.trim() === '') return [];
      follow(now);
      const hits: SearchHit[] = [];
      for (const { id } of index.search(text.normalize('NFKC'))) {
        const hit = hitOf(now, id as Id);
        if (hit) hits.push(hit);
        if (hits.length === limit) break;
      }
      return hits;
    },
    prepare: async () => {
      const now = workspace();
      if (now && indexed?.id !== now.id) begin(now);
      while (todo.length > 0) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        addSome(AT_ONCE);
      }
    },
  };
}

/** Records that are indexed without a pause: about 10 ms. */
const AT_ONCE = 500;
const PAUSE_MS = 20;

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
function shownWith(workspace: Workspace, put: readonly Entry[]): Set<Entry> {
  const records = new Set(put.filter(({ id }) => isSearched(id)));
  const companies = new Set<string>(put.flatMap(({ id }) => (kindOf(id) === 'company' ? [id] : [])));
  if (companies.size > 0)
    for (const person of workspace.people.values())
      if (companies.has(profileOf(person).company ?? '')) records.add(person);
  for (const target of workspace.targets.values()) records.add(target);
  return records;
}

function isSearched(id: Entry['id']): boolean {
  return ['person', 'company', 'target'].includes(kindOf(id));
}

function entered(workspace: Workspace, record: Entry): Entered {
  const { id } = record;
  const hit = hitOf(workspace, id as Id);
  const more = 'sightings' in record ? [...profileOf(record).emails, ...record.own.tags].join(' ') : '';
  return {
    id,
    name: hit?.name ?? '',
    detail: hit?.detail ?? '',
    more: 'names' in record ? record.names.join(' ') : more,
  };
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
