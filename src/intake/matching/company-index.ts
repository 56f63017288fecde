import { companyKey, isNoCompany } from '#intake/company-key.ts';
import type { Company } from '#model/company.ts';
import { type CompanyId, type ImportId, newId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';

/** A company and what this import adds to it; the sets are made when it adds anything. */
class Known {
  spellings: Set<string> | null = null;
  imports: Set<ImportId> | null = null;
  constructor(readonly company: Company) {}

  mention(name: string, by: ImportId): void {
    this.spellings ??= new Set(this.company.names);
    this.imports ??= new Set(this.company.imports);
    this.spellings.add(name);
    this.imports.add(by);
  }
}

/** Names to companies, those of the workspace and those this import brings. */
export class CompanyIndex {
  readonly #byKey = new Map<string, Known>();
  readonly #byName = new Map<string, CompanyId | null>();
  readonly #byId = new Map<CompanyId, Known>();

  constructor(workspace: Workspace) {
    for (const company of workspace.companies.values()) {
      const known = new Known(company);
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
    return (name === '' ? undefined : this.#byKey.get(companyKey(name))?.company.id) ?? null;
  }

  /** Notes that an import speaks of the company under this name. */
  mention(id: CompanyId, name: string, by: ImportId): void {
    this.#byId.get(id)?.mention(name, by);
  }

  nameOf(id: CompanyId | null): string {
    return (id && this.#byId.get(id)?.company.name) ?? '';
  }

  /** Records that are new or gained a spelling or an import. */
  changed(): Company[] {
    const changed: Company[] = [];
    for (const { company, spellings, imports } of this.#byId.values()) {
      if (!spellings || !imports) continue;
      if (imports.size > company.imports.length || spellings.size > company.names.length)
        changed.push({ ...company, names: [...spellings], imports: [...imports] });
    }
    return changed;
  }

  #learn(name: string, known: Known): void {
    const key = companyKey(name);
    if (!this.#byKey.has(key)) this.#byKey.set(key, known);
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
      known = new Known(company);
      this.#byKey.set(key, known);
      this.#byId.set(company.id, known);
    }
    return known.company.id;
  }
}
