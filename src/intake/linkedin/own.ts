import { mailAddress } from '#intake/address.ts';
import { eachRow } from '#intake/each-row.ts';
import { tableReader } from '#intake/table-reader.ts';
import type { OwnFacts } from '#intake/types.ts';

/** Profile.csv: the owner's name. It holds no address of their own profile. */
export const profileReader = tableReader({
  kind: 'linkedin-profile',
  knows: (columns) => columns.has('firstname', 'lastname', 'headline', 'summary'),
  fill: async (table, out, context) => {
    const [first, last] = [table.columns.at('firstname'), table.columns.at('lastname')];
    await eachRow(table, out, context, (cells) => {
      const name = `${cells.text(first, 'First Name')} ${cells.text(last, 'Last Name')}`.trim();
      if (name !== '' && !out.own.name) out.own = { ...out.own, name };
    });
  },
});

/** Positions.csv: where the owner worked, in the export's own words ("Jan 2024", "2019"; '' is still there). */
export const positionsReader = tableReader({
  kind: 'linkedin-positions',
  knows: (columns) => columns.has('companyname', 'title', 'startedon', 'finishedon'),
  fill: async (table, out, context) => {
    const { columns } = table;
    const at = {
      company: columns.at('companyname'),
      title: columns.at('title'),
      from: columns.at('startedon'),
      to: columns.at('finishedon'),
    };
    const employers: OwnFacts['employers'][number][] = [];
    await eachRow(table, out, context, (cells) => {
      const company = cells.text(at.company, 'Company Name');
      const [from, to] = [cells.text(at.from, 'Started On'), cells.text(at.to, 'Finished On')];
      if (company !== '') employers.push({ company, title: cells.text(at.title, 'Title'), from, to });
    });
    out.own = { employers };
  },
});

/** Education.csv: where the owner studied. */
export const educationReader = tableReader({
  kind: 'linkedin-education',
  knows: (columns) => columns.has('schoolname', 'startdate', 'enddate'),
  fill: async (table, out, context) => {
    const { columns } = table;
    const at = { name: columns.at('schoolname'), from: columns.at('startdate'), to: columns.at('enddate') };
    const schools: OwnFacts['schools'][number][] = [];
    await eachRow(table, out, context, (cells) => {
      const name = cells.text(at.name, 'School Name');
      const [from, to] = [cells.text(at.from, 'Start Date'), cells.text(at.to, 'End Date')];
      if (name !== '') schools.push({ name, from, to });
    });
    out.own = { schools };
  },
});

/** Email Addresses.csv: the owner's own addresses, the primary one first. */
export const addressesReader = tableReader({
  kind: 'linkedin-addresses',
  knows: (columns) => columns.has('emailaddress', 'confirmed', 'primary'),
  fill: async (table, out, context) => {
    const [email, primary] = [table.columns.at('emailaddress'), table.columns.at('primary')];
    const found: { address: string; first: boolean }[] = [];
    await eachRow(table, out, context, (cells) => {
      const raw = cells.text(email, 'Email Address');
      const address = mailAddress(raw);
      if (address !== '') found.push({ address, first: /^(?:yes|true)$/i.test(cells.raw(primary).trim()) });
      else cells.problem('Email Address', 'bad-address', `"${raw}" is no e-mail address; it was left out.`);
    });
    found.sort((a, b) => Number(b.first) - Number(a.first));
    out.own = { emails: [...new Set(found.map(({ address }) => address))] };
  },
});
