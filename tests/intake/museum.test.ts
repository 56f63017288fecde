import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headerKey } from '#intake/columns.ts';
import type { ColumnMeaning, ReadOut, ReadResult } from '#intake/types.ts';
import { dayOf } from '#model/time.ts';
import { dataFile, read } from './kit.ts';

/** The one mapping a person gave: for the sales tool's header. */
const MAPPINGS: [string, ColumnMeaning[]][] = [
  [
    headerKey(['Contact', 'Work mail', 'Employer', 'Role', 'Met on the']),
    ['name', 'e-mail', 'company', 'position', 'connected'],
  ],
];

/** Every awkward file and what became of it, reviewed by eye. A new file writes its report on the first run. */
describe('museum of files', () => {
  for (const name of readdirSync('data/files').sort()) {
    test(name, async () => {
      const result = await read([dataFile(name)], { mappings: MAPPINGS });
      await expect(written(result)).toMatchFileSnapshot(`../../data/expected/files/${name}.txt`);
    });
  }
});

function written({ reports, read: outs, problems, unmapped }: ReadResult): string {
  const lines = reports.flatMap(({ name, kind, rows, hidden, messages, problems: count, sentence }) => [
    `${name}: ${kind}, ${rows} rows, ${hidden} hidden, ${messages} messages, ${count} problems`,
    `  ${sentence}`,
  ]);
  const found = unmapped.flatMap(({ header, guess, preview }) => [
    `columns: ${header.map((cell, at) => `${cell} = ${guess[at]}`).join(', ')}`,
    ...preview.slice(1).map((row) => `  ${row.join(' | ')}`),
  ]);
  const all = [...problems, ...outs.flatMap((out) => out.problems)];
  const wrong = all.map(({ file, row, field, code, message, original }) =>
    [`${file} ${row} ${field} ${code}: ${message}`, ...(original === undefined ? [] : [`  > ${short(original)}`])].join(
      '\n',
    ),
  );
  return `${[...lines, ...found, ...section('problems', wrong), ...outs.flatMap(contents)].join('\n')}\n`;
}

function contents(out: ReadOut): string[] {
  const people = out.candidates.map((row) =>
    [
      row.row,
      row.name,
      row.profile && `in/${row.profile}`,
      ...row.emails,
      ...row.phones,
      row.position,
      row.company,
      row.connected,
    ]
      .filter((part) => part)
      .map((part) => short(String(part)))
      .join(' | '),
  );
  const messages = out.messages.map(
    ({ who, theirs, mine }) =>
      `${who.name} in/${who.profile}${who.emails.map((address) => ` <${address}>`).join('')}: wrote ${theirs.map(dayOf).join()}, I wrote ${mine.map(dayOf).join()}`,
  );
  const marks = out.marks.map(
    ({ who, kind, on, text }) => `${kind} ${who.name} in/${who.profile} ${who.company} ${on} ${text}`,
  );
  const seeds = out.seeds.map(({ from, title, company, link, on }) => `${from}: ${title} at ${company} ${on} ${link}`);
  const own = Object.keys(out.own).length > 0 ? [JSON.stringify(out.own)] : [];
  return [
    ...section(`people of ${out.file}`, people),
    ...section(`messages of ${out.file}`, messages),
    ...section(`marks of ${out.file}`, marks),
    ...section(`roles of ${out.file}`, seeds),
    ...section(`about the owner in ${out.file}`, own),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line.trim()}`)];
}

function short(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 60)}… (${text.length} characters)`;
}
