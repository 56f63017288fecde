import type { Columns } from '#intake/columns.ts';
import { eachRow } from '#intake/each-row.ts';
import { profileSlug } from '#intake/profile-slug.ts';
import type { Cells } from '#intake/row-cells.ts';
import { DayColumn } from '#intake/row-dates.ts';
import type { Source } from '#intake/source.ts';
import { tableReader } from '#intake/table-reader.ts';
import type { CandidateMark } from '#intake/types.ts';
import { foldedBase } from '#intake/wanted.ts';

/** Longest text of a recommendation or note that is kept. */
const LONGEST_TEXT = 400;

/** Invitations.csv: who invited whom, and when. What the invitation said is not kept. */
export const invitationsReader = tableReader({
  kind: 'linkedin-invitations',
  knows: (columns) => columns.has('from', 'to', 'sentat', 'direction'),
  fill: async (table, out, context) => {
    const { columns } = table;
    const at = { from: columns.at('from'), to: columns.at('to'), direction: columns.at('direction') };
    const url = { inviter: columns.at('inviterprofileurl'), invitee: columns.at('inviteeprofileurl') };
    const on = new DayColumn(table, columns.at('sentat'), 'Sent At', out, context.today);
    await eachRow(table, out, context, (cells) => {
      const outgoing = cells.raw(at.direction).trim().toUpperCase() === 'OUTGOING';
      const name = cells.text(outgoing ? at.to : at.from, outgoing ? 'To' : 'From');
      const profile = profileSlug(cells.raw(outgoing ? url.invitee : url.inviter).trim());
      const day = on.of(cells);
      if (name === '' && profile === '') return;
      const kind = outgoing ? 'i-invited' : 'they-invited';
      out.marks.push({ who: { name, profile, emails: [], company: '' }, kind, on: day, text: '' });
    });
  },
});

/** Recommendations received and given. They name no profile: the person is found by name and company. */
export const recommendationsReader = tableReader({
  kind: 'linkedin-recommendations',
  knows: (columns) => columns.has('firstname', 'lastname', 'text', 'creationdate'),
  fill: async (table, out, context) => {
    const { columns } = table;
    const at = { company: columns.at('company'), text: columns.at('text') };
    const names = [columns.at('firstname'), columns.at('lastname')] as const;
    const kind = isGiven(out.source) ? 'i-recommended' : 'they-recommended';
    const on = new DayColumn(table, columns.at('creationdate'), 'Creation Date', out, context.today);
    await eachRow(table, out, context, (cells) => {
      const name = nameOf(cells, names);
      if (name === '') return noName(cells);
      const who = { name, profile: '', emails: [], company: cells.text(at.company, 'Company') };
      out.marks.push({ who, kind, on: on.of(cells), text: excerpt(cells, at.text) });
    });
  },
});

/** Endorsements received and given: one mark per person, with all skills. */
export const endorsementsReader = tableReader({
  kind: 'linkedin-endorsements',
  knows: (columns) => columns.has('skillname') && whoseColumns(columns) !== null,
  fill: async (table, out, context) => {
    const who = whoseColumns(table.columns);
    if (who === null) return;
    const skill = table.columns.at('skillname');
    const on = new DayColumn(table, table.columns.at('endorsementdate'), 'Endorsement Date', out, context.today);
    const byPerson = new Map<string, { mark: CandidateMark; skills: Set<string> }>();
    await eachRow(table, out, context, (cells) => {
      const name = nameOf(cells, who.names);
      const profile = profileSlug(cells.raw(who.url).trim());
      if (name === '' && profile === '') return noName(cells);
      const day = on.of(cells);
      const key = profile || `name ${name}`;
      const mark: CandidateMark = {
        who: { name, profile, emails: [], company: '' },
        kind: who.kind,
        on: day,
        text: '',
      };
      const entry = byPerson.get(key) ?? { mark, skills: new Set<string>() };
      entry.skills.add(cells.text(skill, 'Skill Name'));
      byPerson.set(key, { ...entry, mark: { ...mark, on: newer(entry.mark.on, day) } });
    });
    for (const { mark, skills } of byPerson.values()) out.marks.push({ ...mark, text: [...skills].join(', ') });
  },
});

/** Notes.csv (2026): what the user once noted on a connection. */
export const notesReader = tableReader({
  kind: 'linkedin-notes',
  knows: (columns) => columns.has('connectionfirstname', 'connectionlastname', 'note'),
  fill: async (table, out, context) => {
    const { columns } = table;
    const names = [columns.at('connectionfirstname'), columns.at('connectionlastname')] as const;
    const at = { url: columns.at('connectionprofileurl'), note: columns.at('note') };
    const on = new DayColumn(table, columns.at('createdon'), 'Created On', out, context.today);
    await eachRow(table, out, context, (cells) => {
      const name = nameOf(cells, names);
      const profile = profileSlug(cells.raw(at.url).trim());
      if (name === '' && profile === '') return noName(cells);
      const who = { name, profile, emails: [], company: '' };
      out.marks.push({ who, kind: 'note', on: on.of(cells), text: excerpt(cells, at.note) });
    });
  },
});

/** Received and given have the same header for recommendations: the file's name tells. */
function isGiven({ file }: Pick<Source, 'file'>): boolean {
  return foldedBase(file).includes('given');
}

function whoseColumns(
  columns: Columns,
): { names: readonly [number, number]; url: number; kind: CandidateMark['kind'] } | null {
  for (const [word, kind] of [
    ['endorser', 'they-endorsed'],
    ['endorsee', 'i-endorsed'],
  ] as const) {
    if (!columns.has(`${word}firstname`, `${word}lastname`)) continue;
    const names = [columns.at(`${word}firstname`), columns.at(`${word}lastname`)] as const;
    return { names, url: columns.at(`${word}publicurl`), kind };
  }
  return null;
}

function nameOf(cells: Cells, [first, last]: readonly [number, number]): string {
  return `${cells.text(first, 'First Name')} ${cells.text(last, 'Last Name')}`.trim();
}

function noName(cells: Cells): void {
  cells.problem('First Name', 'no-name', 'This row names nobody; it was left out.');
}

function excerpt(cells: Cells, column: number): string {
  const text = cells.quiet(column);
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}

function newer(a: string | null, b: string | null): string | null {
  return a !== null && (b === null || a > b) ? a : b;
}
