import { bytesOf } from '#intake/byte-text.ts';
import { companyEntriesNote } from '#intake/company-entries.ts';
import { type ContentLine, contentLines, QUOTED_PRINTABLE } from '#intake/content-lines.ts';
import { decode } from '#intake/decode.ts';
import { pageChoices } from '#intake/encoding/page-choice.ts';
import { plainText } from '#intake/encoding/plain-text.ts';
import { breathe } from '#intake/pause.ts';
import { Out, type ReadContext, type Reader, type Source } from '#intake/source.ts';
import { contentOf } from './card.ts';
import { type Property, propertyOf, unquoted } from './property.ts';

const CARDS_PER_BREATH = 512;
const BEGIN = /^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t\r]*$/im;

/**
 * vCards of 2.1, 3.0 and 4.0, card by card: a bad one costs one card. Takeout writes the same card once for
 * each label, and Outlook one card a file, so cards that came together are read together.
 */
export const vcardReader: Reader = {
  kind: 'vcard',
  pools: () => '',
  claims: ({ head }) => BEGIN.test(head.slice(0, 4096)),
  read: async (source, context) => {
    const out = new Out(source, 'vcard');
    const counts = { again: 0, companies: 0 };
    const seen = new Set<string>();
    const parts = source.parts ?? [source];
    const page = await pageOf(parts, out);
    for (const part of parts) {
      out.part = part.file;
      await readCards(part, page, out, context, seen, counts);
      context.passed(part.size);
    }
    out.part = '';
    out.note = noteOf(counts);
    return out.done();
  },
};

async function readCards(
  source: Source,
  page: string | undefined,
  out: Out,
  { tick, signal }: ReadContext,
  seen: Set<string>,
  counts: { again: number; companies: number },
): Promise<void> {
  let cards = 0;
  for (const { properties, row } of cardsOf(contentLines(utf8(await source.bytes())), page, out)) {
    out.rows++;
    const content = contentOf(properties, row, out);
    if (content.is === 'company') counts.companies++;
    else if (content.is === 'person') {
      const key = JSON.stringify({ ...content.candidate, row: 0 });
      if (seen.has(key)) counts.again++;
      else out.candidates.push(content.candidate);
      seen.add(key);
    }
    if (++cards % CARDS_PER_BREATH === 0) {
      tick(CARDS_PER_BREATH);
      await breathe(signal);
    }
  }
  tick(cards % CARDS_PER_BREATH);
}

/**
 * How values are written that name no charset and are no UTF-8 (classic Outlook, old phones): found for all
 * cards together. undefined when there are none.
 */
async function pageOf(parts: readonly Source[], out: Out): Promise<string | undefined> {
  const lines: string[] = [];
  for (const part of parts)
    for (const { text } of contentLines(utf8(await part.bytes())))
      if (!/^[^:]*;CHARSET=/i.test(text)) {
        const line = QUOTED_PRINTABLE.test(text) ? unquoted(text) : text;
        if (/[\u0080-\u00ff]/.test(line) && plainText(bytesOf(line), 'utf-8') === null) lines.push(line);
      }
  if (lines.length === 0) return undefined;
  const [source, ...others] = parts;
  const sample = bytesOf(lines.join('\n'));
  const decoded = decode(sample, source?.page);
  if (others.length === 0) out.codePage = pageChoices(sample, decoded);
  return decoded.is === 'text' ? decoded.encoding : undefined;
}

/** UTF-16 files are made UTF-8; all others stay as they are, for each property names its own charset. */
function utf8(bytes: Uint8Array): Uint8Array {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  return utf16 ? new TextEncoder().encode(new TextDecoder(utf16).decode(bytes)) : bytes;
}

/** The cards of a file. A card in a card (the assistant in 2.1's AGENT) is nobody of its own. */
function* cardsOf(
  lines: Iterable<ContentLine>,
  page: string | undefined,
  out: Out,
): Generator<{ properties: Property[]; row: number }> {
  let card: { properties: Property[]; row: number } | null = null;
  let inside = 0;
  for (const { text, row } of lines) {
    const property = propertyOf(text, page);
    const isCard = property?.value.trim().toUpperCase() === 'VCARD';
    if (isCard && property?.name === 'BEGIN') {
      const isAgent = card?.properties.at(-1)?.name === 'AGENT';
      if (card && isAgent) inside++;
      else {
        if (card) yield withoutEnd(card, out);
        card = { properties: [], row };
        inside = 0;
      }
    } else if (isCard && property?.name === 'END') {
      if (inside > 0) inside--;
      else {
        if (card) yield card;
        card = null;
      }
    } else if (card && property && inside === 0) card.properties.push(property);
  }
  if (card) yield withoutEnd(card, out);
}

function withoutEnd<T extends { row: number }>(card: T, out: Out): T {
  out.problem(card.row, 'END', 'truncated', 'This card has no end; what is there went in.');
  return card;
}

function noteOf({ again, companies }: { again: number; companies: number }): string {
  const repeated = again === 0 ? '' : `${again} of the cards ${again === 1 ? 'is' : 'are'} there more than once.`;
  return [repeated, companyEntriesNote(companies)].filter((text) => text !== '').join(' ');
}
