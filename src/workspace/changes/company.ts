import { companyKey } from '#intake/company-key.ts';
import type { Change } from '#model/change.ts';
import type { Company, SizeBand, Unit } from '#model/company.ts';
import { type CompanyId, newId } from '#model/ids.ts';
import type { Workspace } from '#model/workspace.ts';
import { nothing } from './words.ts';

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

/** How many work at the company, or in the department or office of it named `unit`; null takes it back. */
export function sizeCompany(
  workspace: Workspace,
  id: CompanyId,
  size: SizeBand | null,
  unit: string | null = null,
): Change {
  const company = workspace.companies.get(id);
  if (!company) return nothing;
  if (unit === null) return { what: `Size of ${company.name}`, put: [{ ...company, size }], remove: [] };
  return { what: `Size of ${unit} at ${company.name}`, put: [withUnit(company, unit, size)], remove: [] };
}

function withUnit({ units: before = [], ...company }: Company, name: string, size: SizeBand | null): Company {
  const others = before.filter((unit) => unit.name.trim().toLowerCase() !== name.trim().toLowerCase());
  const units: Unit[] = size === null ? others : [...others, { name, size }];
  return units.length === 0 ? company : { ...company, units };
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
