import type { ImportId } from '#model/ids.ts';
import type { Person } from '#model/person.ts';
import type { Statement } from '#model/tie.ts';
import type { Day } from '#model/time.ts';
import { inOrder } from './between.ts';
import { type GuessFact, guessEvidence } from './evidence-guess.ts';
import { callName, longDay, YOU_SAID } from './phrases.ts';
import type { Evidence, TieBetween } from './types.ts';

/** Where one of the pair stands on the other's shared list. */
export interface ListedFact {
  readonly owner: Person;
  readonly member: Person;
  readonly file: string;
  readonly on: Day | null;
  readonly imports: readonly ImportId[];
}

/** What is known besides the statements, for the sentences. */
export interface BetweenFacts {
  readonly statements: readonly Statement[];
  readonly listed: readonly ListedFact[];
  readonly guess: GuessFact | null;
}

const SAYS = {
  well: 'knows $ well',
  know: 'knows $',
  met: 'has met $',
  no: 'does not know $',
  unsure: 'is not sure about knowing $',
} as const;

/**
 * The sentences of a step between two others, the one nearer to me first: what was said (newest first),
 * whose list, what they share. `tie` is the pair's tie, as tieBetween answered it.
 */
export function betweenEvidence(near: Person, far: Person, tie: TieBetween, facts: BetweenFacts): Evidence[] {
  const said = inOrder(facts.statements).map((statement) => saidSentence(near, far, statement));
  const lists = facts.listed.map(listSentence);
  const isGuess = tie.standing === 'inferred' && tie.kind !== 'think' && facts.guess !== null;
  return [...said, ...lists, ...(isGuess && facts.guess ? guessEvidence(near, tie, facts.guess) : [])];
}

function saidSentence(near: Person, far: Person, statement: Statement): Evidence {
  const [a, b] = [callName(near), callName(far)];
  const says = SAYS[statement.says].replace('$', b);
  const on = longDay(statement.on);
  const text = {
    told: `You were told that ${a} ${says} (${on}).`,
    seen:
      statement.says === 'no' ? `You saw that ${a} ${says} (${on}).` : `You saw them together: ${a} ${says} (${on}).`,
    answer: `${statement.by === far.id ? b : a}'s own answer: ${statement.by === far.id ? SAYS[statement.says].replace('$', a) : says} (${on}).`,
    think: `You think that ${a} ${says} (${on}). Not confirmed. Ask ${a}.`,
  }[statement.how];
  const source = statement.how === 'answer' ? 'their answer' : YOU_SAID;
  return { text, source, on: statement.on, imports: [], weight: null };
}

function listSentence({ owner, member, file, on, imports }: ListedFact): Evidence {
  const since = on === null ? '' : ` since ${on.slice(0, 4)}`;
  const text = `${callName(member)} is on ${callName(owner)}'s list${since}. A list does not say how well they know each other.`;
  return { text, source: file, on, imports, weight: null };
}
