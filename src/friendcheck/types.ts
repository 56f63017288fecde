import type { Day } from '#model/time.ts';

/** What a friend may answer about one person. `rather-not` leaves no trace in the ranking and no nudge. */
export const ANSWERS = ['well', 'know', 'met', 'no', 'rather-not'] as const;
export type Answer = (typeof ANSWERS)[number];

/** A name as it travels: nothing but the name and the company. */
export interface AskedName {
  readonly name: string;
  readonly company: string;
}

/**
 * A question as it travels to the friend: my chosen display name, the names, a random id and a date. No
 * other contact, no address, nothing about HR or a rejection.
 */
export interface TravellingQuestion {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  readonly line: string;
  readonly names: readonly AskedName[];
}

/** An answer as it travels back: by position of the name, so that no name has to travel twice. */
export interface TravellingAnswer {
  readonly id: string;
  readonly by: string;
  readonly on: Day;
  readonly answers: readonly (Answer | null)[];
  /** People the friend adds of their own accord. */
  readonly more: readonly (AskedName & { readonly answer: Answer })[];
  readonly remark: string;
  readonly leaveMeOut: boolean;
}
