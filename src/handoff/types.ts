import type { PersonId, TargetId } from '#model/ids.ts';
import type { WayIn } from '#paths/types.ts';

export type Grade = 'A' | 'B' | 'C' | 'G';

/** A recommendation or a refusal, with the rule that speaks. */
export interface Advice {
  readonly rule: string;
  readonly title: string;
  /** What to do, in this target's own names. */
  readonly move: string;
  readonly reason: string;
  readonly source: string;
  readonly grade: Grade;
  /** "our judgement", "named practitioner", "research", "vendor figure". */
  readonly gradeWords: string;
}

/** Asked only when another answer would change the move. */
export interface OpenQuestion {
  readonly field: string;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The one recommended move for a target and a way in. */
export interface Plan {
  readonly target: TargetId;
  readonly friend: PersonId | null;
  readonly way: WayIn | null;
  readonly move: Advice;
  /** Other rules that match this situation ("also applies"). */
  readonly also: readonly Advice[];
  /** Cold e-mail to the boss, e-mail to HR with the boss in copy, do nothing … */
  readonly rejected: readonly {
    readonly move: string;
    readonly reason: string;
    readonly source: string;
    readonly grade: Grade;
  }[];
  readonly questions: readonly OpenQuestion[];
  /** What the button under the move does. */
  readonly next: 'hand-over' | 'introduce' | 'ask-friend' | 'none';
}
