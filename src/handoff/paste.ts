import { decoded, tokensOf } from './html-tokens.ts';
import { countWords } from './words.ts';

/** Characters of formatted text that are read at most. */
const MOST_HTML = 4_000_000;
/** Characters that a section takes from one paste; a page has some 3,000. */
export const MOST_PASTED = 30_000;
/** Documents are not nested deeper; what is inside counts as this level. */
const DEEPEST = 200;

const SKIPPED = setOf(
  'head xml script style title textarea template noscript iframe object embed svg math select button audio video canvas',
);
const PARAGRAPH = setOf('p h1 h2 h3 h4 h5 h6 blockquote pre ul ol table section article');
const LINE = setOf('div li tr td th dt dd header footer address figure hr');
const BOLD = setOf('b strong th h1 h2 h3 h4 h5 h6');
const VOID = setOf('br hr img input meta link col area base wbr source track param');
/** A second one inside ends the first. */
const ENDS_ITSELF = setOf('p li tr td th dt dd option');

/**
 * What to put in for a paste: the formatted text in the marks of a letter section, else the plain one. Where
 * the formatted text holds clearly fewer words than the plain one, the plain one counts: nothing is lost.
 */
export function pastedText(html: string, plain: string): { readonly text: string; readonly cut: boolean } {
  const marked = html === '' ? '' : markupOf(html);
  const whole = countWords(marked) * 10 < countWords(plain) * 9 ? plain.replace(/\r\n?/g, '\n') : marked;
  return { text: whole.slice(0, MOST_PASTED), cut: whole.length > MOST_PASTED };
}

/**
 * Formatted text from the clipboard (Word, Google Docs, LibreOffice, mail): bold, list items and paragraphs as
 * the marks of a section, everything else dropped. Nothing of it ever becomes an element. What is more than a
 * section takes is not read.
 */
export function markupOf(html: string): string {
  let written = '';
  let before: Line | null = null;
  for (const line of linesOf(html.slice(0, MOST_HTML))) {
    const text = textOf(line);
    if (text === '') continue;
    if (before) written += before.item && line.item ? '\n' : line.apart || before.item !== line.item ? '\n\n' : '\n';
    written += text;
    before = line;
  }
  return written;
}

interface Line {
  readonly item: boolean;
  /** A paragraph of its own, not the next line of one. */
  readonly apart: boolean;
  readonly runs: { text: string; readonly bold: boolean }[];
}

interface Level {
  readonly name: string;
  readonly bold: boolean;
  readonly skipped: boolean;
  readonly item: boolean;
}

const GROUND: Level = { name: '', bold: false, skipped: false, item: false };

function* linesOf(html: string): Generator<Line> {
  const levels: Level[] = [GROUND];
  let left = 2 * MOST_PASTED;
  let runs: Line['runs'] = [];
  let item = false;
  let apart = false;
  let empty = true;
  function* end(paragraph: boolean): Generator<Line> {
    if (!empty) {
      yield { item, apart, runs };
      apart = false;
      item = false;
    }
    apart ||= paragraph;
    runs = [];
    empty = true;
  }
  for (const token of tokensOf(html)) {
    const here = levels.at(-1) ?? GROUND;
    if (token.is === 'text') {
      if (here.skipped) continue;
      const text = decoded(token.text)
        .replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
        .slice(0, left);
      item ||= here.item && empty;
      empty &&= text.trim() === '';
      runs.push({ text, bold: here.bold });
      left -= text.length;
      if (left <= 0) break;
      continue;
    }
    const { name } = token;
    if (name === 'br' && !here.skipped) {
      // A line cannot go on inside an item; an empty line parts paragraphs.
      if (here.item) runs.push({ text: ' ', bold: false });
      else yield* end(empty);
    } else if (PARAGRAPH.has(name)) yield* end(true);
    else if (LINE.has(name)) yield* end(false);
    if (token.is === 'close') leave(levels, name);
    else if (!VOID.has(name)) enter(levels, name, token.attributes);
  }
  yield* end(false);
}

function enter(levels: Level[], name: string, attributes: string): void {
  if (ENDS_ITSELF.has(name) && levels.at(-1)?.name === name) levels.pop();
  const { bold, skipped, item } = levels.at(-1) ?? GROUND;
  if (levels.length > DEEPEST || attributes.trimEnd().endsWith('/')) return;
  const style = attributes.slice(0, 2_000);
  levels.push({
    name,
    bold: BOLD_STYLE.test(style) || (!NOT_BOLD.test(style) && (bold || BOLD.has(name))),
    skipped: skipped || SKIPPED.has(name) || HIDDEN.test(style),
    item: item || name === 'li' || LIST_STYLE.test(style),
  });
}

/** Whatever is open inside ends with it; an end tag of nothing open is passed over. */
function leave(levels: Level[], name: string): void {
  const from = Math.max(1, levels.length - DEEPEST);
  const at = levels.findLastIndex((level, i) => i >= from && level.name === name);
  if (at > 0) levels.length = at;
}

const BOLD_STYLE = /(?<![\w-])font-weight\s*:\s*(bold|[6-9]00)/i;
const NOT_BOLD = /(?<![\w-])font-weight\s*:\s*(normal|lighter|[1-5]00)/i;
/** Word marks the sign before an item as to be ignored, and hidden text. */
const HIDDEN = /mso-list\s*:\s*ignore|mso-hide\s*:\s*all|display\s*:\s*none|visibility\s*:\s*hidden/i;
const LIST_STYLE = /mso-list\s*:\s*l\d/i;

/** Runs of one weight between their marks, spaces outside of them. */
function textOf({ item, runs }: Line): string {
  const merged: Line['runs'] = [];
  for (const { text, bold } of runs) {
    const last = merged.at(-1);
    // Space alone has no weight.
    if (last && (last.bold === bold || text.trim() === '')) last.text += text;
    else merged.push({ text, bold });
  }
  const marked = merged.map(({ text, bold }) => {
    const words = text.replaceAll('\u00ad', '');
    const core = words.trim();
    if (!bold || core === '') return words;
    const at = words.indexOf(core);
    return `${words.slice(0, at)}**${core}**${words.slice(at + core.length)}`;
  });
  const text = marked
    .join('')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .trim();
  return item && text !== '' ? `- ${text.replace(/^[-•·*–]\s+/, '')}` : text;
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
