import headers from '#data/words/connection-headers.json';
import { mailAddress } from '#intake/address.ts';
import type { Columns } from '#intake/columns.ts';
import { readDay, type SlashOrder, slashOrder } from '#intake/dates.ts';
import { breathe } from '#intake/pause.ts';
import { personName } from '#intake/person-name.ts';
import { profileSlug } from '#intake/profile-slug.ts';
import { Cells } from '#intake/row-cells.ts';
import type { Out, ReadContext } from '#intake/source.ts';
import { tableReader } from '#intake/table-reader.ts';
import { addDays, type Day, secondsOf } from '#model/time.ts';

const NONE: readonly string[] = [];
const ROWS_PER_BREATH = 4096;

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
  knows: (columns) => {
    const at = placeOf(columns);
    if (at.first < 0 || at.last < 0) return false;
    return at.connected >= 0 || (at.company >= 0 && at.position >= 0 && (at.profile >= 0 || at.email >= 0));
  },
  fill: async (table, out, context) => {
    const at = placeOf(table.columns);
    const order = slashOrder(table.rows.map((row) => row[at.connected] ?? ''));
    const latest = addDays(context.today, 1);
    const cells = new Cells(table, out);
    for (let index = 0; index < table.rows.length; index++) {
      cells.to(index);
      readRow(cells, at, out, (text) => connectedOn(text, order, latest, cells, out));
      if (index % ROWS_PER_BREATH === ROWS_PER_BREATH - 1) await rest(context);
    }
    context.tick(table.rows.length % ROWS_PER_BREATH);
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

function readRow(cells: Cells, at: Place, out: Out, dayOf: (text: string) => Day | null): void {
  if (cells.blank) return;
  out.rows++;
  if (!cells.fits()) return;
  const named = personName(cells, at.first, at.last);
  if (named === null) return;
  const profile = profileSlug(cells.text(at.profile, 'URL'));
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
    ...named,
    profile,
    emails: email === '' ? NONE : [email],
    phones: NONE,
    company: cells.text(at.company, 'Company'),
    position: cells.text(at.position, 'Position'),
    department: '',
    connected: at.connected < 0 ? null : dayOf(cells.text(at.connected, 'Connected On')),
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

function connectedOn(text: string, order: SlashOrder, latest: Day, cells: Cells, out: Out): Day | null {
  const day = readDay(text, order);
  if (day === null) {
    const what = text === '' ? 'There is no date here' : `"${text}" is no date we know`;
    cells.problem('Connected On', 'bad-date', `${what}; the row went in without it.`);
    return null;
  }
  if (day > latest) {
    cells.problem('Connected On', 'future-date', `"${text}" lies in the future; the row went in without the date.`);
    return null;
  }
  out.saw(secondsOf(day));
  return day;
}

async function rest({ tick, signal }: ReadContext): Promise<void> {
  tick(ROWS_PER_BREATH);
  await breathe(signal);
}
