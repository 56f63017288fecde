import type { Ask, Letter } from '#model/ask.ts';
import type { PersonId } from '#model/ids.ts';
import type { Target } from '#model/target.ts';
import type { Day } from '#model/time.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WayShown } from '#paths/types.ts';
import { longDay } from '#ties/phrases.ts';
import { advise } from './advise.ts';
import { initialsOf, type Masking, maskingFor } from './initials.ts';
import { clean, companyNamed, personNamed } from './names.ts';
import type { Plan } from './types.ts';
import { asSentence, paragraphs, sentences, spokenDay } from './words.ts';

/** One page about one target for a coach; other people are initials in every text. */
export interface CaseSheet {
  readonly title: string;
  readonly paper: Letter['paper'];
  /** Texts in the markup of a letter. */
  readonly parts: readonly { readonly heading: string; readonly text: string }[];
  readonly foot: string;
}

export interface CaseInput {
  readonly workspace: Workspace;
  readonly target: Target;
  readonly way: WayShown | null;
  /** The request that counts for this target. */
  readonly ask: Ask | null;
  readonly today: Day;
  /** Where the application and the request stand, in the words of the screens. */
  readonly stands: { readonly stage: string; readonly ask: string };
}

/** Target, way in, move with its rule and source, and the letter. */
export function caseSheet(input: CaseInput): CaseSheet {
  const { workspace, target, way, ask, today } = input;
  const company = companyNamed(workspace, target.company);
  const mask = maskingFor(workspace, concerned(input), company);
  const plan = advise({ workspace, target, way, today });
  const name = [clean(target.title, 90) || 'A role', company].filter(Boolean).join(', ');
  const me = clean(workspace.me.name);
  return {
    title: mask(`Case sheet: ${name}`),
    paper: ask?.packet.letter.paper ?? 'A4',
    parts: [
      { heading: 'Target', text: mask(targetText(input)) },
      { heading: 'Way in', text: wayText(workspace, way, mask) },
      { heading: `The move: ${mask(plan.move.title)}`, text: mask(moveText(plan)) },
      { heading: 'The letter', text: ask ? mask(letterText(ask.packet.letter)) : 'Not written yet.' },
    ],
    foot: `${me ? `${me}, ` : ''}${longDay(today)}. Other people are named by their initials.`,
  };
}

/** Whoever the texts of this target may call by a first name. */
function concerned({ workspace, target, way }: CaseInput): Set<PersonId> {
  const asks = [...workspace.asks.values()].filter((ask) => ask.target === target.id);
  const manager = target.manager ? [target.manager] : [];
  const friends = target.checks.map(({ friend }) => friend);
  return new Set([
    ...manager,
    ...friends,
    ...target.hr,
    ...(way?.people ?? []),
    ...asks.flatMap((ask) => [ask.friend, ...ask.way]),
  ]);
}

function targetText({ workspace, target, ask, today, stands }: CaseInput): string {
  const manager = personNamed(workspace, target.manager).full;
  const on = target.stage === 'hr-no' && target.hrNoOn ? ` on ${spokenDay(target.hrNoOn, today)}` : '';
  return sentences(
    asSentence(`${stands.stage}${on}`),
    target.stage === 'hr-no' && target.hrNoReason.trim() !== '' && asSentence(`Their reason: ${target.hrNoReason}`),
    manager ? `Hiring manager: ${initialsOf(manager)}` : 'The hiring manager is not known yet.',
    ask && asSentence(`The request to ${personNamed(workspace, ask.friend).full || 'the friend'}: ${stands.ask}`),
  );
}

/** A line a step, with the strongest sentence of its evidence. */
function wayText(workspace: Workspace, way: WayShown | null, mask: Masking): string {
  if (!way) return 'No verified way in yet.';
  const called = (id: PersonId | 'me') =>
    id === 'me' ? 'Me' : initialsOf(personNamed(workspace, id).full) || 'somebody without a name';
  const lines = way.steps.map((step, at) => {
    const told = way.evidence[at]?.[0]?.text ?? '';
    return `- ${called(step.from)} to ${called(step.to)} (${step.standing}). ${mask(told)}`.trim();
  });
  return lines.join('\n');
}

function moveText({ move }: Plan): string {
  return paragraphs(move.move, move.reason, sentences(`Rule ${move.rule}.`, asSentence(move.source)));
}

function letterText(letter: Letter): string {
  const pairs = letter.pairs
    .map(({ need, did }) => `- **You need** ${need.trim()} **I did** ${did.trim()}`.replace(/\s+/g, ' '))
    .join('\n');
  const middle = pairs === '' ? [letter.need, letter.did] : [pairs];
  return paragraphs(letter.greeting, ...middle, letter.lack, letter.why, letter.next, letter.closing);
}
