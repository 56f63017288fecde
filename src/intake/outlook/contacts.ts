import headers from '#data/words/outlook-headers.json';
import { mailAddress } from '#intake/address.ts';
import type { Columns } from '#intake/columns.ts';
import { companyEntriesNote } from '#intake/company-entries.ts';
import { eachRow } from '#intake/each-row.ts';
import { personName } from '#intake/person-name.ts';
import { profileSlug } from '#intake/profile-slug.ts';
import type { Cells } from '#intake/row-cells.ts';
import type { Out } from '#intake/source.ts';
import { tableReader } from '#intake/table-reader.ts';

/** Columns that other tables of people lack: so many of them make it Outlook's. */
const ENOUGH_MARKERS = 2;

interface Place {
  readonly first: number;
  readonly middle: number;
  readonly last: number;
  /** Address and the name it is shown by: Exchange keeps the real address in the latter. */
  readonly emails: readonly (readonly [address: number, shownAs: number])[];
  readonly company: number;
  readonly department: number;
  /** The office, else the city of work. */
  readonly office: readonly number[];
  readonly position: number;
  readonly phones: readonly number[];
  readonly pages: readonly number[];
}

/**
 * Contacts of Outlook.com and of classic Outlook in the languages of data/words/outlook-headers.json, and
 * Google's "Outlook CSV" (FORMATS.md §3). `Title` is an honorific; its empty dates (`0/0/00`) are not read.
 */
export const outlookReader = tableReader({
  kind: 'outlook-csv',
  knows: (columns) => {
    const at = placeOf(columns);
    const named = at.first >= 0 && at.last >= 0;
    return named && at.emails.length + at.phones.length > 0 && markersOf(columns) >= ENOUGH_MARKERS;
  },
  fill: async (table, out, context) => {
    const at = placeOf(table.columns);
    const counts = { companies: 0 };
    await eachRow(table, out, context, (cells) => {
      readRow(cells, at, out, counts);
    });
    out.note = companyEntriesNote(counts.companies);
  },
});

function placeOf(columns: Columns): Place {
  const there = (at: number): boolean => at >= 0;
  return {
    first: columns.at(...headers.first),
    middle: columns.at(...headers.middle),
    last: columns.at(...headers.last),
    emails: headers.emails
      .map((names, index) => [columns.at(...names), columns.at(...(headers.shownAs[index] ?? []))] as const)
      .filter(([address]) => there(address)),
    company: columns.at(...headers.company),
    department: columns.at(...headers.department),
    office: headers.office.map((name) => columns.at(name)).filter(there),
    position: columns.at(...headers.position),
    phones: headers.phones.map((name) => columns.at(name)).filter(there),
    pages: headers.pages.map((name) => columns.at(name)).filter(there),
  };
}

function markersOf(columns: Columns): number {
  const second = columns.at(...(headers.emails[1] ?? [])) >= 0 ? 1 : 0;
  const middle = columns.at(...headers.middle) >= 0 ? 1 : 0;
  return second + middle + headers.markers.filter((name) => columns.has(name)).length;
}

function readRow(cells: Cells, at: Place, out: Out, counts: { companies: number }): void {
  const parts = personName(cells, at.first, at.last);
  if (parts === null) return;
  const isWhole = parts.first !== '' && parts.last !== '';
  const middle = isWhole ? '' : cells.text(at.middle, 'Middle Name');
  const name = [parts.first, middle, parts.last].filter((part) => part !== '').join(' ');
  const emails = emailsOf(cells, at.emails);
  const inName = mailAddress(name);
  if (inName !== '') emails.push(inName);
  const company = cells.text(at.company, 'Company');
  if (name === '' && emails.length === 0) {
    if (company !== '') counts.companies++;
    else
      cells.problem('First Name', 'no-name', 'This contact has neither a name nor an e-mail address; it was left out.');
    return;
  }
  const phones = at.phones.map((column) => cells.text(column, 'Phone')).filter((phone) => phone !== '');
  const pages = at.pages.map((column) => profileSlug(cells.text(column, 'Web Page').trim()));
  out.candidates.push({
    row: cells.number,
    ...parts,
    name: (inName === '' ? name : '') || (emails[0] ?? ''),
    profile: pages.find((slug) => slug !== '') ?? '',
    emails: [...new Set(emails)],
    phones: [...new Set(phones)],
    company,
    position: cells.text(at.position, 'Job Title'),
    department: cells.text(at.department, 'Department'),
    office: firstOf(at.office.map((column) => cells.text(column, 'Office Location'))),
    connected: null,
    listed: true,
  });
}

function firstOf(texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

/** Exchange's inner address (`/o=ExchangeLabs/…`) is none; the real one may stand in the name: `X (a@b)`. */
function emailsOf(cells: Cells, columns: Place['emails']): string[] {
  const found: string[] = [];
  for (const [address, shownAs] of columns) {
    const raw = cells.text(address, 'E-mail Address');
    const isInner = /^\/o=/i.test(raw);
    const mail =
      mailAddress(raw) || mailAddress(/[(<]([^()<>]+@[^()<>]+)[)>]/.exec(cells.text(shownAs, ''))?.[1] ?? '');
    if (mail !== '') found.push(mail);
    else if (raw !== '' && !isInner)
      cells.problem('E-mail Address', 'bad-address', `"${raw}" is no e-mail address; the row went in without it.`);
  }
  return found;
}
