import type { SizeBand } from '#model/company.ts';
import type { CompanyId, PersonId, TargetId } from '#model/ids.ts';
import type { Standing } from '#model/tie.ts';
import type { Band, Evidence, TieBetween } from '#ties/types.ts';

/** A step of a way in. The first is mine (me asks the friend), the others are symmetric ties. */
export interface Step {
  readonly from: PersonId | 'me';
  readonly to: PersonId;
  readonly standing: Standing;
  /** Ordering strength in (0, 1]; never printed. */
  readonly p: number;
  /** Band and percent of my own step; the kind of tie for the others. */
  readonly band: Band | null;
  readonly percent: number | null;
  readonly kind: TieBetween['kind'] | null;
}

/** A warm way in: me, friend, …, hiring manager. `people` leaves me out, the manager is last. */
export interface WayIn {
  /** The people's ids joined by `>`: the same way has the same id in every answer. */
  readonly id: string;
  readonly people: readonly PersonId[];
  readonly standing: Standing;
  readonly steps: readonly Step[];
  /** Index of the weaker (least certain, then least strong) step. */
  readonly weaker: number;
  /** Integer cost, lower is better (PATHS.md); compares only inside a standing. */
  readonly cost: number;
}

/** A way in with everything the list shows of it. */
export interface WayShown extends WayIn {
  readonly evidence: readonly (readonly Evidence[])[];
  /** "Ask Ana how well she knows Marta": the answer that would raise this way most; '' when none would. */
  readonly better: string;
  /** The next best way by another first friend. */
  readonly fallback: string | null;
  /** The best way in that does not take the weaker step; null when there is none, or when that step is mine. */
  readonly otherwise: readonly PersonId[] | null;
}

/** Somebody at the company without a verified tie to the manager: a question, not a way in. */
export interface Insider {
  readonly person: PersonId;
  readonly band: Band;
  readonly question: string;
}

export interface LeftOut {
  readonly doNotContact: readonly PersonId[];
  /** People at an employer that must not know, and who that is. */
  readonly employer: readonly PersonId[];
  readonly employerNames: readonly string[];
  readonly hr: readonly PersonId[];
  /** Asked for no job asks: never a first friend. */
  readonly noAsks: readonly PersonId[];
  /** Said no to this target, or were silent: never asked again, nor routed round. */
  readonly closed: readonly PersonId[];
}

/** "About how many people work there?": of a company, or of a department or office of it. */
export interface SizeQuestion {
  readonly company: CompanyId;
  readonly unit: string | null;
  /** null: not answered, and an answer may open a lead. */
  readonly size: SizeBand | null;
}

/** Everything the target page shows that comes from search. */
export interface TargetWays {
  readonly target: TargetId;
  readonly confirmed: readonly WayShown[];
  readonly listed: readonly WayShown[];
  /** At most five, each with the question that would confirm it. */
  readonly leads: readonly (WayShown & { readonly question: string })[];
  readonly inside: readonly Insider[];
  readonly sizes: readonly SizeQuestion[];
  readonly leftOut: LeftOut;
  /** Why there is no verified way: shown under "No verified way in yet". */
  readonly missing: readonly ('no-manager' | 'no-contacts' | 'star-only' | 'all-left-out')[];
}

/** One row per target for the Targets screen. */
export interface TargetBest {
  readonly target: TargetId;
  readonly best: WayIn | null;
  readonly ways: number;
}

/** Who opens the most doors: a friend and the targets with a way in through them. */
export interface Door {
  readonly friend: PersonId;
  readonly opens: readonly { readonly target: TargetId; readonly standing: Standing }[];
}

/** Where my network is warm: a company without a target, by independent ways in (WARMTH.md §5). */
export interface WarmCompany {
  readonly company: CompanyId;
  readonly score: number;
  readonly people: number;
  readonly withMessages: number;
  /** The best way to anybody there. */
  readonly best: WayIn | null;
}

export interface Portfolio {
  readonly targets: readonly TargetBest[];
  readonly doors: readonly Door[];
  readonly warm: readonly WarmCompany[];
  /** False: no messages anywhere, and the title is "Where you have connections". */
  readonly hasMessages: boolean;
}

/** A likely hiring manager among known people at a company. */
export interface ManagerGuess {
  readonly person: PersonId;
  readonly reason: string;
  readonly score: number;
}

/** One question of "Who knows whom", most useful first. */
export interface PairQuestion {
  readonly friend: PersonId;
  readonly about: PersonId;
  readonly target: TargetId | null;
  readonly why: string;
  /** Of a yes, by what is on record (assumptions). Orders questions, is never printed. */
  readonly chance: number;
  readonly gain: number;
}

/** What a yes to "does Ana know Marta?" would change: the rows of the targets whose ways would be others, as they would be. */
export interface IfYes {
  readonly friend: PersonId;
  readonly about: PersonId;
  readonly targets: readonly TargetBest[];
}

export interface TellingAnswer extends IfYes {
  readonly chance: PairQuestion['chance'];
}
