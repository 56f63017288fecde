import type { SizeBand } from '#model/company.ts';
import type { SizeQuestion } from '#paths/types.ts';
import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Choice, type Option } from '#ui/shared/Field.tsx';
import { companyIn } from '#ui/shared/words.ts';

const SIZES: readonly Option<SizeBand | 'unknown'>[] = [
  { value: '1-10', label: '1 to 10' },
  { value: '11-50', label: '11 to 50' },
  { value: '51-200', label: '51 to 200' },
  { value: '201-1000', label: '201 to 1,000' },
  { value: 'more', label: 'More than 1,000' },
  { value: 'unknown', label: "Don't know" },
];

/**
 * Asked where an answer may open a lead, kept on the company; once answered they fold away and can be changed.
 * `folded`: there is a confirmed way already, so nothing waits for the answer.
 */
export function CompanySizes({ sizes, folded = false }: { sizes: readonly SizeQuestion[]; folded?: boolean }) {
  return sizes.map((question) => (
    <CompanySize key={`${question.company} ${question.unit}`} question={question} folded={folded} />
  ));
}

function CompanySize({ question: { company, unit, size }, folded }: { question: SizeQuestion; folded: boolean }) {
  const { commands } = useApp();
  const workspace = useWorkspace();
  const name = companyIn(workspace, company) || 'this company';
  const text = `About how many people work ${unit === null ? `at ${name}` : `in ${unit} at ${name}`}?`;
  const choice = (
    <Choice
      label={text}
      hint="It decides whether two people there are likely to know each other. Without it nothing is guessed."
      value={size ?? 'unknown'}
      options={SIZES}
      atOnce
      onChoose={(value) => commands.sizeCompany(company, value === 'unknown' ? null : value, unit ?? undefined)}
    />
  );
  if (size === null && !folded) return choice;
  return (
    <details className="target-left-out">
      <summary>
        {text}{' '}
        {size === null ? (
          <span className="target-link">An answer may open a lead</span>
        ) : (
          <>
            {SIZES.find(({ value }) => value === size)?.label}: <span className="target-link">change</span>
          </>
        )}
      </summary>
      {choice}
    </details>
  );
}
