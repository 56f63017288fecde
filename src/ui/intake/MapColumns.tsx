import { useId, useState } from 'react';
import type { ColumnMeaning, Unmapped } from '#intake/types.ts';
import { useApp } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { CodePages } from './CodePages.tsx';

const MEANINGS: readonly { value: ColumnMeaning; label: string }[] = [
  { value: 'ignore', label: 'Leave out' },
  { value: 'name', label: 'Full name' },
  { value: 'first', label: 'First name' },
  { value: 'last', label: 'Last name' },
  { value: 'e-mail', label: 'E-mail' },
  { value: 'phone', label: 'Phone' },
  { value: 'company', label: 'Company' },
  { value: 'position', label: 'Position' },
  { value: 'profile', label: 'LinkedIn profile' },
  { value: 'connected', label: 'Connected on' },
];

const ROWS = 5;

/** A table nobody knows: one meaning per column, our guess first, remembered for this header. */
export function MapColumns({ unmapped, primary }: { unmapped: Unmapped; primary: boolean }) {
  const { commands } = useApp();
  const id = useId();
  const [columns, setColumns] = useState<readonly ColumnMeaning[]>(unmapped.guess);
  const named = columns.some((meaning) => meaning === 'name' || meaning === 'first' || meaning === 'last');
  const rows = unmapped.preview
    .slice(1)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .slice(0, ROWS);
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>What is in {unmapped.file}?</h2>
      <p className="soft">
        This table is new to us. Say what each column holds; it is remembered for the next file like it.
      </p>
      {unmapped.codePage ? <CodePages file={unmapped.file} codePage={unmapped.codePage} /> : null}
      <div className="import-table">
        <table className="table">
          <thead>
            <tr>
              {unmapped.header.map((title, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; titles repeat
                <th key={at} scope="col">
                  <span className="import-column">{title || `Column ${at + 1}`}</span>
                  <select
                    className="select"
                    aria-label={`Column ${at + 1}, ${title || 'no title'}`}
                    value={columns[at] ?? 'ignore'}
                    onChange={(event) => setColumns(withAt(unmapped.header.length, columns, at, event.target.value))}
                  >
                    {MEANINGS.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: preview rows never move
              <tr key={at}>
                {unmapped.header.map((_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={column}>{row[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button
          look={primary ? 'primary' : 'plain'}
          disabled={!named}
          onClick={() => void commands.mapColumns(unmapped.header, columns)}
        >
          Read it with these columns
        </Button>
        {named ? null : <p className="faint">Choose at least one column with a name.</p>}
      </div>
    </section>
  );
}

function withAt(length: number, columns: readonly ColumnMeaning[], at: number, value: string): ColumnMeaning[] {
  const meaning = MEANINGS.find((known) => known.value === value)?.value ?? 'ignore';
  return Array.from({ length }, (_, column) => (column === at ? meaning : (columns[column] ?? 'ignore')));
}
