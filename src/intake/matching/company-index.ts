import { companyKey, isNoCompany } from '#intake/company-key.ts';
import type { Company } from '#model/company.ts';
import { type CompanyId, type ImportId, newId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';

/** A company and what this import adds to it; the sets are made when it adds anything. */
class Known {
  #spellings: Set<string> | null = null;
  #imports: Set<ImportId> | null = null;

  constructor(
    readonly id: CompanyId,
    readonly name: string,
    private readonly before: Company | null,
  ) {}

  mention(name: string, by: ImportId): void {
    this.#spellings ??= new Set(this.before?.names);
    this.#imports ??= new Set(this.before?.imports);
    this.#spellings.add(name);
    this.#imports.add(by);
  }

  /** The record if it is new or gained a spelling or an import. */
  changed(): Company | null {
    if (!this.#spellings || !this.#imports) return null;
    const { id, name, before } = this;
    const company = before ?? { id, name, names: [], imports: [], size: null, tags: [], note: '' };
    if (before && this.#imports.size === before.imports.length && this.#spellings.size === before.names.length)
      return null;
    return { ...company, names: [...this.#spellings], imports: [...this.#imports] };
  }
}

/** Names to companies, those of the workspace and those this import brings. */
export class CompanyIndex {
  readonly #byKey = new Map<string, Known>();
  readonly #byName = new Map<string, CompanyId | null>();
  readonly #byId = new Map<CompanyId, Known>();

  constructor(workspace: Workspace) {
    for (const company of workspace.companies.values()) {
      const known = new Known(company.id, company.name, company);
      this.#byId.set(company.id, known);
      this.#learn(company.name, known);
      for (const name of company.names) if (name !== company.name) this.#learn(name, known);
    }
  }

  /** The company of that name, made if need be; null for no name and for words such as "Freelance". */
  named(name: string): CompanyId | null {
    let id = this.#byName.get(name);
    if (id === undefined) {
      id = name === '' || isNoCompany(name) ? null : this.#find(name);
      this.#byName.set(name, id);
    }
    return id;
  }

  /** The company of that name if there is one already. */
  known(name: string): CompanyId | null {
    return (name === '' ? undefined : this.#byKey.get(companyKey(name))?.id) ?? null;
  }

  /** Notes that an import speaks of the company under this name. */
  mention(id: CompanyId, name: string, by: ImportId): void {
    this.#byId.get(id)?.mention(name, by);
  }

  nameOf(id: CompanyId | null): string {
    return (id && this.#byId.get(id)?.name) ?? '';
  }

  /** Records that are new or gained a spelling or an import. */
  changed(): Company[] {
    return [...this.#byId.values()].flatMap((known) => known.changed() ?? []);
  }

  #learn(name: string, known: Known): void {
    const key = companyKey(name);
    if (!this.#byKey.has(key)) this.#byKey.set(key, known);
  }

  #find(name: string): CompanyId {
    const key = companyKey(name);
    let known = this.#byKey.get(key);
    if (!known) {
      known = new Known(newId('company'), name, null);
      this.#byKey.set(key, known);
      this.#byId.set(known.id, known);
    }
    return known.id;
  }
}
