import { type ImportId, tieIdOf } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import { lastAsked } from '#model/question.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Found } from '#paths/best.ts';
import { weakerOf } from '#paths/explain.ts';
import type { Step, WayIn } from '#paths/types.ts';
import { stepEvidence } from '#ties/evidence.ts';
import { betweenEvidence } from '#ties/evidence-between.ts';
import type { GuessFact } from '#ties/evidence-guess.ts';
import { callName, fullName } from '#ties/phrases.ts';
import type { Evidence, MyTie, TieBetween } from '#ties/types.ts';
import type { Facts } from './facts.ts';
import { type Guess, type Guesses, guessOf, listedOf, pairTie } from './network-of.ts';

/** Turns what the search found into ways with words. */
export interface Shower {
  readonly facts: Facts;
  readonly guesses: Guesses;
  readonly today: string;
  /** A tie that might be (if-yes.ts): in words it stands in for what is on record. */
  readonly supposed?: TieBetween;
}

/** null when a person or tie of it is gone, which cannot be while network and facts are of one revision. */
export function wayOf({ facts, guesses, supposed }: Shower, found: Found): WayIn | null {
  const tieOf = (one: Person, other: Person) =>
    supposed && tieIdOf(supposed.a, supposed.b) === tieIdOf(one.id, other.id)
      ? supposed
      : pairTie(facts, guesses, one, other);
  const people = peopleOf(facts, found);
  const steps: Step[] = [];
  for (const [i, person] of people.entries()) {
    const before = people[i - 1];
    const step = before ? betweenStep(tieOf(before, person), before, person) : myStep(facts.mine(person));
    if (!step) return null;
    steps.push(step);
  }
  const standing = STANDINGS[found.standing];
  if (steps.length === 0 || steps.length !== found.people.length || !standing) return null;
  const ids = people.map((person) => person.id);
  return { id: ids.join('>'), people: ids, standing, steps, weaker: weakerOf(steps.map(strengthOf)), cost: found.cost };
}

/** For comparing steps. */
export const strengthOf = ({ standing, p }: Step) => ({ standing: STANDINGS.indexOf(standing), p });

function peopleOf(facts: Facts, found: Found): Person[] {
  return found.people.map((node) => facts.all[node - 1]?.person).filter((person) => person !== undefined);
}

function myStep(tie: MyTie): Step | null {
  const { standing, p, band, percent, person } = tie;
  return standing && { from: 'me', to: person, standing, p, band, percent, kind: null };
}

function betweenStep(tie: TieBetween | null, from: Person, to: Person): Step | null {
  return (
    tie && { from: from.id, to: to.id, standing: tie.standing, p: tie.p, band: null, percent: null, kind: tie.kind }
  );
}

/** Sentences per step, in the order of the steps. */
export function evidenceOf(shower: Shower, way: WayIn): Evidence[][] {
  const { facts, today } = shower;
  return way.steps.map((step) => {
    const to = facts.workspace.people.get(step.to);
    const from = step.from === 'me' ? null : facts.workspace.people.get(step.from);
    if (!to) return [];
    return from
      ? pairEvidence(shower, from, to)
      : stepEvidence(to, facts.mine(to), { today, shift: facts.context.shift });
  });
}

/** Sentences of the tie between two others, the one nearer to me first. */
export function pairEvidence({ facts, guesses }: Shower, near: Person, far: Person): Evidence[] {
  const tie = pairTie(facts, guesses, near, far);
  if (!tie) return [];
  const guess = guessOf(guesses, near.id, far.id);
  return betweenEvidence(near, far, tie, {
    statements: facts.workspace.ties.get(tieIdOf(near.id, far.id))?.statements ?? [],
    listed: listedOf(facts, near, far),
    guess: guess && guessWords(facts, guess),
  });
}

function guessWords(facts: Facts, guess: Guess): GuessFact | null {
  const company = facts.workspace.companies.get(guess.company);
  if (!company) return null;
  const sharers = guess.sharers.flatMap((id) => facts.workspace.people.get(id) ?? []);
  return { ...guess, company, sharers: sharers.map((owner) => ({ owner, ...listOf(facts, owner) })) };
}

/** The files of a friend's own list. */
function listOf({ workspace }: Facts, owner: Person): { file: string; imports: ImportId[] } {
  const imports = [...workspace.imports.values()].filter((record) => record.owner === owner.id);
  const files = imports.flatMap(({ files }) => files.map(({ name }) => name));
  return { file: [...new Set(files)].join(', '), imports: imports.map(({ id }) => id) };
}

/** The question that would confirm a lead, to be put to the nearer person of its inferred step. */
export function leadQuestion({ facts, today }: Shower, way: WayIn): string {
  const step = way.steps.find(({ standing }) => standing === 'inferred');
  const from = step && step.from !== 'me' ? facts.workspace.people.get(step.from) : undefined;
  const to = step && facts.workspace.people.get(step.to);
  if (!from || !to || lastAsked(facts.workspace.questions.values(), from.id, to.id, today)) return '';
  const company = companyName(facts, to);
  return `${callName(from)}, do you know ${fullName(to)}${company}? Well, a little, or have you only met?`;
}

function companyName(facts: Facts, person: Person): string {
  for (const target of facts.workspace.targets.values()) {
    if (target.manager !== person.id) continue;
    const name = facts.workspace.companies.get(target.company)?.name;
    if (name) return ` at ${name}`;
  }
  return '';
}
