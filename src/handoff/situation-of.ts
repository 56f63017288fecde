import { type Ask, isOpen } from '#model/ask.ts';
import type { PersonId } from '#model/ids.ts';
import { type Person, profileOf } from '#model/person.ts';
import { checksFor, type Target } from '#model/target.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WayIn } from '#paths/types.ts';
import { isHr, isSenior } from './roles.ts';
import type { Situation } from './situation.ts';
import { owesThanks } from './thanks.ts';

export interface Case {
  readonly workspace: Workspace;
  readonly target: Target;
  /** null: no way in was found or chosen. */
  readonly way: WayIn | null;
  readonly today: Day;
}

/** What the rules look at, from the records. Pure; missing people and companies read as "not known". */
export function situationOf({ workspace, target, way }: Case): Situation {
  const first = way?.people[0];
  const friend = first !== undefined && first !== target.manager ? first : null;
  const person = first === undefined ? undefined : workspace.people.get(first);
  const asks = [...workspace.asks.values()];
  return {
    ...ofTarget(target),
    ...ofWay(way, target, person),
    ...ofFriend(target, friend, person, way?.standing === 'confirmed'),
    employerHidden: friend && worksWhereHidden(workspace, person) ? 'yes' : 'no',
    askHere: asks.findLast((ask) => ask.target === target.id && ask.friend === friend)?.state ?? 'none',
    handedOver: asks.some((ask) => ask.target === target.id && wasHandedOver(ask)) ? 'yes' : 'no',
    otherAsk: openElsewhere(asks, target, friend) ? 'yes' : 'no',
    friendBusy: friend ? busy(asks, target, friend, person) : 'free',
  };
}

/** The open ask of another friend to the same hiring manager (PLAYBOOK §6), for this target or another. */
export function openElsewhere(asks: readonly Ask[], target: Target, friend: PersonId | null): Ask | undefined {
  return asks.find(
    (ask) =>
      isOpen(ask) &&
      ask.friend !== friend &&
      (ask.target === target.id || (target.manager !== null && ask.way.at(-1) === target.manager)),
  );
}

function ofTarget(target: Target) {
  const { worth } = target;
  return {
    closed: target.closed === null ? ('no' as const) : closedAs[target.closed.how],
    stage: target.stage,
    managerPart: target.managerPart,
    putForward: target.putForward,
    posted: target.posted,
    employer: target.employer,
    contactBan: target.contactBan,
    referralScheme: target.referralScheme,
    applicationRequired: target.applicationRequired,
    applicationOnRecord: onRecord(target),
    managerKnown: yesOrNo(target.manager !== null),
    senior: yesOrNo(isSenior(target.title)),
    worthOpen: worth.open,
    worthSpecific: worth.specific,
    worthStillWant: worth.stillWant,
    worthWarmer: worth.warmerElsewhere,
  };
}

const closedAs = { done: 'done', 'walked-away': 'walked-away', 'friend-said-no-use': 'no-use' } as const;

/** Before an application nothing can be on record; after it, only the person knows. */
function onRecord(target: Target): Target['applicationOnRecord'] {
  if (target.applicationOnRecord !== 'unknown') return target.applicationOnRecord;
  if (target.appliedOn !== null) return 'yes';
  return target.stage === 'not-applied' ? 'no' : 'unknown';
}

function ofWay(way: WayIn | null, target: Target, first: Person | undefined) {
  if (!way || way.people.length === 0) {
    return { way: 'none', standing: 'none', weaker: 'none', contact: 'none', tie: 'none' } as const;
  }
  const direct = way.people[0] === target.manager || way.people.length === 1;
  const mine = way.steps[0];
  return {
    way: direct ? ('direct' as const) : way.people.length === 2 ? ('one' as const) : ('two' as const),
    standing: way.standing,
    weaker:
      way.standing === 'confirmed' ? ('none' as const) : way.weaker === 0 ? ('mine' as const) : ('theirs' as const),
    contact: direct ? ('manager' as const) : isHr(first, target) ? ('hr' as const) : ('friend' as const),
    tie: mine && isStrong(first, mine.band) ? ('strong' as const) : ('weak' as const),
  };
}

function isStrong(person: Person | undefined, band: string | null): boolean {
  const worked = person?.own.known.some(({ how }) => how === 'worked') ?? false;
  return worked || (person?.own.closeness ?? 0) >= 4 || band === 'word' || band === 'hot' || band === 'warm';
}

function ofFriend(target: Target, friend: PersonId | null, person: Person | undefined, confirmed: boolean) {
  const { friend: _, ...checks } = friend ? checksFor(target, friend) : { ...NOTHING_SAID, friend: null };
  const company = person ? profileOf(person).company : null;
  const atCompany = company === null ? 'unknown' : company === target.company ? 'yes' : 'no';
  return {
    ...checks,
    knowsManager: checks.knowsManager === 'unknown' && confirmed ? ('yes' as const) : checks.knowsManager,
    knowsWork: checks.knowsWork === 'unknown' && workedWithMe(person) ? ('yes' as const) : checks.knowsWork,
    employee: checks.employee === 'unknown' && friend ? (atCompany as 'yes' | 'no' | 'unknown') : checks.employee,
  };
}

function workedWithMe(person: Person | undefined): boolean {
  return person?.own.known.some(({ how }) => how === 'worked') ?? false;
}

const NOTHING_SAID = {
  knowsManager: 'unknown',
  willing: 'unknown',
  knowsMe: 'unknown',
  knowsWork: 'unknown',
  credible: 'unknown',
  employee: 'unknown',
  relation: 'unknown',
  offers: 'unknown',
  remote: 'unknown',
} as const;

function worksWhereHidden(workspace: Workspace, person: Person | undefined): boolean {
  const company = person ? profileOf(person).company : null;
  return company !== null && workspace.me.employers.some((job) => job.still === 'hidden' && job.company === company);
}

/** By its history: an ask may be done without ever having been carried. */
function wasHandedOver(ask: Ask): boolean {
  const states = [ask.state, ...ask.history.map(({ state }) => state)];
  return states.includes('handed-over') || states.includes('heard-back');
}

function busy(asks: readonly Ask[], target: Target, friend: PersonId, person: Person | undefined) {
  if (person?.own.doNotContact) return 'do-not-contact' as const;
  if (person?.own.leaveOut) return 'left-out' as const;
  const elsewhere = asks.filter((ask) => ask.friend === friend && ask.target !== target.id);
  if (elsewhere.some(isOpen)) return 'open-ask' as const;
  return elsewhere.some(owesThanks) ? ('thanks-owed' as const) : ('free' as const);
}

function yesOrNo(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}
