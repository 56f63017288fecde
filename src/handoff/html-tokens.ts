/** A piece of HTML, as far as a letter needs it. Attributes are kept as they are written. */
export type Token =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** Their content is not text: it ends at their own end tag only. */
const RAW: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);

/**
 * HTML cut into tags and texts, for reading only: nothing is ever built from it. Comments (Word's conditional
 * ones too), declarations and raw content are left out. Each character is looked at a fixed number of times.
 */
export function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const less = html.indexOf('<', at);
    const end = less < 0 ? html.length : less;
    if (end > at) yield { is: 'text', text: html.slice(at, end) };
    if (less < 0) return;
    const next = html[less + 1] ?? '';
    if (next === '!' || next === '?') {
      at = html.startsWith('<!--', less) ? after(html, '-->', less + 4) : after(html, '>', less + 2);
    } else if (/[a-z/]/i.test(next)) {
      const tag = tagAt(html, less);
      yield tag.token;
      at = tag.token.is === 'open' && RAW.has(tag.token.name) ? endOfRaw(html, tag.token.name, tag.end) : tag.end;
    } else {
      yield { is: 'text', text: '<' };
      at = less + 1;
    }
  }
}

function after(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from);
  return found < 0 ? html.length : found + what.length;
}

const NAME = /[a-z][^\s/>]{0,40}/iy;

function tagAt(html: string, less: number): { token: Token; end: number } {
  const closing = html[less + 1] === '/';
  const start = less + (closing ? 2 : 1);
  NAME.lastIndex = start;
  const name = NAME.exec(html)?.[0] ?? '';
  const end = endOfTag(html, start + name.length);
  return {
    token: {
      is: closing ? 'close' : 'open',
      name: name.toLowerCase(),
      attributes: closing ? '' : html.slice(start + name.length, end - 1),
    },
    end,
  };
}

/** One past the `>`; one in quotes is part of a value. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const letter = html[at];
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at + 1;
  }
  return html.length;
}

function endOfRaw(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?![a-z0-9-])`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  return found?.index ?? html.length;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['hellip', '…'],
  ['bull', '•'],
  ['euro', '€'],
  ['trade', '™'],
  ['shy', ''],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
]);

/** The names of the Latin-1 signs from 160 on, in their order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not - reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
for (const [at, name] of LATIN.split(' ').entries()) NAMED.set(name, String.fromCharCode(160 + at));

/** The signs that references stand for, each once: what comes out is text and is not read again. */
export function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]{1,7}));/gi, (whole, hex, dec, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    const wrong = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
    return wrong ? '\ufffd' : String.fromCodePoint(code);
  });
}
