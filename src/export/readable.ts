import { csvOf } from '#model/csv.ts';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import { entriesOf } from '#model/workspace.ts';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** People, ties, targets and asks as CSV, and every record as JSON Lines: readable without this app. */
export function readableFiles(workspace: Workspace): TextFile[] {
  return [
    { name: 'people.csv', text: csvOf([PEOPLE, ...peopleRows(workspace)]) },
    { name: 'ties.csv', text: csvOf([TIES, ...tieRows(workspace)]) },
    { name: 'targets.csv', text: csvOf([TARGETS, ...targetRows(workspace)]) },
    { name: 'asks.csv', text: csvOf([ASKS, ...askRows(workspace)]) },
    {
      name: 'everything.jsonl',
      text: entriesOf(workspace)
        .map((entry) => `${JSON.stringify(entry, plain)}\n`)
        .join(''),
    },
  ];
}

const PEOPLE = ['Name', 'Company', 'Position', 'E-mail', 'Phone', 'LinkedIn', 'Closeness', 'Tags', 'Note'];
const TIES = ['One', 'Other', 'Says', 'How known', 'Said by', 'On', 'Remark'];
const TARGETS = [
  'Title',
  'Company',
  'Hiring manager',
  'Stage',
  'Posting',
  'Link',
  'Requisition',
  'HR said no on',
  'Reason',
  'Closed',
];
const ASKS = ['Friend', 'Target', 'Company', 'Kind', 'State', 'Since', 'Nudged on', 'Thanked on'];

/** One person a row, also for a chosen few. */
export function peopleCsv(workspace: Workspace, ids: readonly PersonId[]): string {
  const chosen = new Set(ids);
  return csvOf([PEOPLE, ...peopleRows(workspace, (id) => chosen.has(id))]);
}

function peopleRows(workspace: Workspace, wanted: (id: PersonId) => boolean = () => true): string[][] {
  return [...workspace.people.values()]
    .filter(({ id }) => wanted(id))
    .map((person) => {
      const { name, company, position, emails, phones, profile } = profileOf(person);
      return [
        name,
        company ? (workspace.companies.get(company)?.name ?? '') : '',
        position,
        emails.join(' '),
        phones.join(' '),
        profile ? `https://www.linkedin.com/in/${encodeURIComponent(profile)}` : '',
        String(person.own.closeness ?? ''),
        person.own.tags.join(' '),
        person.own.note,
      ];
    });
}

function tieRows(workspace: Workspace): string[][] {
  return [...workspace.ties.values()].flatMap(({ a, b, statements }) =>
    statements.map(({ says, how, by, on, remark }) => [
      nameOf(workspace, a),
      nameOf(workspace, b),
      says,
      how,
      by ? nameOf(workspace, by) : 'me',
      on,
      remark,
    ]),
  );
}

function targetRows(workspace: Workspace): string[][] {
  return [...workspace.targets.values()].map((target) => [
    target.title,
    workspace.companies.get(target.company)?.name ?? '',
    target.manager ? nameOf(workspace, target.manager) : '',
    target.stage,
    target.posted,
    target.link,
    target.requisition,
    target.hrNoOn ?? '',
    target.hrNoReason,
    target.closed ? `${target.closed.how} ${target.closed.on}` : '',
  ]);
}

function askRows(workspace: Workspace): string[][] {
  return [...workspace.asks.values()].map((ask) => {
    const target = workspace.targets.get(ask.target);
    const company = target ? (workspace.companies.get(target.company)?.name ?? '') : '';
    const since = ask.history.at(-1)?.on ?? '';
    return [
      nameOf(workspace, ask.friend),
      target?.title ?? '',
      company,
      ask.kind,
      ask.state,
      since,
      ask.nudgedOn ?? '',
      ask.thankedOn ?? '',
    ];
  });
}

function nameOf(workspace: Workspace, id: PersonId): string {
  const person = workspace.people.get(id);
  return person ? profileOf(person).name : '';
}

/** Typed arrays as plain lists; the bytes of a CV stay out of a readable file. */
function plain(key: string, value: unknown): unknown {
  if (value instanceof Uint32Array) return [...value];
  return key === 'bytes' && value instanceof Uint8Array ? `${value.length} bytes, in the backup file` : value;
}
