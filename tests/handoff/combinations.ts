import { chooseMove, type Spoken } from '#handoff/choose.ts';
import { PLAYBOOK } from '#handoff/playbook.ts';
import type { Predicate } from '#handoff/predicate.ts';
import { type Situation, type SituationField, VOCABULARY } from '#handoff/situation.ts';

type Partly = Partial<Record<SituationField, string>>;

/** Raised when the choice looks at a field that the combination leaves open. */
class Asks extends Error {
  constructor(readonly field: SituationField) {
    super(field);
  }
}

export interface Combination {
  readonly fields: Partly;
  readonly spoken: Spoken | null;
}

/**
 * Every combination that differs: the choice is run on a situation that answers nothing; each field it looks
 * at is answered in every way that some rule tells apart, and so on until it ends. The fields that were
 * never looked at cannot matter, so the leaves cover every possible situation.
 */
export function* combinations(): Generator<Combination> {
  const stack: Partly[] = [{}];
  for (let fields = stack.pop(); fields; fields = stack.pop()) {
    const known = fields;
    try {
      yield { fields: known, spoken: chooseMove(answering(known)) };
    } catch (error) {
      if (!(error instanceof Asks)) throw error;
      for (const value of toldApart(error.field)) {
        const next = { ...known, [error.field]: value };
        if (possible(next)) stack.push(next);
      }
    }
  }
}

function answering(known: Partly): Situation {
  return new Proxy({} as Situation, {
    get(_, field) {
      const value = known[field as SituationField];
      if (value === undefined) throw new Asks(field as SituationField);
      return value;
    },
  });
}

/** One value for each group that neither a rule nor `possible` tells apart. */
function toldApart(field: SituationField): string[] {
  const values: readonly string[] = VOCABULARY[field];
  if (SHAPE.has(field)) return [...values];
  const named = new Set([...(NAMED.get(field) ?? []), WITHOUT_FRIEND[field]]);
  const rest = values.find((value) => !named.has(value));
  return [...values.filter((value) => named.has(value)), ...(rest === undefined ? [] : [rest])];
}

const SHAPE: ReadonlySet<SituationField> = new Set(['way', 'standing', 'contact', 'weaker']);

const NAMED = new Map<SituationField, Set<string>>();
const conditions = PLAYBOOK.rules.flatMap((rule) => [rule.when, ...rule.variants.map(({ when }) => when)]);
for (const predicate of conditions) collect(predicate);

function collect({ any, not, ...fields }: Predicate): void {
  for (const [field, wanted] of Object.entries(fields)) {
    const set = NAMED.get(field as SituationField) ?? new Set();
    for (const value of [wanted].flat()) if (value !== undefined) set.add(value);
    NAMED.set(field as SituationField, set);
  }
  for (const one of any ?? []) collect(one);
  if (not) collect(not);
}

/** What records can say: no friend's facts without a friend, no standing without a way. */
function possible(known: Partly): boolean {
  const { way, standing, contact, weaker } = known;
  const clash = (a: boolean | undefined, b: boolean | undefined) => a !== undefined && b !== undefined && a !== b;
  const is = (value: string | undefined, wanted: string) => (value === undefined ? undefined : value === wanted);
  if (clash(is(way, 'none'), is(standing, 'none'))) return false;
  if (clash(is(way, 'none'), is(contact, 'none')) || clash(is(way, 'direct'), is(contact, 'manager'))) return false;
  if (clash(standing === undefined ? undefined : standing === 'none' || standing === 'confirmed', is(weaker, 'none')))
    return false;
  const nobody = way === 'none' || way === 'direct' || contact === 'none' || contact === 'manager';
  if (!nobody) return true;
  return Object.entries(WITHOUT_FRIEND).every(([field, value]) => {
    const said = known[field as SituationField];
    return said === undefined || said === value;
  });
}

const WITHOUT_FRIEND: Partly = {
  knowsManager: 'unknown',
  willing: 'unknown',
  knowsMe: 'unknown',
  knowsWork: 'unknown',
  credible: 'unknown',
  employee: 'unknown',
  relation: 'unknown',
  offers: 'unknown',
  remote: 'unknown',
  employerHidden: 'no',
  askHere: 'none',
  friendBusy: 'free',
};

/** The combination with every other field set by `pick`; null when nothing possible was found in 50 tries. */
export function completed(fields: Partly, pick: (values: readonly string[]) => string): Situation | null {
  for (let tries = 0; tries < 50; tries++) {
    const whole: Partly = { ...fields };
    if (FIELDS.every((field) => whole[field] !== undefined || fillIn(whole, field, pick))) return whole as Situation;
  }
  return null;
}

function fillIn(whole: Partly, field: SituationField, pick: (values: readonly string[]) => string): boolean {
  const values: readonly string[] = VOCABULARY[field];
  const free = !SHAPE.has(field) && WITHOUT_FRIEND[field] === undefined;
  const fitting = free ? values : values.filter((value) => possible({ ...whole, [field]: value }));
  if (fitting.length > 0) whole[field] = pick(fitting);
  return fitting.length > 0;
}

const FIELDS = Object.keys(VOCABULARY) as SituationField[];
