import { companyKey } from '#intake/company-key.ts';
import type { Change } from '#model/change.ts';
import type { Company, SizeBand } from '#model/company.ts';
import { type CompanyId, newId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import { nothing } from './change-words.ts';

/** The company of that name in any spelling met before, else a new record that the change puts. */
export function companyNamed(workspace: Workspace, name: string): { id: CompanyId; change: Change } {
  const typed = name.trim();
  const key = companyKey(typed);
  for (const company of workspace.companies.values())
    if (company.names.some((known) => companyKey(known) === key)) return { id: company.id, change: nothing };
  const company: Company = {
    id: newId('company'),
    name: typed,
    names: [typed],
    imports: [],
    size: null,
    tags: [],
    note: '',
  };
  return { id: company.id, change: { what: `New company ${typed}`, put: [company], remove: [] } };
}

export function sizeCompany(workspace: Workspace, id: CompanyId, size: SizeBand | null): Change {
  const company = workspace.companies.get(id);
  if (!company) return nothing;
  return { what: `Size of ${company.name}`, put: [{ ...company, size }], remove: [] };
}

/** A new name joins the spellings, so that rows with the old one still match. */
export function editCompany(
  workspace: Workspace,
  id: CompanyId,
  edit: Partial<Pick<Company, 'name' | 'note' | 'tags'>>,
): Change {
  const company = workspace.companies.get(id);
  if (!company) return nothing;
  const names = edit.name === undefined ? company.names : [...new Set([...company.names, edit.name])];
  return { what: `Edit of ${company.name}`, put: [{ ...company, ...edit, names }], remove: [] };
}
