import headers from '#data/words/connection-headers.json';
import { mailAddress } from '#intake/address.ts';
import type { Columns } from '#intake/columns.ts';
import { eachRow } from '#intake/each-row.ts';
import { personName } from '#intake/person-name.ts';
import { profileSlug, usualSlug } from '#intake/profile-slug.ts';
import type { Cells } from '#intake/row-cells.ts';
import { DayColumn } from '#intake/row-dates.ts';
import type { Out } from '#intake/source.ts';
import { tableReader } from '#intake/table-reader.ts';

const NONE: readonly string[] = [];

/** Where the columns of one Connections.csv stand; -1 when the era has none. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly profile: number;
  readonly email: number;
  readonly company: number;
  readonly position: number;
  readonly connected: number;
}

/**
 * Connections.csv of every era and re-save (FORMATS.md §1.3). A row with nothing but a date is a private
 * member: counted, never a person.
 */
export const connectionsReader = tableReader({
  kind: 'linkedin-connections',
  oneLine: true,
  knows: (columns) => {
    const at = placeOf(columns);
    if (at.first < 0 || at.last < 0) return false;
    return at.connected >= 0 || (at.company >= 0 && at.position >= 0 && (at.profile >= 0 || at.email >= 0));
  },
  fill: async (table, out, context) => {
    const at = placeOf(table.columns);
    const connected = new DayColumn(table, at.connected, 'Connected On', out, context.today);
    await eachRow(table, out, context, (cells) => {
      readRow(cells, at, out, connected);
    });
  },
});

function placeOf(columns: Columns): Place {
  return {
    first: columns.at(...headers.first),
    last: columns.at(...headers.last),
    profile: columns.at(...headers.profile),
    email: columns.at(...headers.email),
    company: columns.at(...headers.company),
    position: columns.at(...headers.position),
    connected: columns.at(...headers.connected),
  };
}

function readRow(cells: Cells, at: Place, out: Out, connected: DayColumn): void {
  const named = personName(cells, at.first, at.last);
  if (named === null) return;
  if (named.name === '' && isHidden(cells, at)) {
    out.hidden++;
    return;
  }
  if (named.name === '') {
    cells.problem('First Name', 'no-name', 'This row has no name, so nobody could be made of it.');
    return;
  }
  const email = mailOf(cells, at.email);
  out.candidates.push({
    row: cells.number,
    name: named.name,
    first: named.first,
    last: named.last,
    profile: usualSlug(cells.raw(at.profile)) || profileSlug(cells.text(at.profile, 'URL')),
    emails: email === '' ? NONE : [email],
    phones: NONE,
    company: cells.text(at.company, 'Company'),
    position: cells.text(at.position, 'Position'),
    department: '',
    connected: connected.of(cells, false),
    listed: true,
  });
}

function isHidden(cells: Cells, at: Place): boolean {
  return [at.profile, at.email, at.company, at.position].every((column) => cells.raw(column).trim() === '');
}

function mailOf(cells: Cells, column: number): string {
  const raw = cells.text(column, 'Email Address');
  if (raw === '') return '';
  const address = mailAddress(raw);
  if (address === '')
    cells.problem('Email Address', 'bad-address', `"${raw}" is no e-mail address; the row went in without it.`);
  return address;
}
