import type { Answer } from '#friendcheck/types.ts';

export const ANSWER_OPTIONS: readonly { readonly value: Answer; readonly label: string }[] = [
  { value: 'well', label: 'Well' },
  { value: 'know', label: 'Know' },
  { value: 'met', label: 'Met' },
  { value: 'no', label: 'No' },
  { value: 'rather-not', label: 'Rather not say' },
];

export const ANSWER_WORDS: Record<Answer, string> = {
  well: 'know well',
  know: 'know',
  met: 'have met',
  no: 'do not know',
  'rather-not': 'rather not say',
};
