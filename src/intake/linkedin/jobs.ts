import { eachRow } from '#intake/each-row.ts';
import { DayColumn } from '#intake/row-dates.ts';
import type { Reader } from '#intake/source.ts';
import { tableReader } from '#intake/table-reader.ts';
import type { TargetSeed } from '#intake/types.ts';

/** Job Applications.csv and Saved Jobs.csv: roles that may become targets. Only proposed, never made. */
export const applicationsReader = roles('linkedin-applications', 'applicationdate', 'Application Date', 'application');
export const savedJobsReader = roles('linkedin-saved-jobs', 'saveddate', 'Saved Date', 'saved-job');

/** Job Seeker Preferences.csv: the companies the user dreams of. */
export const preferencesReader = tableReader({
  kind: 'linkedin-preferences',
  knows: (columns) => columns.has('locations', 'industries') && columns.at('dreamcompanies', 'jobtitles') >= 0,
  fill: async (table, out, context) => {
    const dream = table.columns.at('dreamcompanies');
    await eachRow(table, out, context, (cells) => {
      for (const company of listed(cells.text(dream, 'Dream Companies')))
        out.seeds.push({ title: '', company, link: '', on: null, applied: false, from: 'dream-company' });
    });
  },
});

/** Company Follows.csv: a company followed is no wish yet, so nothing is proposed; the file is named and counted. */
export const followsReader = tableReader({
  kind: 'linkedin-follows',
  knows: (columns) => columns.has('organization', 'followedon'),
  fill: async (table, out, context) => {
    out.note = 'Following a company says nothing about people, so nothing was taken in.';
    await eachRow(table, out, context, () => {});
  },
});

function roles(kind: Reader['kind'], date: string, field: string, from: TargetSeed['from']): Reader {
  return tableReader({
    kind,
    knows: (columns) => columns.has(date, 'companyname', 'jobtitle'),
    fill: async (table, out, context) => {
      const { columns } = table;
      const [company, title, url] = [columns.at('companyname'), columns.at('jobtitle'), columns.at('joburl')];
      const on = new DayColumn(table, columns.at(date), field, out, context.today);
      await eachRow(table, out, context, (cells) => {
        const seed = {
          title: cells.text(title, 'Job Title'),
          company: cells.text(company, 'Company Name'),
          link: httpsOnly(cells.text(url, 'Job Url')),
          on: on.of(cells),
          applied: from === 'application',
          from,
        };
        if (seed.company !== '' || seed.title !== '') out.seeds.push(seed);
        else cells.problem('Company Name', 'no-name', 'This row names neither a company nor a role; it was left out.');
      });
    },
  });
}

/** Links that may be opened: https, and LinkedIn's old http made so. */
function httpsOnly(link: string): string {
  const secure = link.replace(/^http:\/\/(?=(?:[a-z]+\.)*linkedin\.com\/)/i, 'https://');
  return /^https:\/\/\S+$/.test(secure) ? secure : '';
}

/** Dream companies stand in one cell, parted by bars, semicolons or commas. */
function listed(text: string): string[] {
  const separator = text.includes('|') ? '|' : text.includes(';') ? ';' : ',';
  return text
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
