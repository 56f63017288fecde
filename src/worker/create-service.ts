import { draw } from '#graph/draw.ts';
import { lookAt } from '#intake/look.ts';
import { contactsIn, matchNames } from '#intake/match-names.ts';
import { doublesIn } from '#intake/matching/doubles.ts';
import { breathe } from '#intake/pause.ts';
import { type ImportPlan, planImport } from '#intake/plan.ts';
import { problemsCsv } from '#intake/problems-csv.ts';
import { readFiles } from '#intake/read.ts';
import { undoImportChange } from '#intake/undo.ts';
import { apply, type Change, filled } from '#model/change.ts';
import { type Entry, emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { Arriving } from '#paths/answers/arriving.ts';
import { createWays, type Ways } from '#paths/ways.ts';
import { Waiting } from './handed.ts';
import { named } from './remote.ts';
import type { Call, Checked, Service } from './service.ts';
import { entriesBy, verdictOn } from './verdict.ts';

interface Desk {
  readonly workspace: Workspace;
  readonly today: string;
  readonly ways: Ways;
}

/** The records of a check, and what was gathered from them meanwhile. */
interface Kept {
  readonly check: number;
  readonly entries: Entry[];
  readonly arriving: Arriving | null;
}

/** NaN: no check has that number. */
const NOTHING: Kept = { check: Number.NaN, entries: [], arriving: null };

/** The service as a plain object: the worker serves it, tests and the fallback call it in-process. */
export function createService(): Service {
  let desk: Desk | null = null;
  /** The records of the last check: mostly a stored workspace, which need not travel here once more to be opened. */
  let checked = NOTHING;
  let lastToken = 0;
  const plans = new Map<number, ImportPlan>();

  const at = ({ revision }: Pick<Call, 'revision'>): Desk => {
    if (!desk || (revision !== undefined && revision !== desk.workspace.revision))
      throw named('Stale', 'This answer is for another state of the workspace.');
    return desk;
  };
  const kept = ({ check, count }: Checked): readonly Entry[] | null =>
    checked.check === check && checked.entries.length === count ? checked.entries : null;
  const waiting = (token: number): ImportPlan => {
    const plan = plans.get(token);
    if (!plan) throw named('Stale', 'This review is no longer open. Read the files again.');
    return plan;
  };

  /** In steps: a screen that was left meanwhile does not hold up the next one. */
  const stepwise = async (call: Call, step: (ways: Ways) => boolean): Promise<void> => {
    while (step(at(call).ways)) await breathe(call.signal);
  };
  const prepared = (call: Call): Promise<void> => stepwise(call, (ways) => ways.prepare());

  const handing = new Waiting();
  const advance = (change: Change, revision: number): { revision: number } => {
    checked = NOTHING;
    const { workspace, today, ways } = at({});
    const next = { ...apply(workspace, change).workspace, revision };
    ways.update(next, change);
    desk = { workspace: next, today, ways };
    return { revision };
  };

  return {
    open: async ({ entries, revision, today }) => {
      desk = null;
      const all = 'check' in entries ? kept(entries) : entries;
      const { arriving } = 'check' in entries ? checked : NOTHING;
      checked = NOTHING;
      if (!all) throw named('Stale', 'These records are not here any more.');
      const workspace = { ...filled(emptyWorkspace('', ''), all), revision };
      desk = { workspace, today, ways: createWays(workspace, today, arriving) };
      return { revision };
    },
    apply: async ({ change, revision }) => advance(change, revision),
    prepare: (_, call) => prepared(call),
    validate: async ({ records, check }) => {
      const verdict = verdictOn(records);
      if (check !== checked.check) checked = { check, entries: [], arriving: new Arriving() };
      for (const entry of entriesBy(verdict, records)) {
        checked.entries.push(entry);
        checked.arriving?.add(entry);
      }
      return verdict;
    },
    look: async ({ files, mappings }) => lookAt(files, new Map(mappings)),
    read: async ({ files, owner, mappings, owners, pages }, call) => {
      const { workspace, today } = at(call);
      const me = owner === 'me' ? workspace.me : undefined;
      const read = await readFiles(files, { mappings, owners, pages, today, me, ...call });
      const token = ++lastToken;
      const plan = planImport(read, workspace, { owner, today, token });
      plans.clear();
      plans.set(token, plan);
      return plan.review;
    },
    doubles: async (_, call) => doublesIn(at(call).workspace),
    accept: async (decisions, call) => {
      const { change, summary } = waiting(decisions.token).accept(decisions, at(call).workspace);
      return handing.keep(change, summary);
    },
    undoImport: async ({ import: id }, call) => handing.keep(undoImportChange(at(call).workspace, id)),
    slice: async ({ token, from }) => handing.slice(token, from),
    took: async ({ token, revision }) => advance(handing.take(token), revision),
    discard: async ({ token }) => {
      plans.delete(token);
    },
    problemsCsv: async ({ token }) => problemsCsv(waiting(token).problems),
    ways: async ({ target, filter }, call) => {
      const answer = at(call).ways.ways(target, filter);
      if (!answer) throw named('NotFound', 'This target is no longer here.');
      return answer;
    },
    portfolio: async (_, call) => {
      await prepared(call);
      return at(call).ways.portfolio();
    },
    people: async (_, call) => at(call).ways.people(),
    person: async ({ person }, call) => at(call).ways.person(person),
    managers: async ({ company, title }, call) => at(call).ways.managers(company, title),
    questions: async ({ limit, among }, call) => at(call).ways.questions(limit, among),
    ifYes: async ({ friend, about }, call) => at(call).ways.ifYes(friend, about),
    tellingAnswers: async ({ limit }, call) => {
      await prepared(call);
      await stepwise(call, (ways) => ways.tellNext(limit));
      return at(call).ways.tellingAnswers(limit);
    },
    dormant: async (_, call) => at(call).ways.dormant(),
    news: async (_, call) => at(call).ways.news(),
    toLabel: async ({ limit }, call) => at(call).ways.toLabel(limit),
    selfCheck: async (_, call) => at(call).ways.selfCheck(),
    outcomes: async (_, call) => at(call).ways.outcomes(),
    matchNames: async ({ files, names, today }, { signal }) => {
      const { read } = await readFiles(files, { mappings: [], today, signal });
      const candidates = read.flatMap((file) => file.candidates);
      return { matches: matchNames(candidates, names), contacts: contactsIn(candidates) };
    },
    drawing: async ({ view, kept }, call) => {
      const { workspace, ways } = at(call);
      const mine = new Map(ways.people().ties.map((tie) => [tie.person, tie]));
      const opens = new Map(ways.portfolio().doors.map((door) => [door.friend, door.opens.length]));
      const steps = draw({ workspace, mine, between: ways.ties(), opens }, view, kept);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return step.value;
        call.onProgress?.(step.value);
        await breathe(call.signal);
      }
    },
  };
}
