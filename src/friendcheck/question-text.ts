import type { TravellingQuestion } from './types.ts';

/** Up to five names the question is plain text for any chat: the friend needs no app. */
export const NAMES_IN_TEXT = 5;

/** The question as a message to paste into a chat, numbered, with one line on how to reply. */
export function questionText({ from, to, line, names }: TravellingQuestion): string {
  const hello = to ? `Hi ${to},` : 'Hi,';
  const ask = names.length === 1 ? 'do you know this person?' : 'which of these people do you know?';
  const list = names.map(({ name, company }, i) => `${i + 1} ${name}${company ? `, ${company}` : ''}`);
  const sample = names.length === 1 ? '"1 know"' : '"1 know, 2 no"';
  return [
    `${hello} one quick question: ${ask}`,
    ...(line.trim() ? [line.trim()] : []),
    '',
    ...list,
    '',
    `well / know / met / no / rather not say. Reply for example ${sample}. Any answer is fine, and I will not contact anybody because of it without asking you first.`,
    ...(from ? ['', from] : []),
  ].join('\n');
}
