import { plainOf } from '#handoff/markup.ts';
import type { Letter } from '#model/ask.ts';

export type LetterPart = 'greeting' | 'need' | 'did' | 'lack' | 'why' | 'next' | 'closing';

/** The sections of the letter as the editor names them, in the order of the page. */
export const LETTER_PARTS: readonly { part: LetterPart; label: string; hint: string; rows: number }[] = [
  { part: 'greeting', label: 'Greeting', hint: '', rows: 1 },
  { part: 'need', label: 'What you need', hint: 'Their problem, in their words.', rows: 4 },
  { part: 'did', label: 'What I did', hint: 'Two or three proofs, each with a number.', rows: 5 },
  { part: 'lack', label: 'The experience I lack, and how I cover it', hint: 'No verdict on HR.', rows: 4 },
  { part: 'why', label: 'Why this team', hint: 'One line.', rows: 2 },
  { part: 'next', label: 'One next step', hint: '', rows: 2 },
  { part: 'closing', label: 'Closing and your details', hint: '', rows: 3 },
];

/** The texts that stand on the page, in order. */
export function letterWords(letter: Letter): string[] {
  const middle =
    letter.pairs.length > 0 ? letter.pairs.flatMap((pair) => [pair.need, pair.did]) : [letter.need, letter.did];
  return [letter.greeting, ...middle, letter.lack, letter.why, letter.next, letter.closing];
}

/** The letter as plain text, for a message or a form. */
export function letterPlain(letter: Letter): string {
  return letterWords(letter)
    .map(plainOf)
    .filter((part) => part !== '')
    .join('\n\n');
}
