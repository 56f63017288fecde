import columnWords from '#data/words/column-words.json';
import { pageChoices } from '#intake/encoding/page-choice.ts';
import { mailAddress } from './address.ts';
import { foldHeader, headerKey } from './columns.ts';
import { decode } from './decode.ts';
import { eachRow } from './each-row.ts';
import { personName } from './person-name.ts';
import { profileSlug } from './profile-slug.ts';
import type { Cells } from './row-cells.ts';
import { DayColumn } from './row-dates.ts';
import { Out, type ReadContext, type Reader, type Source } from './source.ts';
import { firstRows, guessHeader, type Table } from './table.ts';
import { tableOf } from './table-reader.ts';
import type { ColumnMeaning, Unmapped } from './types.ts';

const PREVIEW_ROWS = 5;
const MEANING: ReadonlyMap<string, ColumnMeaning> = new Map(
  columnWords.flatMap(({ meaning, words }) => words.map((word) => [word, meaning as ColumnMeaning] as const)),
);

/** A table with a header nobody knows, as the mapper shows it; null when the file is no table at all. */
export async function unmappedTable(source: Source): Promise<Unmapped | null> {
  const found = source.head === '' ? null : guessHeader(source.head);
  if (!found) return null;
  const preview = firstRows(source.head, found, PREVIEW_ROWS).map((row) => row.map((cell) => cell.slice(0, 200)));
  return {
    file: source.file,
    header: found.header,
    preview: [found.header, ...preview],
    guess: guess(found.header, preview),
    codePage: await codePageOf(source),
  };
}

/** How else its letters can be read; a table is small enough to be looked at whole. */
async function codePageOf(source: Source): Promise<Unmapped['codePage']> {
  const bytes = await source.bytes();
  return pageChoices(bytes, decode(bytes, source.page));
}

/** The reader for a header the person explained before; null for any other file. */
export function mappedReader(source: Source, mappings: ReadContext['mappings']): Reader | null {
  const found = source.head === '' || mappings.size === 0 ? null : guessHeader(source.head);
  const meanings = found ? mappings.get(headerKey(found.header)) : undefined;
  if (!meanings) return null;
  return {
    kind: 'mapped-csv',
    claims: () => true,
    read: async (file, context) => {
      const out = new Out(file, 'mapped-csv');
      const table = await tableOf(file, out, null);
      if (table) await fill(table, meanings, out, context);
      return out.done();
    },
  };
}

/** The columns of Connections.csv since 2023, whatever language their names are in (FORMATS.md §1.3). */
const CONNECTIONS: readonly ColumnMeaning[] = [
  'first',
  'last',
  'profile',
  'e-mail',
  'company',
  'position',
  'connected',
];

/** No export in another language than English was ever seen: its order and its profile addresses tell it. */
function isConnections(rows: readonly (readonly string[])[]): boolean {
  const filled = (column: number): string[] =>
    rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  const profiles = filled(CONNECTIONS.indexOf('profile'));
  return (
    rows.every((row) => row.length === CONNECTIONS.length) &&
    profiles.length > 0 &&
    profiles.every((cell) => profileSlug(cell) !== '') &&
    filled(CONNECTIONS.indexOf('e-mail')).every((cell) => mailAddress(cell) !== '')
  );
}

/** What each column most likely means: by its name, else by what stands in it. One column per meaning. */
export function guess(header: readonly string[], rows: readonly (readonly string[])[]): ColumnMeaning[] {
  if (header.length === CONNECTIONS.length && isConnections(rows)) return [...CONNECTIONS];
  const taken = new Set<ColumnMeaning>();
  const claim = (meaning: ColumnMeaning | undefined): ColumnMeaning => {
    if (meaning === undefined || (taken.has(meaning) && meaning !== 'e-mail' && meaning !== 'phone')) return 'ignore';
    taken.add(meaning);
    return meaning;
  };
  const named = header.map((cell) => claim(MEANING.get(foldHeader(cell))));
  const column = (index: number): string[] =>
    rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
  const guessed = named.map((meaning, index) => (meaning === 'ignore' ? claim(byContent(column(index))) : meaning));
  const isNamed = taken.has('name') || taken.has('first') || taken.has('last');
  const names = isNamed ? -1 : guessed.findIndex((meaning, at) => meaning === 'ignore' && areNames(column(at)));
  return guessed.map((meaning, at) => (at === names ? 'name' : meaning));
}

/** Two to four words of letters: the first such column has the names, for nothing is known without one. */
function areNames(filled: readonly string[]): boolean {
  return filled.length > 0 && filled.every((cell) => /^[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]+){1,3}$/u.test(cell));
}

function byContent(filled: readonly string[]): ColumnMeaning | undefined {
  if (filled.length === 0) return undefined;
  if (filled.every((cell) => mailAddress(cell) !== '')) return 'e-mail';
  if (filled.every((cell) => profileSlug(cell) !== '')) return 'profile';
  return undefined;
}

async function fill(table: Table, meanings: readonly ColumnMeaning[], out: Out, context: ReadContext): Promise<void> {
  const connected = new DayColumn(table, meanings.indexOf('connected'), 'connected', out, context.today);
  await eachRow(table, out, context, (cells) => {
    readRow(cells, meanings, connected, out);
  });
}

function readRow(cells: Cells, meanings: readonly ColumnMeaning[], connected: DayColumn, out: Out): void {
  const at = (meaning: ColumnMeaning): number => meanings.indexOf(meaning);
  const all = (meaning: ColumnMeaning): string[] =>
    meanings
      .flatMap((each, index) => (each === meaning ? [cells.text(index, meaning)] : []))
      .filter((text) => text !== '');
  const named = at('name') < 0 ? personName(cells, at('first'), at('last')) : wholeName(cells, at('name'));
  if (named === null) return;
  const emails = all('e-mail')
    .map(mailAddress)
    .filter((address) => address !== '');
  if (named.name === '' && emails.length === 0) {
    cells.problem('name', 'no-name', 'This row has neither a name nor an e-mail address; it was left out.');
    return;
  }
  out.candidates.push({
    row: cells.number,
    ...named,
    name: named.name || (emails[0] ?? ''),
    profile: profileSlug(cells.text(at('profile'), 'profile')),
    emails: [...new Set(emails)],
    phones: [...new Set(all('phone'))],
    company: cells.text(at('company'), 'company'),
    position: cells.text(at('position'), 'position'),
    department: '',
    connected: connected.of(cells),
    listed: true,
  });
}

function wholeName(cells: Cells, column: number): ReturnType<typeof personName> {
  const named = personName(cells, column, -1);
  return named && { name: named.name, first: '', last: '' };
}
