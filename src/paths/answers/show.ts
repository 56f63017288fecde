import { type ImportId, tieIdOf } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import { lastAsked } from '#model/question.ts';
import { STANDINGS, type Standing } from '#model/tie.ts';
import type { Found } from '#paths/best.ts';
import type { Step, WayIn } from '#paths/types.ts';
import { inOrder, isStale } from '#ties/between.ts';
import { stepEvidence } from '#ties/evidence.ts';
import { betweenEvidence } from '#ties/evidence-between.ts';
import type { GuessFact } from '#ties/evidence-guess.ts';
import { callName, fullName, longDay } from '#ties/phrases.ts';
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
  return { id: ids.join('>'), people: ids, standing, steps, weaker: weakerOf(steps), cost: found.cost };
}

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

/** The least certain step, then the least strong, then the first. */
function weakerOf(steps: readonly Step[]): number {
  const rank = (standing: Standing) => STANDINGS.indexOf(standing);
  let weaker = 0;
  for (const [i, step] of steps.entries()) {
    const than = steps[weaker];
    if (!than) continue;
    const by = rank(step.standing) - rank(than.standing);
    if (by > 0 || (by === 0 && step.p < than.p)) weaker = i;
  }
  return weaker;
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

/** What would make this way better: one thing to find out, about its weaker step; '' when nothing would. */
export function betterOf(shower: Shower, way: WayIn): string {
  const { facts, today } = shower;
  const old = way.standing === 'confirmed' ? staleOf(shower, way) : '';
  if (old !== '') return old;
  const step = way.steps[way.weaker];
  const to = step && facts.workspace.people.get(step.to);
  if (!step || !to) return '';
  if (step.from === 'me') return betterMine(to, facts.mine(to), way.people.length === 1);
  const from = facts.workspace.people.get(step.from);
  if (!from || step.kind === 'well') return '';
  const [a, b] = [callName(from), callName(to)];
  const asked = lastAsked(facts.workspace.questions.values(), from.id, to.id, today);
  if (asked === 'waiting') return `You asked ${a} about ${b}. The answer is not here yet.`;
  if (asked === 'answered' && step.standing !== 'confirmed') return '';
  if (step.kind === 'met') return `Ask ${a} how they met ${b}, and whether they would talk to ${b}.`;
  if (step.standing === 'confirmed') return `Ask ${a} how well they know ${b}.`;
  return step.standing === 'listed' ? `Ask ${a} how well they know ${b}.` : `Ask ${a} whether they know ${b}.`;
}

/** A confirmed step that nobody has said again for a year. */
function staleOf({ facts, today }: Shower, way: WayIn): string {
  for (const { from, to } of way.steps) {
    if (from === 'me') continue;
    const [near, far] = [facts.workspace.people.get(from), facts.workspace.people.get(to)];
    const tie = facts.workspace.ties.get(tieIdOf(from, to));
    if (!near || !far || !tie || !isStale(tie, today)) continue;
    const on = inOrder(tie.statements)[0]?.on ?? '';
    const asked = lastAsked(facts.workspace.questions.values(), from, to, today);
    return asked === 'waiting'
      ? `You asked ${callName(near)} about ${callName(far)} again. The answer is not here yet.`
      : `That ${callName(near)} knows ${callName(far)} was last said on ${longDay(on)}. Ask ${callName(near)} whether it still holds.`;
  }
  return '';
}

function betterMine(friend: Person, tie: MyTie, isManager: boolean): string {
  const name = callName(friend);
  if (isManager)
    return tie.standing === 'listed'
      ? `You and ${name} have never spoken, as far as your files say. A friend is better.`
      : '';
  if (tie.label === null) return `Say how close you are to ${name} (1 to 5).`;
  if (tie.band === 'hot' || tie.band === 'word') return '';
  return `Get back in touch with ${name} before you ask for anything.`;
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
