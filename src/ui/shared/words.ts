import type { AskState } from '#model/ask.ts';
import type { PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Stage } from '#model/target.ts';
import type { Standing } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Band, TieBetween } from '#ties/types.ts';

/** The words of every band, standing and state: one word for one thing, on every screen. */
export const BAND_WORDS: Record<Band, string> = {
  hot: 'hot',
  warm: 'warm',
  lukewarm: 'little on record',
  little: 'little on record',
  none: 'no evidence',
  word: 'your word',
};

export const STANDING_WORDS: Record<Standing, string> = {
  confirmed: 'knows',
  listed: 'listed, unknown',
  inferred: 'may know: ask',
};

export const TIE_WORDS: Record<TieBetween['kind'], string> = {
  well: 'knows well',
  know: 'knows',
  met: 'has met',
  list: 'listed, unknown',
  think: 'you think so: ask',
  'same-company': 'may know: ask',
  'shared-lists': 'may know: ask',
};

export const STAGE_WORDS: Record<Stage, string> = {
  'not-applied': 'Not applied',
  applied: 'Applied, no answer',
  interviewing: 'Interviewing with HR',
  'hr-no': 'HR said no',
  'manager-interviewed': 'Interviewed by the manager',
  'manager-no': 'The manager said no',
  'manager-yes': 'The manager wants to talk',
  'sent-to-hr': 'The manager sent me to HR',
  gone: 'Filled or withdrawn',
};

export const ASK_WORDS: Record<AskState, string> = {
  queued: 'Waiting as fallback',
  prepared: 'Prepared',
  asked: 'Asked',
  agreed: 'Agreed',
  declined: 'Declined',
  silent: 'No answer',
  'handed-over': 'Handed over',
  'heard-back': 'Heard back',
  done: 'Done',
};

export const CLOSENESS_WORDS: readonly { value: 1 | 2 | 3 | 4 | 5; label: string }[] = [
  { value: 5, label: 'takes my call tonight' },
  { value: 4, label: 'worked closely' },
  { value: 3, label: 'would recognise me' },
  { value: 2, label: 'met once' },
  { value: 1, label: 'who?' },
];

export function nameIn(workspace: Workspace, id: PersonId | null | undefined): string {
  const person = id ? workspace.people.get(id) : undefined;
  return (person && profileOf(person).name) || 'somebody without a name';
}

/** "Ana", "the hiring manager": the first word of a name for running text. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export function dayWords(day: string): string {
  return LONG.format(new Date(`${day}T00:00:00Z`));
}

const COUNT = new Intl.NumberFormat('en-GB');

export function count(n: number, one: string, many = `${one}s`): string {
  return `${COUNT.format(n)} ${n === 1 ? one : many}`;
}

export function companyIn(
  workspace: Workspace,
  id: NonNullable<ReturnType<typeof profileOf>['company']> | null,
): string {
  return (id && workspace.companies.get(id)?.name) || '';
}
