import type { ImportId } from '#model/ids.ts';
import type { Mark, Person } from '#model/person.ts';
import { type Day, dayOf, daysBetween } from '#model/time.ts';
import { logOdds, sharesOf, sigmoid } from './chance.ts';
import { labelShift } from './mine.ts';
import { ago, callName, counted, longDay, share, span, times, YOU_SAID } from './phrases.ts';
import type { Evidence, MyTie } from './types.ts';

/** A source that ended longer ago than this is named by its date: "3 weeks ago" would be untrue. */
const RECENT_DAYS = 31;

export interface EvidenceContext {
  readonly today: Day;
  /** The self-check's shift (WARMTH.md §7). */
  readonly shift: number;
}

/** What the list of ways shows of my own step: one sentence of messages, the chance, my word, the facts. */
export function stepEvidence(person: Person, tie: MyTie, context: EvidenceContext): Evidence[] {
  return [messageSentence(person, tie, context), ...chanceSentence(person, tie, context), ...otherFacts(person, tie)];
}

/** The same for the person card: each fact of the messages apart, with what it adds to the chance. */
export function cardEvidence(person: Person, tie: MyTie, context: EvidenceContext): Evidence[] {
  const { facts } = tie;
  if (!hasMessages(tie)) return stepEvidence(person, tie, context);
  const name = callName(person);
  const shares = sharesOf(facts);
  const about = fromMessages(person);
  const of = (text: string, weight: number | null): Evidence => ({ ...about, text, weight });
  const since = facts.firstWrote === null ? '' : `, first on ${longDay(dayOf(facts.firstWrote))}`;
  const wrote = `${contactWords(name, tie)}${since}.`;
  const last = `${facts.meetings > 0 ? `You last heard from or met ${name}` : `${name} last wrote`} ${lastWrote(tie, context)}.`;
  return [
    of(facts.wrote === 0 ? `${name} never wrote to you.` : wrote, shares.wrote),
    ...(facts.days === null ? [] : [of(last, shares.fresh)]),
    of(answerWords(name, tie), shares.answered),
    ...(facts.waiting > 0
      ? [of(`Not counted: ${counted(facts.waiting, 'message')} of yours from the last 14 days of these files.`, null)]
      : []),
    ...(facts.meetings > 0 ? [of(ASSUMED, null)] : []),
    ...chanceSentence(person, tie, context),
    ...otherFacts(person, tie),
  ];
}

function answerWords(name: string, tie: MyTie): string {
  const { sent, meetings, waiting } = tie.facts;
  if (sent > meetings) return `${name} ${answers(tie)} within 14 days.`;
  if (meetings > 0) return 'Each meeting counts as an answer.';
  return waiting > 0
    ? 'None of your messages could be answered yet.'
    : `You have not written to ${name} in these files.`;
}

const ASSUMED = 'A meeting of two to four people counts as a message both ways (an assumption).';

/** "Ana wrote to you 12 times and you met twice" */
function contactWords(name: string, { facts: { wrote, meetings } }: MyTie): string {
  const letters = `${name} wrote to you ${times(wrote - meetings)}`;
  if (meetings === 0) return letters;
  return wrote === meetings ? `You met ${name} ${times(meetings)}` : `${letters} and you met ${times(meetings)}`;
}

function messageSentence(person: Person, tie: MyTie, context: EvidenceContext): Evidence {
  const { facts } = tie;
  const name = callName(person);
  const shares = sharesOf(facts);
  const weight = !hasMessages(tie) ? null : shares.wrote + shares.answered + shares.fresh;
  const say = (text: string): Evidence => ({ ...fromMessages(person), text, weight });
  if (facts.wrote > 0) {
    const wrote = `${contactWords(name, tie)}, ${facts.wrote === 1 ? '' : 'most recently '}${lastWrote(tie, context)}`;
    if (facts.meetings > 0) return say(`${wrote}. ${metWords(name, tie)}`);
    if (facts.sent > 0) return say(`${wrote}, and ${answers(tie)}.`);
    return say(
      `${wrote}. ${facts.waiting > 0 ? 'Your own messages are too recent to count.' : 'You have not written in these files.'}`,
    );
  }
  if (facts.sent > 0) return say(`You wrote ${times(facts.sent)}; ${name} never wrote back in these files.`);
  if (facts.waiting > 0)
    return say(`You wrote ${times(facts.waiting)} in the last 14 days of these files: too recent to count.`);
  const connected = connectedOn(person);
  const none = 'No messages in your files: we give no chance.';
  if (!connected) return { text: none, source: '', on: null, imports: [], weight: null };
  const text = `Connected on LinkedIn since ${connected.on.slice(0, 4)}. ${none}`;
  return { ...connected, text, weight: null };
}

/** "10 of your 11 messages" and its small cases. */
function answers({ facts }: MyTie): string {
  const sent = facts.sent - facts.meetings;
  const answered = facts.answered - facts.meetings;
  if (answered === 0) return sent === 1 ? 'did not answer your one message' : `answered none of your ${sent} messages`;
  if (sent === 1) return 'answered your one message';
  return answered === sent ? `answered all of your ${sent} messages` : `answered ${answered} of your ${sent} messages`;
}

/** What follows a sentence that counts meetings. */
function metWords(name: string, tie: MyTie): string {
  return tie.facts.sent > tie.facts.meetings ? `${name} ${answers(tie)}. ${ASSUMED}` : ASSUMED;
}

function lastWrote({ facts }: MyTie, { today }: EvidenceContext): string {
  if (facts.lastWrote === null || facts.asOf === null) return 'never';
  const on = dayOf(facts.lastWrote);
  if (daysBetween(dayOf(facts.asOf), today) <= RECENT_DAYS) return ago(daysBetween(on, today));
  const days = facts.days ?? 0;
  return `on ${longDay(on)}, ${days === 0 ? 'the day' : `${span(days)} before`} these files end`;
}

/** Only hot and warm have one: below .45 nothing was calibrated. */
function chanceSentence(person: Person, tie: MyTie, { shift }: EvidenceContext): Evidence[] {
  if (tie.percent === null) return [];
  const p = sigmoid(logOdds(tie.facts, shift));
  const text = `About ${share(p)} people with such a record answer.`;
  return [{ ...fromMessages(person), text, on: null, weight: null }];
}

/** Without countable messages nothing has a weight: the strength is fixed. */
const hasMessages = ({ facts }: MyTie) => facts.wrote + facts.sent > 0;

const LABELS = ['', 'who?', 'met once', 'would recognise me', 'worked closely', 'takes my call tonight'] as const;
const HOW = { worked: 'worked together', studied: 'studied together', met: 'met' } as const;

/** The user's own word, then what LinkedIn says; only the word has a weight. */
function otherFacts(person: Person, tie: MyTie): Evidence[] {
  const { own } = person;
  const mine = { source: YOU_SAID, imports: [] as readonly ImportId[] };
  const all: Evidence[] = [];
  if (tie.label !== null) {
    const label = `${tie.label}, ${LABELS[tie.label] ?? ''}`;
    const text = own.closenessAssumed ? `Assumed: ${label}. You have not said it yourself.` : `Your word: ${label}.`;
    all.push({
      ...mine,
      ...(own.closenessAssumed ? { source: '' } : {}),
      text,
      on: own.closenessOn ?? null,
      weight: hasMessages(tie) ? labelShift(tie.label) : null,
      ordersOnly: true,
    });
  }
  for (const { how, on } of own.known) {
    all.push({ ...mine, text: `You ${HOW[how]}: you said so on ${longDay(on)}.`, on, weight: null });
  }
  const marks = [...person.marks].sort((a, b) => MARK_ORDER.indexOf(a.kind) - MARK_ORDER.indexOf(b.kind));
  for (const mark of marks) {
    const text = markSentence(callName(person), mark);
    all.push({ text, source: mark.file, on: mark.on, imports: mark.imports, weight: null });
  }
  const connected = connectedOn(person);
  if (connected && tie.facts.wrote + tie.facts.sent + tie.facts.waiting > 0) {
    all.push({ ...connected, text: `Connected on LinkedIn since ${connected.on.slice(0, 4)}.`, weight: null });
  }
  return all;
}

const MARK_ORDER: readonly Mark['kind'][] = [
  'they-recommended',
  'i-recommended',
  'they-invited',
  'i-invited',
  'they-endorsed',
  'i-endorsed',
  'group-thread',
  'large-meeting',
  'note',
];

function markSentence(name: string, mark: Mark): string {
  switch (mark.kind) {
    case 'they-recommended':
      return `${name} wrote a recommendation for you.`;
    case 'i-recommended':
      return `You wrote a recommendation for ${name}.`;
    case 'they-invited':
      return `${name} invited you to connect.`;
    case 'i-invited':
      return `You invited ${name} to connect.`;
    case 'they-endorsed':
      return `${name} endorsed you${mark.text ? ` for ${mark.text}` : ''}.`;
    case 'i-endorsed':
      return `You endorsed ${name}${mark.text ? ` for ${mark.text}` : ''}.`;
    case 'group-thread':
      return `You and ${name} are in a group conversation.`;
    case 'large-meeting':
      return `You and ${name} were in a larger meeting.`;
    case 'note':
      return mark.text ? `Your note in that file: ${mark.text}` : 'You kept a note in that file.';
  }
}

function connectedOn(person: Person): { on: Day; source: string; imports: readonly ImportId[] } | null {
  let best: { on: Day; source: string; imports: readonly ImportId[] } | null = null;
  for (const { connected, file, imports, gone } of person.sightings) {
    if (connected !== null && gone === null && (!best || connected < best.on))
      best = { on: connected, source: file, imports };
  }
  return best;
}

function fromMessages(person: Person): Omit<Evidence, 'text' | 'weight'> {
  const files = [...new Set(person.events.map((event) => event.file))].sort();
  const imports = [...new Set(person.events.flatMap((event) => event.imports))].sort();
  const last = Math.max(0, ...person.events.map((event) => Math.max(event.theirs.at(-1) ?? 0, event.mine.at(-1) ?? 0)));
  return { source: files.join(', '), on: last > 0 ? dayOf(last) : null, imports };
}
