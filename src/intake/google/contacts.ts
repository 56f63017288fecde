import { mailAddress } from '#intake/address.ts';
import type { Columns } from '#intake/columns.ts';
import { companyEntriesNote } from '#intake/company-entries.ts';
import { eachRow } from '#intake/each-row.ts';
import { personName } from '#intake/person-name.ts';
import { profileSlug } from '#intake/profile-slug.ts';
import type { Cells } from '#intake/row-cells.ts';
import type { Out } from '#intake/source.ts';
import { tableReader } from '#intake/table-reader.ts';
import { fold } from '#intake/text.ts';

/** Several values of one label share a cell. */
const BETWEEN = ' ::: ';

interface Place {
  readonly name: number;
  readonly first: number;
  readonly middle: number;
  readonly last: number;
  readonly nickname: number;
  readonly company: number;
  readonly position: number;
  readonly department: number;
  /** The office, as the layout to 2024 has it. */
  readonly office: number;
  /** Label and city of each address. */
  readonly cities: readonly (readonly [label: number, value: number])[];
  readonly labels: number;
  /** Label and value of each `E-mail 1 - Label, E-mail 1 - Value`: as many as the address book needs. */
  readonly emails: readonly (readonly [label: number, value: number])[];
  readonly phones: readonly (readonly [label: number, value: number])[];
  readonly pages: readonly (readonly [label: number, value: number])[];
}

/** Google Contacts as CSV: the layout to 2024 (`Given Name`) and the one since (FORMATS.md §2). */
export const googleReader = tableReader({
  kind: 'google-csv',
  knows: (columns) =>
    (columns.has('givenname', 'familyname') && columns.at('groupmembership', 'email1value', 'phone1value') >= 0) ||
    (columns.has('firstname', 'lastname', 'labels') &&
      columns.at('organizationname', 'email1value', 'phone1value', 'fileas') >= 0),
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
  return {
    name: columns.at('name'),
    first: columns.at('firstname', 'givenname'),
    middle: columns.at('middlename', 'additionalname'),
    last: columns.at('lastname', 'familyname'),
    nickname: columns.at('nickname'),
    company: columns.at('organizationname', 'organization1name'),
    position: columns.at('organizationtitle', 'organization1title'),
    department: columns.at('organizationdepartment', 'organization1department'),
    office: columns.at('organization1location'),
    cities: numbered(columns, 'address', 'city'),
    labels: columns.at('labels', 'groupmembership'),
    emails: numbered(columns, 'email'),
    phones: numbered(columns, 'phone'),
    pages: numbered(columns, 'website'),
  };
}

function numbered(columns: Columns, what: string, value = 'value'): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let n = 1; columns.at(`${what}${n}${value}`) >= 0; n++)
    found.push([columns.at(`${what}${n}label`, `${what}${n}type`), columns.at(`${what}${n}${value}`)]);
  return found;
}

function readRow(cells: Cells, at: Place, out: Out, counts: { companies: number }): void {
  const named = nameOf(cells, at);
  if (named === null) return;
  const written = values(cells, at.emails, 'E-mail');
  const emails = written.map(mailAddress).filter((address) => address !== '');
  const inName = mailAddress(named.name);
  if (inName !== '') emails.push(inName);
  const bad = written.find((text) => mailAddress(text) === '');
  if (bad !== undefined)
    cells.problem('E-mail', 'bad-address', `"${bad}" is no e-mail address; the row went in without it.`);
  const company = first(cells, at.company, 'Organization Name');
  if (named.name === '' && emails.length === 0) {
    if (company !== '') counts.companies++;
    else cells.problem('Name', 'no-name', 'This contact has neither a name nor an e-mail address; it was left out.');
    return;
  }
  const profiles = values(cells, at.pages, 'Website').map(profileSlug);
  out.candidates.push({
    row: cells.number,
    ...named,
    name: (inName === '' ? named.name : '') || (emails[0] ?? ''),
    profile: profiles.find((slug) => slug !== '') ?? '',
    emails: [...new Set(emails)],
    phones: [...new Set(values(cells, at.phones, 'Phone'))],
    company,
    position: first(cells, at.position, 'Organization Title'),
    department: first(cells, at.department, 'Organization Department'),
    office: first(cells, at.office, 'Organization Location') || cityOfWork(cells, at.cities),
    connected: null,
    listed: !isKeptByGoogle(cells.quiet(at.labels)),
  });
}

/** First and last name where both are there; else whatever name the row has. */
function nameOf(cells: Cells, at: Place): ReturnType<typeof personName> {
  const named = personName(cells, at.first, at.last);
  if (named === null || (named.first !== '' && named.last !== '')) return named;
  const rest = [cells.text(at.name, 'Name'), `${named.first} ${cells.text(at.middle, 'Middle Name')} ${named.last}`];
  const name = rest.map((text) => text.trim()).find((text) => text !== '') ?? cells.text(at.nickname, 'Nickname');
  return { ...named, name: name.replace(/ {2,}/g, ' ').slice(0, 200) };
}

/** Values of all numbered columns, those marked `* ` as primary first. */
function values(cells: Cells, columns: Place['emails'], field: string): string[] {
  const found = columns.flatMap(([label, value]) => {
    const isPrimary = label >= 0 && cells.raw(label).startsWith('*');
    return cells
      .text(value, field)
      .split(BETWEEN)
      .map((text) => ({ text: text.trim(), isPrimary }));
  });
  found.sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  return found.map(({ text }) => text).filter((text) => text !== '');
}

function first(cells: Cells, column: number, field: string): string {
  return (cells.text(column, field).split(BETWEEN)[0] ?? '').trim();
}

/** The city of the address labelled as that of work; where people live says nothing of an office. */
function cityOfWork(cells: Cells, columns: Place['cities']): string {
  for (const [label, value] of columns)
    if (label >= 0 && /^\*? ?work$/i.test(cells.raw(label).trim())) return first(cells, value, 'Address');
  return '';
}

/** "Other contacts" are addresses Google kept of mail that was sent: nobody put them on a list. */
function isKeptByGoogle(labels: string): boolean {
  const all = labels.split(':::').map(fold);
  return all.includes('other contacts') && !all.includes('mycontacts');
}
