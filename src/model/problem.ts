/**
 * What is wrong with one place of one file, as data. `row` counts from 1 as a spreadsheet shows it
 * (0: the file as a whole); `original` is the line as it stood, for the person to keep.
 */
export interface Problem {
  readonly file: string;
  readonly row: number;
  readonly field: string;
  readonly code: ProblemCode;
  /** What was expected, what was found, what to do. One or two plain sentences. */
  readonly message: string;
  readonly original?: string;
}

export type ProblemCode =
  | 'empty-file'
  | 'not-readable'
  | 'not-recognised'
  | 'unknown-header'
  | 'no-rows'
  | 'truncated'
  | 'too-large'
  | 'bad-date'
  | 'future-date'
  | 'clocks-disagree'
  | 'too-long'
  | 'hidden-characters'
  | 'no-name'
  | 'bad-row'
  | 'bad-address'
  | 'owner-unknown'
  | 'wrong-owner'
  | 'foreign-event';
