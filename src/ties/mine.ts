import type { ImportId } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import type { Mark, Person } from '#model/person.ts';
import type { Standing } from '#model/tie.ts';
import { BASE, bandOf, type ChanceSum, logOdds, sharesOf, sigmoid, WARM } from './chance.ts';
import { messageFacts, NO_MESSAGES } from './messages.ts';
import type { MessageFacts, MyTie } from './types.ts';

/** What every tie of mine is computed with. `shift` is the self-check's (WARMTH.md §7), 0 without one. */
export interface TieContext {
  readonly imports: ReadonlyMap<ImportId, Import>;
  readonly shift: number;
}

/** Without messages (assumption, WARMTH.md §2). */
const WORD_STRENGTH = { 4: 0.35, 5: 0.49 } as const;
const NO_EVIDENCE = 0.23;

/** What the user's label adds to the log-odds; 2 to 4 add nothing. */
export function labelShift(label: number | null): number {
  if (label === 1) return -0.4;
  return label === 5 ? 1.2 : 0;
}

/**
 * My tie to one person, from my files and my words only. Band and percent come from messages alone; the
 * label moves `p` and is shown as the user's own word.
 */
export function myTie(person: Person, context: TieContext): MyTie {
  const facts = messageFacts(person, context.imports);
  const label = person.own.closeness ?? null;
  const own = label === 4 || label === 5 ? WORD_STRENGTH[label] : null;
  const fixed = { p: own ?? NO_EVIDENCE, band: own === null ? ('none' as const) : ('word' as const), percent: null };
  const shown = facts.wrote + facts.sent > 0 ? fromMessages(facts, label, context.shift) : fixed;
  return {
    person: person.id,
    standing: standingOf(person, facts, context),
    ...shown,
    // Without a 4 or 5 everything is scaled below the least of them, in unchanged order.
    order: own === null ? WORD_STRENGTH[4] * shown.p * nudge(person, facts) : Math.max(shown.p, own),
    label,
    facts,
  };
}

/**
 * The `p` that a tie may come to: once the user says how close they are, or, where that is said, once they are
 * in touch again. null where neither is missing.
 */
export function atBest(person: Person, { label, band, facts }: MyTie, context: TieContext): number | null {
  if (label === null) return myTie({ ...person, own: { ...person.own, closeness: 5 } }, context).p;
  if (band === 'hot' || band === 'word') return null;
  const [wrote, sent, answered] = [facts.wrote + 1, facts.sent + 1, facts.answered + 1];
  return sigmoid(logOdds({ wrote, sent, answered, days: 0 }, context.shift) + labelShift(label));
}

/** The sum behind a figure; null where no message makes one. */
export function chanceSum({ facts, label, percent }: MyTie, shift: number): ChanceSum | null {
  if (facts.wrote + facts.sent === 0) return null;
  const shares = sharesOf(facts);
  const parts = [shares.wrote, ...(facts.days === null ? [] : [shares.fresh]), shares.answered];
  const odds = parts.reduce((sum, part) => sum + part, BASE + shift);
  return { start: BASE, shift, facts: parts, odds, percent, word: label === null ? null : labelShift(label) };
}

function fromMessages(facts: MessageFacts, label: number | null, shift: number) {
  const odds = logOdds(facts, shift);
  const chance = sigmoid(odds);
  return {
    p: sigmoid(odds + labelShift(label)),
    band: bandOf(chance),
    percent: chance >= WARM ? Math.round(chance * 100) : null,
  };
}

/** False for whoever `myTie` gives no standing: cheap, for people who are only on friends' lists. */
export function mayBeContact(person: Person, context: TieContext): boolean {
  return person.events.length > 0 || standingOf(person, NO_MESSAGES, context) !== null;
}

/** WARMTH.md §3. One-way messages, a recommendation or "met once" is a contact on record, not yet a confirmed tie. */
function standingOf(person: Person, facts: MessageFacts, context: TieContext): Standing | null {
  const { closeness, known } = person.own;
  if (facts.lastWrote !== null && facts.lastSent !== null) return 'confirmed';
  if (closeness !== undefined && closeness >= 3) return 'confirmed';
  if (known.some(({ how }) => how !== 'met')) return 'confirmed';
  const onRecord =
    facts.lastWrote !== null ||
    facts.lastSent !== null ||
    closeness === 2 ||
    known.length > 0 ||
    person.marks.some((mark) => CONNECTED.has(mark.kind)) ||
    listedByMe(person, context.imports);
  return onRecord ? 'listed' : null;
}

/** Only connections can recommend or endorse; an invitation may still be waiting. */
const CONNECTED: ReadonlySet<Mark['kind']> = new Set([
  'they-recommended',
  'i-recommended',
  'they-endorsed',
  'i-endorsed',
]);

/** Whether a list of my own has this person and no newer export of it dropped them. */
function listedByMe(person: Person, imports: ReadonlyMap<ImportId, Import>): boolean {
  return person.sightings.some(
    (sighting) =>
      sighting.listed && sighting.gone === null && sighting.imports.some((id) => imports.get(id)?.owner === 'me'),
  );
}

/**
 * LinkedIn facts part only people without messages: recommendation, they invited me, endorsement,
 * connection only. No outcome data exists for them, so the steps are too small to pass anything else.
 */
function nudge(person: Person, facts: MessageFacts): number {
  if (facts.wrote + facts.sent > 0 || person.marks.length === 0) return 1;
  const has = (...kinds: Mark['kind'][]) => person.marks.some((mark) => kinds.includes(mark.kind));
  if (has('they-recommended', 'i-recommended')) return 1.003;
  if (has('they-invited')) return 1.002;
  return has('they-endorsed', 'i-endorsed') ? 1.001 : 1;
}
