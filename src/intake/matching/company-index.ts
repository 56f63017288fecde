import { companyKey, isNoCompany } from '#intake/company-key.ts';
import type { Company } from '#model/company.ts';
import { type CompanyId, type ImportId, newId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';

interface Known {
  readonly company: Company;
  readonly spellings: Set<string>;
  readonly imports: Set<ImportId>;
}

/** Names to companies, those of the workspace and those this import brings. */
export class CompanyIndex {
  readonly #byKey = new Map<string, Known>();
  readonly #byName = new Map<string, CompanyId | null>();
  readonly #byId = new Map<CompanyId, Known>();

  constructor(workspace: Workspace) {
    for (const company of workspace.companies.values()) {
      const known = { company, spellings: new Set(company.names), imports: new Set(company.imports) };
      this.#byId.set(company.id, known);
      for (const name of [company.name, ...company.names])
        if (!this.#byKey.has(companyKey(name))) this.#byKey.set(companyKey(name), known);
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
    return (name === '' ? undefined : this.#byKey.get(companyKey(name))?.company.id) ?? null;
  }

  /** Notes that an import speaks of the company under this name. */
  mention(id: CompanyId, name: string, by: ImportId): void {
    const known = this.#byId.get(id);
    known?.spellings.add(name);
    known?.imports.add(by);
  }

  nameOf(id: CompanyId | null): string {
    return (id && this.#byId.get(id)?.company.name) ?? '';
  }

  /** Records that are new or gained a spelling or an import. */
  changed(): Company[] {
    return [...this.#byId.values()]
      .filter(({ company, spellings, imports }) => {
        return imports.size > company.imports.length || spellings.size > company.names.length;
      })
      .map(({ company, spellings, imports }) => ({ ...company, names: [...spellings], imports: [...imports] }));
  }

  #find(name: string): CompanyId {
    const key = companyKey(name);
    let known = this.#byKey.get(key);
    if (!known) {
      const company: Company = {
        id: newId('company'),
        name,
        names: [],
        imports: [],
        size: null,
        tags: [],
        note: '',
      };
      known = { company, spellings: new Set(), imports: new Set() };
      this.#byKey.set(key, known);
      this.#byId.set(company.id, known);
    }
    return known.company.id;
  }
}
