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

/** What is known of the pair besides the company. null: not known, and nothing is added. */
export interface Sharpeners {
  readonly sameOffice: boolean | null;
  readonly sameSpecialty: boolean | null;
  /** Years both were there. */
  readonly years: number | null;
}

/** One law firm of 71 people: log-odds added to the curve. */
export function sharpen(p: number, { sameOffice, sameSpecialty, years }: Sharpeners): number {
  const office = sameOffice ? 1.9 : 0;
  const specialty = sameSpecialty ? 1.5 : 0;
  const together = years === null ? 0 : 0.5 * Math.log2((1 + Math.max(0, years)) / 3);
  return sigmoid(logit(p) + office + specialty + together);
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
}

/**
 * The inferred tie of two people of one company; null when there is none to show. With the size
 * unknown nothing is guessed. Curve and sharers are never added: the greater speaks.
 */
export function inferTie(size: SizeBand | null, sharpeners: Sharpeners, sharers: number): Inferred | null {
  if (size === null) return null;
  const people = PEOPLE_IN[size];
  const curve = people === null || people > LARGEST ? 0 : sharpen(knowInCompany(people), sharpeners);
  const lists = sharers >= 1 ? knowBySharers(sharers) : 0;
  const p = Math.max(curve, lists);
  if (p < LEAST_INFERRED) return null;
  return { p, kind: lists > curve ? 'shared-lists' : 'same-company' };
}
