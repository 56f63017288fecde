import { mailAddress } from '#intake/address.ts';
import { eachRow } from '#intake/each-row.ts';
import { personName } from '#intake/person-name.ts';
import { profileSlug } from '#intake/profile-slug.ts';
import type { Cells } from '#intake/row-cells.ts';
import type { Out } from '#intake/source.ts';
import { tableReader } from '#intake/table-reader.ts';

/**
 * Contacts.csv (2018: Imported Contacts.csv): an address book once uploaded to LinkedIn. Its people are
 * contacts, not connections, so they make no listed tie.
 */
export const contactsReader = tableReader({
  kind: 'linkedin-contacts',
  knows: (columns) =>
    columns.has('firstname', 'lastname', 'companies', 'phonenumbers') && columns.at('emails', 'emailaddress') >= 0,
  fill: async (table, out, context) => {
    const { columns } = table;
    const at = {
      first: columns.at('firstname'),
      last: columns.at('lastname'),
      full: columns.at('fullname'),
      emails: columns.at('emails', 'emailaddress'),
      phones: columns.at('phonenumbers'),
      companies: columns.at('companies'),
      title: columns.at('title'),
      profiles: columns.at('profiles'),
    };
    await eachRow(table, out, context, (cells) => {
      readRow(cells, at, out);
    });
  },
});

function readRow(
  cells: Cells,
  at: Record<'first' | 'last' | 'full' | 'emails' | 'phones' | 'companies' | 'title' | 'profiles', number>,
  out: Out,
): void {
  const parts = personName(cells, at.first, at.last);
  if (parts === null) return;
  const named = parts.name === '' ? { ...parts, name: cells.text(at.full, 'FullName').slice(0, 200) } : parts;
  const emails = list(cells, at.emails)
    .map(mailAddress)
    .filter((address) => address !== '');
  if (named.name === '' && emails.length === 0) {
    cells.problem('FirstName', 'no-name', 'This contact has neither a name nor an e-mail address; it was left out.');
    return;
  }
  out.candidates.push({
    row: cells.number,
    ...named,
    name: named.name || (emails[0] ?? ''),
    profile:
      list(cells, at.profiles)
        .map(profileSlug)
        .find((slug) => slug !== '') ?? '',
    emails: [...new Set(emails)],
    phones: [...new Set(list(cells, at.phones))],
    company: firstCompany(cells.text(at.companies, 'Companies')),
    position: cells.text(at.title, 'Title'),
    department: '',
    connected: null,
    listed: false,
  });
}

/** Several companies are joined by bare commas; a comma with a space belongs to a name ("Acme, Inc."). */
function firstCompany(text: string): string {
  return text.split(/,(?! )/)[0] ?? '';
}

function list(cells: Cells, column: number): string[] {
  return cells
    .text(column, '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
