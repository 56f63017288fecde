import type { Letter } from '#model/ask.ts';
import type { Target } from '#model/target.ts';
import type { Workspace } from '#model/workspace.ts';
import { companyNamed, type Named, personNamed } from './names.ts';
import { placeholdersIn } from './placeholder.ts';
import { countWords } from './words.ts';

/** Words on the one page (PLAYBOOK `letter`). */
export const WORDS_AT_MOST = 300;

export interface Hint {
  readonly code:
    | 'placeholder'
    | 'over-one-page'
    | 'over-300-words'
    | 'no-number'
    | 'verdict-on-hr'
    | 'begging'
    | 'confidential'
    | 'no-requisition'
    | 'no-next-step'
    | 'wrong-company'
    | 'wrong-manager'
    | 'life-story';
  /** The section it is about; null for the letter as a whole. */
  readonly section: 'greeting' | 'need' | 'did' | 'lack' | 'why' | 'next' | 'closing' | 'pairs' | null;
  /** One quiet sentence. */
  readonly text: string;
  /** The words it is about, as they stand in the letter; '' when nothing is to be found there. */
  readonly found: string;
}

/** What the hints compare with. `pages` is measured by the preview; null while it is not known. */
export interface LetterContext {
  readonly company: string;
  readonly manager: Named;
  readonly requisition: string;
  /** Companies and managers of other targets, for letters pasted from another one. */
  readonly otherCompanies: readonly string[];
  readonly otherManagers: readonly Named[];
  /** Former employers: figures beside their names are the ones to look at twice. */
  readonly employers: readonly string[];
  readonly pages: number | null;
}

export function letterContext(workspace: Workspace, target: Target, pages: number | null): LetterContext {
  const others = [...workspace.targets.values()].filter((other) => other.id !== target.id);
  const company = companyNamed(workspace, target.company);
  const manager = personNamed(workspace, target.manager);
  return {
    company,
    manager,
    requisition: target.requisition.trim(),
    otherCompanies: others.map((other) => companyNamed(workspace, other.company)).filter((name) => name !== company),
    otherManagers: others
      .map((other) => personNamed(workspace, other.manager))
      .filter(({ full }) => full !== manager.full),
    employers: workspace.me.employers.map(({ name }) => name).filter((name) => name !== ''),
    pages,
  };
}

type Section = NonNullable<Hint['section']>;

/** Quiet hints on a letter, in the order of the page; never a block. */
export function letterHints(letter: Letter, context: LetterContext): Hint[] {
  const texts = sectionsOf(letter);
  const whole = texts.map(([, text]) => text).join('\n');
  return [
    ...length(letter, context),
    ...texts.flatMap(([section, text]) =>
      placeholdersIn(text).map((found) => hint('placeholder', section, 'Still yours to write.', found)),
    ),
    ...proofs(letter),
    ...texts.flatMap(([section, text]) => phrases(section, text)),
    ...confidential(texts, context),
    ...names(texts, context),
    ...(context.requisition !== '' && !whole.includes(context.requisition)
      ? [hint('no-requisition', 'need', `The requisition number ${context.requisition} is missing.`, '')]
      : []),
    ...(letter.next.trim() === '' ? [hint('no-next-step', 'next', 'Say one clear next step.', '')] : []),
  ];
}

/** Words as printed: the two-column layout replaces the sections it stands for. */
export function wordsOf(letter: Letter): number {
  return countWords(
    sectionsOf(letter)
      .map(([, text]) => text)
      .join('\n'),
  );
}

function sectionsOf(letter: Letter): [Section, string][] {
  const inPairs = letter.pairs.length > 0;
  const body: [Section, string][] = inPairs
    ? [['pairs', letter.pairs.map(({ need, did }) => `${need}\n${did}`).join('\n')]]
    : [
        ['need', letter.need],
        ['did', letter.did],
      ];
  return [
    ['greeting', letter.greeting],
    ...body,
    ['lack', letter.lack],
    ['why', letter.why],
    ['next', letter.next],
    ['closing', letter.closing],
  ];
}

function length(letter: Letter, { pages }: LetterContext): Hint[] {
  const words = wordsOf(letter);
  return [
    ...(pages !== null && pages > 1
      ? [hint('over-one-page', null, 'The letter runs over one page. Cut until it ends on the first.', '')]
      : []),
    ...(words > WORDS_AT_MOST
      ? [hint('over-300-words', null, `${words} words; aim at ${WORDS_AT_MOST} at most.`, '')]
      : []),
  ];
}

function proofs(letter: Letter): Hint[] {
  const paired = letter.pairs.length > 0;
  const lines = paired ? letter.pairs.map(({ did }) => did) : letter.did.split('\n');
  const proofLines = lines.filter((line) => line.trim() !== '' && placeholdersIn(line).length === 0);
  const bare = proofLines.find((line) => !HAS_NUMBER.test(line));
  return bare === undefined
    ? []
    : [hint('no-number', paired ? 'pairs' : 'did', 'A proof without a number is an opinion.', bare.replace(/^- /, ''))];
}

const HAS_NUMBER =
  /\p{N}|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|half|third|quarter|twice|double|doubled|tripled|halved)\b/iu;

/** A judgement of HR in one clause. The neutral one ("When I spoke with your HR team …") is fine. */
const VERDICT =
  /\b(hr|human resources|recruit(er|ers|ing|ment)|talent acquisition|screen(er|ers|ing)?)\b[^.!?\n]{0,80}\b(wrong(ly)?|mistak(e|en|enly)|unfair(ly)?|overlook(ed)?|fail(ed|s)?|ignor(ed|es)|missed|did ?n[o']t (read|understand|look|bother|see)|reject(ed|ion)|turned me down|dismissed|refused|misjudged|never (read|looked|answered|replied)|blocked|incompetent|box(es)? (to )?tick|filter(ed)? me)\b/i;
const VERDICT_BEFORE =
  /\b(unfair(ly)?|wrong(ly)?|mistakenly|unfortunately|despite|overlooked|rejected|turned down|dismissed|ignored|blocked|filtered)\b[^.!?\n]{0,50}\b(by )?(your |the )?(hr|human resources|recruiters?|talent acquisition)\b/i;
const BEGGING =
  /\b(beg(ging)?|desperate(ly)?|please,? please|i (really |badly |urgently )need (this|a|the) (job|role|position|chance)|any (job|position|role|opportunity) (at all|would do|you have)|give me (just )?(a|one|this|another) chance|last (hope|chance)|i would do anything|i'?ll do anything|sorry to (bother|disturb|trouble)|i know you are (very |so )?busy|forgive me for|humbly|pleading?|dream (job|company)|i would be (so|eternally|forever) grateful|take pity|reconsider)\b/i;
const LIFE_STORY =
  /\b(since (my )?childhood|ever since i was|i was born|as a child|my (entire|whole) life|laid off|lost my job|let go|unemployed|made redundant)\b/i;

function phrases(section: Section, text: string): Hint[] {
  const found = (pattern: RegExp) => pattern.exec(text)?.[0] ?? '';
  const verdict = found(VERDICT) || found(VERDICT_BEFORE);
  const begging = found(BEGGING);
  const story = found(LIFE_STORY);
  return [
    ...(verdict
      ? [
          hint(
            'verdict-on-hr',
            section,
            'No verdict on HR. One neutral clause is enough: what you understood to matter most.',
            verdict,
          ),
        ]
      : []),
    ...(begging ? [hint('begging', section, 'This asks for a favour. Say what you bring.', begging)] : []),
    ...(story ? [hint('life-story', section, 'The page is about their problem, not about your search.', story)] : []),
  ];
}

const SECRET =
  /\b(confidential(ly)?|internal(ly)? only|not (yet )?public|unpublished|under nda|non-disclosure|undisclosed|trade secret|secret)\b/i;
const MONEY =
  /([$€£¥]\s?\p{N}[\p{N}.,]{0,20}\s?(k|m|bn|million|billion|thousand)?|(?<![\p{N}.,])\p{N}[\p{N}.,]{0,20}\s?(k|m|bn|million|billion|mio|mrd)?\s?(usd|eur|gbp|chf|dollars?|euros?|pounds?|[€$£]))/iu;
const INSIDE_FIGURE =
  /\b(revenue|turnover|margin|profit|ebitda|arr|mrr|churn|salary|salaries|payroll|burn rate|valuation|deal size|pipeline|price list|customer list)\b/i;

/** A sum or an inside figure in one sentence with a former employer's name, or words that say it is secret. */
function confidential(texts: readonly [Section, string][], { employers }: LetterContext): Hint[] {
  const words = 'May be confidential to a former employer. A percentage or a factor says the same.';
  for (const [section, text] of texts) {
    for (const sentence of text.split(/(?<=[.!?])\s+|\n/)) {
      const secret = SECRET.exec(sentence)?.[0];
      if (secret !== undefined) return [hint('confidential', section, words, secret)];
      const named = employers.some((name) => mentions(sentence, name));
      const sum = MONEY.exec(sentence)?.[0];
      if (sum !== undefined && (named || INSIDE_FIGURE.test(sentence)))
        return [hint('confidential', section, words, sum.trim())];
    }
  }
  return [];
}

/** Names of another letter: the company or the manager of another target, or a greeting to somebody else. */
function names(texts: readonly [Section, string][], context: LetterContext): Hint[] {
  const hints: Hint[] = [];
  for (const [section, text] of texts) {
    const company = context.otherCompanies.find(
      (name) =>
        name !== '' && !context.employers.includes(name) && mentions(text, name) && !within(context.company, name),
    );
    if (company !== undefined)
      hints.push(
        hint(
          'wrong-company',
          section,
          `This names ${company}; the letter goes to ${context.company || 'another company'}.`,
          company,
        ),
      );
    const other = context.otherManagers.find(({ full }) => full !== '' && mentions(text, full));
    if (other)
      hints.push(
        hint(
          'wrong-manager',
          section,
          `This names ${other.full}; the letter goes to ${context.manager.full || 'somebody else'}.`,
          other.full,
        ),
      );
  }
  const greeting = texts.find(([section]) => section === 'greeting')?.[1] ?? '';
  const { full, first } = context.manager;
  const known = [full, first, full.split(' ').at(-1) ?? ''].filter((name) => name !== '');
  const general = /hiring (manager|team)|sir|madam|team|hello,?$|^\s*$/i.test(greeting);
  if (
    known.length > 0 &&
    !general &&
    !hints.some(({ code }) => code === 'wrong-manager') &&
    !known.some((name) => mentions(greeting, name))
  ) {
    hints.push(hint('wrong-manager', 'greeting', `The letter goes to ${full}.`, greeting.trim()));
  }
  return hints;
}

/** Whole words only, whatever the case: "Acme" is not in "Acmeville". */
function mentions(text: string, name: string): boolean {
  const folded = ` ${fold(text)} `;
  const wanted = fold(name);
  return wanted !== '' && folded.includes(` ${wanted} `);
}

function within(company: string, other: string): boolean {
  return mentions(company, other);
}

function fold(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

function hint(code: Hint['code'], section: Hint['section'], text: string, found: string): Hint {
  return { code, section, text, found };
}
