import type { SizeBand } from '#model/company.ts';
import type { CompanyId } from '#model/ids.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Choice, type Option } from '#ui/shared/Field.tsx';
import { companyIn } from '#ui/shared/words.ts';

const SIZES: readonly Option<SizeBand | 'unknown'>[] = [
  { value: '1-10', label: '1 to 10' },
  { value: '11-50', label: '11 to 50' },
  { value: '51-200', label: '51 to 200' },
  { value: '201-1000', label: '201 to 1,000' },
  { value: 'more', label: 'More' },
  { value: 'unknown', label: "Don't know" },
];

/** Asked where it matters, kept on the company; once answered it folds away and can be changed. */
export function CompanySize({ company }: { company: CompanyId }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const size = workspace.companies.get(company)?.size ?? null;
  const question = `About how many people work at ${companyIn(workspace, company) || 'this company'}?`;
  const choice = (
    <Choice
      label={question}
      hint="It decides whether two people there are likely to know each other. Without it nothing is guessed."
      value={size ?? 'unknown'}
      options={SIZES}
      onChoose={(value) => commands.sizeCompany(company, value === 'unknown' ? null : value)}
    />
  );
  if (size === null) return choice;
  return (
    <details className="target-left-out">
      <summary>
        {question} {SIZES.find(({ value }) => value === size)?.label}: <span className="target-link">change</span>
      </summary>
      {choice}
    </details>
  );
}
