import type { Described, Doubt, FileReport, ReadResult, Review } from '#intake/types.ts';
import { profileOf } from '#model/person.ts';
import type { Problem } from '#model/problem.ts';
import type { Workspace } from '#model/workspace.ts';
import type { CompanyIndex } from './company-index.ts';
import { DOUBTS, doubtWords } from './doubt.ts';
import type { Suspicion } from './match.ts';
import type { Outcome } from './outcome.ts';
import { newOwn, ownOf, strangerIn } from './own-facts.ts';
import type { Checked } from './owner-check.ts';
import type { Placed } from './placed.ts';
import { newSeeds } from './seeds.ts';
import type { Slot } from './slot.ts';

const SHOWN_PROBLEMS = 1000;

interface Reviewed {
  readonly result: ReadResult;
  readonly checked: Checked;
  readonly placed: Placed;
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  readonly workspace: Workspace;
  readonly token: number;
}

/** The plan as the person reviews it, before anything is stored. */
export function reviewOf({ result, checked, placed, outcome, problems, workspace, token }: Reviewed): Review {
  const { read } = checked;
  const seeds = newSeeds(read, workspace);
  const told = ownOf(read);
  const own = newOwn(told, workspace.me);
  const unknown = read.flatMap(({ problems: all }) =>
    all.filter(({ code, row }) => code === 'owner-unknown' && row === 0),
  );
  const files = result.reports.map((report) =>
    withUnplaced(withRefusal(report, checked.problems, unknown), placed.unplaced),
  );
  const { added, same, updated } = outcome.counts;
  const { updates, gone, messages } = outcome;
  return {
    token,
    revision: workspace.revision,
    owner: placed.owner,
    files,
    added,
    same,
    updated,
    gone,
    messages,
    updates,
    seeds,
    own,
    areYou: placed.owner === 'me' ? strangerIn(told, workspace.me) : '',
    hidden: read.reduce((sum, out) => sum + out.hidden, 0),
    doubts: doubtsOf(placed),
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemCount: problems.length,
    unmapped: result.unmapped,
    codePages: read.flatMap(({ file, codePage }) => (codePage ? [{ file, codePage }] : [])),
    whose: read.flatMap(({ file, whose: people }) => (people.length > 0 ? [{ file, people }] : [])),
    nothing: nothingIn(outcome, files, { own: Object.keys(own).length > 0, roles: seeds.length > 0 }),
  };
}

/** A file that is somebody else's, or nobody knows whose, reports the reason; the first is no problem of its own. */
function withRefusal(report: FileReport, refusals: readonly Problem[], unknown: readonly Problem[]): FileReport {
  const is = ({ file }: Problem) => file === report.name;
  const refusal = refusals.find(is);
  if (refusal) return { ...report, sentence: refusal.message, messages: 0, problems: report.problems + 1 };
  const why = unknown.find(is);
  return why ? { ...report, sentence: why.message, messages: 0 } : report;
}

/** What names nobody on the lists is left out, and said so. */
function withUnplaced(report: FileReport, unplaced: ReadonlyMap<string, number>): FileReport {
  const count = unplaced.get(report.name) ?? 0;
  if (count === 0) return report;
  const left =
    count === 1
      ? '1 row names nobody you know for certain and was left out.'
      : `${count} rows name nobody you know for certain and were left out.`;
  return { ...report, sentence: `${report.sentence} ${left}` };
}

function doubtsOf({ suspicions, companies }: Placed): Doubt[] {
  const order = [...suspicions.entries()].sort(
    ([, a], [, b]) => DOUBTS.indexOf(a.kind) - DOUBTS.indexOf(b.kind) || a.byChance - b.byChance,
  );
  return order.map(([index, suspicion]) => doubtOf(suspicion, index, companies));
}

function doubtOf(suspicion: Suspicion, index: number, companies: CompanyIndex): Doubt {
  const { file, candidate, options, kind, namesakes } = suspicion;
  const { name, company, position, emails, row } = candidate;
  return {
    index,
    file,
    row,
    kind,
    about: null,
    reason: doubtWords(kind, namesakes),
    incoming: { name, company, position, emails },
    options: options.map((slot) => ({ person: slot.id, known: knownSide(slot, companies) })),
  };
}

/** A person as a question shows them. */
export function knownSide(slot: Slot, companies: CompanyIndex): Described {
  if (slot.known) {
    const { name, company, position, emails } = profileOf(slot.known);
    return { name, company: companies.nameOf(company), position, emails };
  }
  const job = slot.facts.find(({ candidate }) => candidate.company !== '') ?? slot.facts[0];
  const emails = slot.facts.flatMap(({ candidate }) => candidate.emails);
  return { name: slot.name, company: job?.candidate.company ?? '', position: job?.candidate.position ?? '', emails };
}

function nothingIn(
  outcome: Outcome,
  files: readonly FileReport[],
  offers: { readonly own: boolean; readonly roles: boolean },
): string {
  const { added, updated, same } = outcome.counts;
  if (added + updated + outcome.messages + outcome.marks + outcome.gone > 0 || offers.own) return '';
  if (same > 0) return `0 new: everything in ${files.length === 1 ? 'this file' : 'these files'} is already here.`;
  if (offers.roles) return '';
  const only = files.length === 1 ? files[0]?.sentence : undefined;
  return only ?? 'Nothing could be read from these files. Each one below says why.';
}
