import { z } from 'zod';
import { fail, ok, type Result } from '#model/result.ts';
import { day } from '#model/time.ts';
import { type CapsuleProblem, MAX_CAPSULE_TEXT, openCapsule, sealCapsule } from './capsule.ts';
import { ANSWERS, type TravellingAnswer, type TravellingQuestion } from './types.ts';

/** Lines that a capsule broken on its way is put together from. */
const MOST_PIECES = 20;

/** What stands before a capsule in a link, in a chat or in a file. */
const MARKS = { question: '#ask=', answer: '#answer=' } as const;

const text = (longest: number) => z.string().max(longest);
const answer = z.enum(ANSWERS);
const id = z.string().min(4).max(80);

// Arrays, not objects: in a link every letter counts.
const questionSchema = z.tuple([
  z.literal('q'),
  id,
  text(120),
  text(120),
  day,
  text(600),
  z
    .array(z.tuple([text(200), text(200)]))
    .min(1)
    .max(100),
]);
const answerSchema = z.tuple([
  z.literal('a'),
  id,
  text(120),
  day,
  z.array(answer.nullable()).max(100),
  z.array(z.tuple([text(200), text(200), answer])).max(200),
  text(2000),
  z.boolean(),
]);

export type Travelling =
  | { readonly is: 'question'; readonly question: TravellingQuestion }
  | { readonly is: 'answer'; readonly answer: TravellingAnswer };

/** The question as a short text that any chat carries and that a link may end with. */
export async function packQuestion(
  { id: name, from, to, on, line, names }: TravellingQuestion,
  passphrase: string,
): Promise<string> {
  const content: z.infer<typeof questionSchema> = [
    'q',
    name,
    from,
    to,
    on,
    line,
    names.map((one) => [one.name, one.company]),
  ];
  return MARKS.question + (await sealCapsule(JSON.stringify(content), passphrase));
}

/** The answer, likewise. */
export async function packAnswer(said: TravellingAnswer, passphrase: string): Promise<string> {
  const more = said.more.map((one): [string, string, (typeof ANSWERS)[number]] => [one.name, one.company, one.answer]);
  const content: z.infer<typeof answerSchema> = [
    'a',
    said.id,
    said.by,
    said.on,
    [...said.answers],
    more,
    said.remark,
    said.leaveMeOut,
  ];
  return MARKS.answer + (await sealCapsule(JSON.stringify(content), passphrase));
}

/** A link that opens the app at `address` with the capsule in its fragment, which no server is sent. */
export function linkTo(address: string, capsule: string): string {
  return address.replace(/#.*$/, '') + capsule;
}

/** Whether a text carries a question or an answer. */
export function hasCapsule(text: string): boolean {
  return /#(?:ask|answer)=[\w-]/.test(text);
}

/** Finds a capsule in a link, a pasted message or a file, and reads it through its schema. */
export async function readCapsule(pasted: string, passphrase: string): Promise<Result<Travelling, CapsuleProblem>> {
  if (pasted.length > 2 * MAX_CAPSULE_TEXT) return fail('too-large');
  const found = /#(?:ask|answer)=([\w-].*)/s.exec(pasted)?.[1];
  if (!found) return fail('none');
  // A chat or mail program may have broken it into lines, and words may follow: one more piece at a time.
  const pieces = found.split(/\s+/, MOST_PIECES).map((piece) => /^[\w-]*/.exec(piece)?.[0] ?? '');
  let capsule = '';
  let first: Result<string, CapsuleProblem> | null = null;
  for (const piece of pieces) {
    capsule += piece;
    const opened = await openCapsule(capsule, passphrase);
    if (opened.ok) return parse(opened.value);
    first ??= opened;
    if (opened.error !== 'damaged') return opened;
  }
  return first ?? fail('none');
}

function parse(content: string): Result<Travelling, CapsuleProblem> {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    return fail('damaged');
  }
  const question = questionSchema.safeParse(data);
  if (question.success) {
    const [, name, from, to, on, line, names] = question.data;
    const asked = names.map(([one, company]) => ({ name: one, company }));
    return ok({ is: 'question', question: { id: name, from, to, on, line, names: asked } });
  }
  const said = answerSchema.safeParse(data);
  if (!said.success) return fail('damaged');
  const [, name, by, on, answers, more, remark, leaveMeOut] = said.data;
  const added = more.map(([one, company, says]) => ({ name: one, company, answer: says }));
  return ok({ is: 'answer', answer: { id: name, by, on, answers, more: added, remark, leaveMeOut } });
}

const SENTENCES: Record<CapsuleProblem, string> = {
  none: 'There is no question or answer of Handcarry in this text. Paste the whole message or link, from "#" to its end.',
  'too-large': 'This text is far longer than any question or answer. Paste only the message or link itself.',
  damaged: 'This question or answer did not arrive whole, or was changed on its way. Ask for it to be sent again.',
  newer: 'This was made by a newer version of Handcarry. Reload this page to get the new version, then open it again.',
  'needs-passphrase': 'This is protected by a passphrase. Type the one you agreed on.',
  'wrong-passphrase': 'That is not the passphrase this was protected with. Nothing was taken in.',
};

/** What to tell the person when a capsule is refused. */
export function capsuleSentence(problem: CapsuleProblem): string {
  return SENTENCES[problem];
}
