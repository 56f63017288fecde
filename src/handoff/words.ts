import { type Day, MONTHS, secondsOf } from '#model/time.ts';

/** "21 October", with the year when it is not this year's. */
export function spokenDay(on: Day, today: Day): string {
  const date = new Date(secondsOf(on) * 1000);
  const year = on.slice(0, 4) === today.slice(0, 4) ? '' : ` ${on.slice(0, 4)}`;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}${year}`;
}

/** "October", with the year when it is not this year's. */
export function spokenMonth(on: Day, today: Day): string {
  return spokenDay(on, today).replace(/^\d+ /, '');
}

/** Sentences to one paragraph; what has nothing to say is left out. */
export function sentences(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

export function paragraphs(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n');
}

const STARTERS =
  /^(The|They|A|An|No|Not|More|Less|Lack|Missing|Experience|Hands-on|Previous|At|Too|Someone|Somebody|We|There|That|This|It|You|Your|My|Because|In|With|For|Having|Knowledge|Years|Proven|Direct|Little|Enough)\b/;

/** A phrase the person typed, as it may stand after a colon and before a full stop. */
export function afterColon(text: string): string {
  const phrase = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![.;:,\s])[.;:,\s]+$/, '');
  return STARTERS.test(phrase) && !/^(A|I)\b\S/.test(phrase)
    ? phrase.charAt(0).toLowerCase() + phrase.slice(1)
    : phrase;
}

/** A sentence the person typed, with a full stop at its end. */
export function asSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' || /[.!?…]["”)]?$/.test(line) ? line : `${line}.`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
