import type { CompanyId } from '#model/ids.ts';

/** Why somebody may be somebody known, strongest first: the order in which the person is asked. */
export const DOUBTS = [
  'other-profile',
  'same-company',
  'name-alone',
  'other-company',
  'close-name',
  'namesakes',
  'one-mailbox',
] as const;
export type DoubtKind = (typeof DOUBTS)[number];

/** Namesakes beyond this many are left apart without a question: the name says nothing. */
export const MOST_NAMESAKES = 3;

/**
 * A name so common that more than this many others would bear it by chance is no ground for a question.
 * Chosen on the labelled set: see tests/intake/matching-quality.test.ts.
 */
export const MOST_BY_CHANCE = 1;

export interface Compared {
  /** The company the row names, and those that are known of the other. */
  readonly company: CompanyId | null;
  readonly companies: readonly CompanyId[];
  readonly profile: string;
  /** How many here have the very name. */
  readonly namesakes: number;
}

/** The kind of a question about two people of (nearly) one name. */
export function doubtKind({ company, companies, profile, namesakes }: Compared): DoubtKind {
  if (namesakes === 0) return 'close-name';
  if (namesakes > 1) return 'namesakes';
  if (company === null || companies.length === 0) return 'name-alone';
  if (!companies.includes(company)) return 'other-company';
  return profile === '' ? 'same-company' : 'other-profile';
}

export function doubtWords(kind: DoubtKind, namesakes: number): string {
  switch (kind) {
    case 'one-mailbox':
      return 'The same e-mail address under two names. It may be a shared mailbox.';
    case 'close-name':
      return 'The names are close, but not the same.';
    case 'namesakes':
      return `${namesakes} people here have this name.`;
    case 'name-alone':
      return 'The same name, and nothing else to compare.';
    case 'other-company':
      return 'The same name at another company. People change jobs, and names are shared.';
    case 'same-company':
      return 'The same name at the same company.';
    case 'other-profile':
      return 'The same name and company, but another profile address.';
  }
}

/** How often the parts of names occur among the people here. */
export class NameParts {
  readonly #counts = new Map<string, number>();
  #people = 0;

  add(tokens: readonly string[]): void {
    this.#people++;
    for (const token of new Set(tokens)) this.#counts.set(token, (this.#counts.get(token) ?? 0) + 1);
  }

  /**
   * How many people would bear both parts of the name by chance, were first and last names independent;
   * those who do bear it (`namesakes`) are left out of the counts. 0 for a name of rare parts.
   */
  byChance(tokens: readonly string[], namesakes: number): number {
    const [first = '', last = ''] = [tokens[0], tokens.at(-1)];
    const others = (token: string): number => Math.max(0, (this.#counts.get(token) ?? 0) - namesakes);
    return this.#people === 0 ? 0 : (others(first) * others(last)) / this.#people;
  }
}
