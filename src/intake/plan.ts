import type { PersonId } from '#model/ids.ts';
import type { Problem } from '#model/problem.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import { carriedOver } from './matching/carried-over.ts';
import { alignClocks } from './matching/clocks.ts';
import { CompanyIndex } from './matching/company-index.ts';
import { groupsOf } from './matching/groups.ts';
import { Matcher } from './matching/match.ts';
import { Mentions } from './matching/mentions.ts';
import { Outcome } from './matching/outcome.ts';
import { ownOf } from './matching/own-facts.ts';
import { checkOwner, isMe } from './matching/owner-check.ts';
import { PersonIndex } from './matching/person-index.ts';
import type { Placed } from './matching/placed.ts';
import { reviewOf } from './matching/review.ts';
import type { Accepted, Decisions, FileKind, ReadOut, ReadResult, Review } from './types.ts';

export interface PlanOptions {
  readonly owner: 'me' | PersonId;
  readonly today: Day;
  /** Names the plan in the review and in the decisions that come back. */
  readonly token: number;
}

export interface ImportPlan {
  readonly review: Review;
  /** All problems; the review shows the first 1,000. */
  readonly problems: readonly Problem[];
  /**
   * The one change that takes the import in, made on the workspace as it stands now: people and companies may have
   * been joined or removed while the review was open. Nothing is stored before it is applied.
   */
  readonly accept: (decisions: Decisions, now?: Workspace) => Accepted;
}

/** Lists come before what refers to people by name. */
const ORDER: readonly FileKind[] = ['linkedin-connections', 'linkedin-contacts', 'google-csv', 'outlook-csv', 'vcard'];

/** Matches what was read against the workspace and says what would happen; changes nothing. */
export function planImport(result: ReadResult, workspace: Workspace, options: PlanOptions): ImportPlan {
  const checked = checkOwner(result.read, workspace, options.owner);
  const placed = place(checked.read, workspace, options);
  const outcome = new Outcome(placed, workspace, new Map());
  const problems = [
    ...result.problems,
    ...checked.problems,
    ...checked.read.flatMap((out) => out.problems),
    ...placed.clocks,
    ...outcome.problems,
  ];
  return {
    review: reviewOf({ result, checked, placed, outcome, problems, workspace, token: options.token }),
    problems,
    accept: (decisions, now = workspace) => {
      if (now !== workspace) return acceptAgain(result, now, options, { decisions, placed });
      return new Outcome(placed, workspace, new Map(decisions.same)).accepted(
        decisions.takeOwn ? ownOf(checked.read) : {},
      );
    },
  };
}

/** The files are matched once more, and what was decided on the review is carried over. */
function acceptAgain(
  result: ReadResult,
  now: Workspace,
  options: PlanOptions,
  { decisions, placed }: { decisions: Decisions; placed: Placed },
): Accepted {
  const { read } = checkOwner(result.read, now, options.owner);
  const again = place(read, now, options);
  const same = carriedOver(decisions.same, placed, again);
  return new Outcome(again, now, new Map(same)).accepted(decisions.takeOwn ? ownOf(read) : {});
}

/** Every row, message and mark with the person it belongs to. */
function place(read: readonly ReadOut[], workspace: Workspace, { owner, today }: PlanOptions): Placed {
  const groups = groupsOf(read, owner, today);
  const companies = new CompanyIndex(workspace);
  const index = new PersonIndex(workspace, owner, companies);
  const matcher = new Matcher(index, companies);
  const mentions = new Mentions(index, companies, matcher);
  const me = myself(read, workspace, owner);
  const ordered = groups
    .flatMap(({ outs }, group) => outs.map((out, at) => ({ out, group, list: listNumber(out, group, at) })))
    .sort((a, b) => rank(a.out) - rank(b.out));
  for (const { out, group, list } of ordered) {
    const isFriends = owner !== 'me' && (out.kind === 'linkedin-connections' || out.kind === 'shared-list');
    const candidates = out.candidates.filter((candidate) => !isMe(candidate, me, isFriends));
    matcher.place({ group, file: out.file, of: 'rows', list, candidates });
  }
  for (const { out, group } of ordered) {
    mentions.placeMarks({ ...out, marks: out.marks.filter(({ kind }) => kind.endsWith('recommended')) }, group);
    mentions.placeMessages(out, group);
  }
  for (const { out, group } of ordered)
    mentions.placeMarks({ ...out, marks: out.marks.filter(({ kind }) => !kind.endsWith('recommended')) }, group);
  mentions.finish();
  return {
    owner,
    today,
    groups,
    companies,
    slots: index.slots,
    suspicions: matcher.suspicions,
    clocks: alignClocks(index.slots),
    unplaced: mentions.unplaced(),
  };
}

function myself(read: readonly ReadOut[], { me }: Workspace, owner: 'me' | PersonId): Parameters<typeof isMe>[1] {
  if (owner !== 'me') return me;
  const own = ownOf(read);
  return {
    name: me.name,
    profiles: own.profile ? [...me.profiles, own.profile] : me.profiles,
    emails: [...me.emails, ...(own.emails ?? [])],
  };
}

function listNumber({ kind }: ReadOut, group: number, at: number): number | null {
  return kind === 'linkedin-connections' ? group * 10_000 + at : null;
}

function rank({ kind }: ReadOut): number {
  const at = ORDER.indexOf(kind);
  return at < 0 ? ORDER.length : at;
}
