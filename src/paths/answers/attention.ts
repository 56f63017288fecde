import type { CompanyId, ImportId, PersonId, TargetId } from '#model/ids.ts';
import { type Day, dayOf, daysBetween } from '#model/time.ts';
import { isDormant, lastMove } from '#ties/news.ts';
import { callName, longDay, span } from '#ties/phrases.ts';
import type { MyTie } from '#ties/types.ts';
import { leftOutOf, nobodyOf, worksAt } from './exclusions.ts';
import { bestsOf } from './portfolio.ts';
import { type Engine, insideOf } from './target-ways.ts';

/** A tie that slept for more than a year, and the targets it opens. */
export interface Dormant {
  readonly person: PersonId;
  /** Days since the last message either way, at the newest date of its source. */
  readonly quiet: number;
  readonly opens: readonly TargetId[];
  /** Since when it sleeps, in one sentence. */
  readonly text: string;
}

/** Dormant friends who open a target, most targets first. */
export function dormantOf(engine: Engine): Dormant[] {
  const { facts } = engine;
  const dormant: Dormant[] = [];
  for (const { friend, opens } of bestsOf(engine).doors) {
    const person = facts.workspace.people.get(friend);
    const tie = person && facts.mine(person);
    if (!tie || !isDormant(tie)) continue;
    const quiet = tie.facts.quiet ?? 0;
    dormant.push({ person: friend, quiet, opens: opens.map(({ target }) => target), text: sleepsSince(tie, quiet) });
  }
  return dormant.sort((x, y) => y.opens.length - x.opens.length || x.quiet - y.quiet);
}

function sleepsSince({ facts }: MyTie, quiet: number): string {
  const last = dayOf(Math.max(facts.lastWrote ?? 0, facts.lastSent ?? 0));
  return `You wrote to each other until ${longDay(last)}, ${span(quiet)} before your files end.`;
}

/** A contact who moved to the company of a target. */
export interface News {
  readonly person: PersonId;
  readonly target: TargetId;
  readonly from: CompanyId;
  readonly to: CompanyId;
  /** The first day a source saw them there. */
  readonly on: Day;
  readonly text: string;
  /** Which imports told of it. */
  readonly imports: readonly ImportId[];
}

/** Moves older than this are no news. */
const NEWS_DAYS = 365;

/** Contacts of mine who moved to a target's company, as two of the files tell; newest first. */
export function newsOf(engine: Engine): News[] {
  const { facts, today } = engine;
  const news: News[] = [];
  for (const target of facts.workspace.targets.values()) {
    if (target.closed !== null) continue;
    const nobody = nobodyOf(leftOutOf(facts, target));
    for (const person of worksAt(facts, target.company)) {
      const move = lastMove(person);
      if (!move || move.to !== target.company || nobody.has(person.id) || person.id === target.manager) continue;
      if (facts.mine(person).standing === null || daysBetween(move.on, today) > NEWS_DAYS) continue;
      const [from, to] = [move.from, move.to].map((id) => facts.workspace.companies.get(id)?.name ?? '');
      const text = `${callName(person)} moved from ${from} to ${to}${move.position && ` as ${move.position}`}.`;
      const { position: _, ...moved } = move;
      news.push({ person: person.id, target: target.id, ...moved, text });
    }
  }
  return news.sort((x, y) => (x.on === y.on ? (x.person < y.person ? -1 : 1) : x.on < y.on ? 1 : -1));
}

export interface ToLabel {
  readonly person: PersonId;
  readonly why: string;
}

/**
 * Contacts without a closeness, most useful first: friends on ways in to targets, then people inside the
 * targets' companies, then the rest by the order of my ties.
 */
export function labelOrder(engine: Engine, limit: number): ToLabel[] {
  const { facts } = engine;
  const order = new Map<PersonId, string>();
  const add = (id: PersonId, why: string) => {
    const person = facts.workspace.people.get(id);
    if (!person || order.has(id) || order.size >= limit) return;
    const tie = facts.mine(person);
    const said = tie.label !== null && !person.own.closenessAssumed;
    if (tie.standing !== null && !said && !person.own.doNotContact) order.set(id, why);
  };
  for (const { friend, opens } of bestsOf(engine).doors) {
    const titles = opens.map(({ target }) => facts.workspace.targets.get(target)?.title || 'a role');
    const more = titles.length > 2 ? ` and ${titles.length - 1} more` : titles[1] ? ` and ${titles[1]}` : '';
    add(friend, `On a way in to ${titles[0]}${more}.`);
  }
  for (const target of facts.workspace.targets.values()) {
    if (target.closed !== null) continue;
    const name = facts.workspace.companies.get(target.company)?.name ?? 'a target';
    for (const { person } of insideOf(engine, target, leftOutOf(facts, target))) add(person, `Works at ${name}.`);
  }
  if (order.size >= limit) return [...order].map(([person, why]) => ({ person, why }));
  const ties = facts.all.map(({ tie }) => tie).filter((tie) => tie.standing !== null && tie.label === null);
  ties.sort((x, y) => y.order - x.order || (x.person < y.person ? -1 : 1));
  for (const tie of ties.slice(0, limit)) {
    const { quiet } = tie.facts;
    add(
      tie.person,
      quiet === null ? 'No messages in your files.' : `Last message ${span(quiet)} before your files end.`,
    );
  }
  return [...order].map(([person, why]) => ({ person, why }));
}
