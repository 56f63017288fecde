import type { Company } from '#model/company.ts';
import type { ImportId } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import type { KnowStep } from './curve.ts';
import { andList, callName, counted, PEOPLE_WORDS, share, YOU_SAID } from './phrases.ts';
import type { Shared, Told } from './shared.ts';
import type { Evidence, TieBetween } from './types.ts';

/** Why a pair is thought to know each other, with where each part of it comes from. */
export interface GuessFact {
  readonly company: Company;
  readonly shared: Shared;
  readonly steps: readonly KnowStep[];
  /** Friends whose lists have both, and the files of those lists. */
  readonly sharers: readonly { readonly owner: Person; readonly file: string; readonly imports: readonly ImportId[] }[];
}

/**
 * Why two people of one company may know each other: one sentence with the chance, then how each fact moved
 * it there, each with the file or word it comes from.
 */
export function guessEvidence(near: Person, tie: TieBetween, guess: GuessFact): Evidence[] {
  const { company, shared, steps, sharers } = guess;
  const parts = [place(guess), inOffice(guess), together(shared), specialty(guess)];
  const names = andList(sharers.map(({ owner }) => callName(owner)));
  const lists =
    tie.kind === 'shared-lists' ? `, and both on ${sharers.length === 1 ? 'the list' : 'the lists'} of ${names}` : '';
  const [a, b] = shared.both;
  const both = a.now && b.now ? 'Both' : 'Both were';
  const text = `${both} at ${company.name}${parts.join('')}${lists}: about ${share(tie.p)} such pairs know each other. Not confirmed. Ask ${callName(near)}.`;
  const told = [...a.told, ...b.told, ...sharers.map(({ file, imports }) => ({ text: '', source: file, imports }))];
  const all = company.size === null && shared.unit === null ? told : [...told, SIZE_SAID];
  const single = steps.length < 2;
  return [from(text, all), ...(single ? [] : steps.map((step) => stepSentence(step, guess)))];
}

/** The size of a company is always the user's own answer. */
const SIZE_SAID: Told = { text: '', source: YOU_SAID, imports: [] };

/** " (51 to 200 people)" of the company, or ", in Tax (up to 10 people there)" of the unit that speaks. */
function place({ company, shared: { both, unit }, steps }: GuessFact): string {
  const by = steps[0]?.by;
  if (unit && by === unit.of) return `, in ${both[0][unit.of]?.text} (${PEOPLE_WORDS[unit.size]} there)`;
  return company.size ? ` (${PEOPLE_WORDS[company.size]})` : '';
}

const spoken = (steps: readonly KnowStep[], by: KnowStep['by']) => steps.some((step) => step.by === by);

function inOffice({ steps }: GuessFact): string {
  return spoken(steps, 'same-office') ? ', in the same office' : '';
}

function together({ years }: Shared): string {
  if (years === null) return '';
  return years < 1 ? ', less than a year together' : `, ${counted(Math.floor(years), 'year')} together`;
}

function specialty({ shared, steps }: GuessFact): string {
  if (!spoken(steps, 'same-specialty')) return '';
  return shared.specialty?.by === 'department' ? ', in the same department' : ', in the same line of work';
}

/** What one fact, with those before it, makes of the chance. */
function stepSentence({ by, p }: KnowStep, { company, shared }: GuessFact): Evidence {
  const [a, b] = shared.both;
  const of = (field: 'office' | 'department' | 'position') => [a[field], b[field]].filter((one) => one !== null);
  const say = (what: string, told: readonly Told[]) => from(`${what}: about ${share(p)}.`, told);
  switch (by) {
    case 'company':
      return say(`By size alone, ${company.size ? PEOPLE_WORDS[company.size] : 'not known'}`, [SIZE_SAID]);
    case 'department':
    case 'office':
      return say(`Both in ${a[by]?.text}, ${shared.unit ? PEOPLE_WORDS[shared.unit.size] : ''}`, [
        ...of(by),
        SIZE_SAID,
      ]);
    case 'same-office':
      return say(`With the same office, ${a.office?.text}`, of('office'));
    case 'same-specialty':
      return shared.specialty?.by === 'department'
        ? say(`With the same department, ${shared.specialty.name}`, of('department'))
        : say(`With the same line of work by their titles, ${shared.specialty?.name}`, of('position'));
    case 'years':
      return say(`With${together(shared).slice(1)}`, [...a.told, ...b.told]);
    case 'lists':
      return say('By the lists', []);
  }
}

function from(text: string, told: readonly Told[]): Evidence {
  const source = [...new Set(told.map((one) => one.source))].join(', ');
  const imports = [...new Set(told.flatMap((one) => one.imports))].sort();
  return { text, source, on: null, imports, weight: null };
}
