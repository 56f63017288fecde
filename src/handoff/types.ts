import type { PersonId, TargetId } from '#model/ids.ts';
import type { WayIn } from '#paths/types.ts';
import type { SituationField } from './situation.ts';
import type { TextKind } from './texts/text-kinds.ts';

export type Grade = 'A' | 'B' | 'B+A' | 'C' | 'G';

/** A recommendation or a refusal, with the rule that speaks. */
export interface Advice {
  readonly rule: string;
  readonly title: string;
  /** The situation the rule is for, as the playbook says it. */
  readonly situation: string;
  /** What to do, in this target's own names. */
  readonly move: string;
  readonly reason: string;
  readonly source: string;
  readonly grade: Grade;
  /** "our judgement", "named practitioner or first-hand case", "research", "vendor or self-published". */
  readonly gradeWords: string;
}

/** Asked only when another answer would change the move. */
export interface OpenQuestion {
  /** Where the answer is kept: a field of the target, or of the checks on this friend. */
  readonly of: 'target' | 'checks';
  readonly field: SituationField;
  readonly text: string;
  /** "Don't know" (`unknown`) is always the last. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface Refusal {
  readonly id: string;
  readonly move: string;
  readonly reason: string;
  readonly rule: string;
  readonly source: string;
  readonly grade: Grade;
  readonly gradeWords: string;
}

/** What the button under the move does. */
export type Next = 'hand-over' | 'introduce' | 'ask-friend' | 'none';

/** The one recommended move for a target and a way in. */
export interface Plan {
  readonly target: TargetId;
  readonly friend: PersonId | null;
  readonly way: WayIn | null;
  readonly move: Advice;
  /** Other rules that match this situation ("also applies"). */
  readonly also: readonly Advice[];
  /** Cold e-mail to the boss, e-mail to HR with the boss in copy, do nothing … */
  readonly rejected: readonly Refusal[];
  readonly questions: readonly OpenQuestion[];
  readonly next: Next;
  /** The text that `writeText` drafts for this move; null when the packet or nothing is needed. */
  readonly text: TextKind | null;
}
