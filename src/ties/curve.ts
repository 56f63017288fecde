import type { SizeBand } from '#model/company.ts';
import { logit, sigmoid } from './chance.ts';

/** Does A know B, from what they share (WARMTH.md §4). Measured on 21 organisations and 13 colleges. */

/** People in a company of that band; null: too many for "works there too" to mean anything. */
const PEOPLE_IN: Readonly<Record<SizeBand, number | null>> = {
  '1-10': 5,
  '11-50': 25,
  '51-200': 100,
  '201-1000': 450,
  more: null,
};

/** Share of pairs in an organisation of n people who know each other. */
export function knowInCompany(n: number): number {
  return 1 / (1 + (n / 22.3) ** 1.26);
}

/** Share of pairs in one department or office of n people who know each other. */
export function knowInUnit(n: number): number {
  return 1 / (1 + (n / 9.1) ** 0.86);
}

/** What is known of the pair besides the company. null: not known, and nothing is added. */
export interface Sharpeners {
  readonly sameOffice: boolean | null;
  readonly sameSpecialty: boolean | null;
  /** Years both were there. */
  readonly years: number | null;
  /** The department or office of both, where its size is known. */
  readonly unit: { readonly of: 'department' | 'office'; readonly size: SizeBand } | null;
}

/** What speaks for two people knowing each other, and the chance with everything up to it. */
export interface KnowStep {
  readonly by: 'company' | 'department' | 'office' | 'same-office' | 'same-specialty' | 'years' | 'lists';
  readonly p: number;
}

/** One law firm of 71 people: log-odds added to the curve. */
const SAME_OFFICE = 1.9;
const SAME_SPECIALTY = 1.5;
const PER_DOUBLING = 0.5;

/**
 * From the size on, one step a fact. Where the size of the department or office of both is known, it speaks in
 * the place of what the same department or office adds: both are measured on the same thing. Of the company
 * and the unit the greater speaks, so that a unit never makes a pair less likely than the company alone.
 */
export function knowSteps(size: SizeBand | null, { sameOffice, sameSpecialty, years, unit }: Sharpeners): KnowStep[] {
  const facts = {
    office: unit?.of === 'office' ? null : sameOffice,
    specialty: unit?.of === 'department' ? null : sameSpecialty,
    years,
  };
  const company = sharpened(sized('company', size, knowInCompany), facts);
  const within = unit ? sharpened(sized(unit.of, unit.size, knowInUnit), facts) : [];
  return (within.at(-1)?.p ?? 0) > (company.at(-1)?.p ?? 0) ? within : company;
}

function sharpened(
  first: KnowStep | null,
  { office, specialty, years }: { office: boolean | null; specialty: boolean | null; years: number | null },
): KnowStep[] {
  if (first === null) return [];
  const steps = [first];
  let odds = logit(first.p);
  const add = (by: KnowStep['by'], more: number) => {
    odds += more;
    steps.push({ by, p: sigmoid(odds) });
  };
  if (office) add('same-office', SAME_OFFICE);
  if (specialty) add('same-specialty', SAME_SPECIALTY);
  if (years !== null) add('years', PER_DOUBLING * Math.log2((1 + Math.max(0, years)) / 3));
  return steps;
}

function sized(by: KnowStep['by'], size: SizeBand | null, curve: (n: number) => number): KnowStep | null {
  const people = size && PEOPLE_IN[size];
  return people === null || people > LARGEST ? null : { by, p: curve(people) };
}

const BY_SHARERS = [0.015, 0.075, 0.16, 0.27, 0.27, 0.46, 0.46, 0.46, 0.46, 0.75] as const;

/** Chance by the number of friends whose shared lists name both (measured with about 30 lists). */
export function knowBySharers(k: number): number {
  return BY_SHARERS[Math.max(0, Math.min(9, Math.floor(k)))] ?? BY_SHARERS[0];
}

/** Below this an inferred tie is never shown. */
const LEAST_INFERRED = 0.1;
/** Above this many people the curve alone never makes a path. */
const LARGEST = 500;

export interface Inferred {
  readonly p: number;
  readonly kind: 'same-company' | 'shared-lists';
  /** How it comes about; the last step has this `p`. */
  readonly steps: readonly KnowStep[];
}

/**
 * The inferred tie of two people of one company; null when there is none to show. With no size known
 * nothing is guessed. Curve and sharers are never added: the greater speaks.
 */
export function inferTie(size: SizeBand | null, sharpeners: Sharpeners, sharers: number): Inferred | null {
  if (size === null && sharpeners.unit === null) return null;
  const steps = knowSteps(size, sharpeners);
  const curve = steps.at(-1)?.p ?? 0;
  const lists = sharers >= 1 ? knowBySharers(sharers) : 0;
  const p = Math.max(curve, lists);
  if (p < LEAST_INFERRED) return null;
  return lists > curve ? { p, kind: 'shared-lists', steps: [{ by: 'lists', p }] } : { p, kind: 'same-company', steps };
}
