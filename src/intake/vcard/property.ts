import { textOfBytes } from '#intake/byte-text.ts';

/** One property of a card: `item1.EMAIL;TYPE=INTERNET:ada@example.org`. */
export interface Property {
  /** Upper case, without its group. */
  readonly name: string;
  /** Upper-case names; a bare 2.1 parameter (`CELL`) is a TYPE. */
  readonly params: readonly (readonly [name: string, value: string])[];
  /** Decoded to text, escapes still in it. */
  readonly value: string;
}

const NAME = /^(?:[A-Za-z0-9_-]+\.)?([A-Za-z0-9-]+)/;
const ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT']);

/** A line as a property; null when it is none (a stray line of a picture). `page`: how a value without CHARSET is read. */
export function propertyOf(line: string, page?: string): Property | null {
  const name = NAME.exec(line);
  if (!name) return null;
  const colon = colonOf(line, name[0].length);
  if (colon < 0) return null;
  const params = splitOutsideQuotes(line.slice(name[0].length, colon)).flatMap((part) => paramsOf(part.trim()));
  const encoding = params.find(([key]) => key === 'ENCODING')?.[1].toUpperCase() ?? '';
  const charset = params.find(([key]) => key === 'CHARSET')?.[1] ?? '';
  const value = textOfBytes(decoded(line.slice(colon + 1), encoding), charset, page);
  return { name: (name[1] ?? '').toUpperCase(), params, value };
}

export function typesOf({ params }: Property): string[] {
  return params.flatMap(([key, value]) => (key === 'TYPE' ? value.toLowerCase().split(',') : []));
}

/** The parts of a structured value (`N`, `ORG`), each unescaped. */
export function partsOf(value: string): string[] {
  return value.split(/(?<!\\)((?:\\\\)*);/).reduce<string[]>((parts, text, index) => {
    // The captured pairs of backslashes belong to the part before them.
    if (index % 2 === 1) parts.push(`${parts.pop() ?? ''}${text}`);
    else parts.push(text);
    return parts;
  }, []);
}

/** `\,` and `\;` as they are meant. Of `\n` only 3.0 and 4.0 make a line end; 2.1 has it literally. */
export function unescaped(value: string, version: string): string {
  if (!value.includes('\\')) return value;
  if (version.startsWith('2')) return value.replace(/\\([;,])/g, '$1');
  return value.replace(/\\(.)/gs, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));
}

function colonOf(line: string, from: number): number {
  let quoted = false;
  for (let at = from; at < line.length; at++) {
    const char = line[at];
    if (char === '"') quoted = !quoted;
    else if (char === ':' && !quoted) return at;
  }
  return line.indexOf(':', from);
}

function splitOutsideQuotes(text: string): string[] {
  return text.match(/(?:[^;"]|"[^"]*"?)+/g) ?? [];
}

function paramsOf(part: string): [string, string][] {
  const equals = part.indexOf('=');
  if (equals < 0) return part === '' ? [] : [[ENCODINGS.has(part.toUpperCase()) ? 'ENCODING' : 'TYPE', part]];
  return [
    [
      part.slice(0, equals).trim().toUpperCase(),
      part
        .slice(equals + 1)
        .replaceAll('"', '')
        .trim(),
    ],
  ];
}

/** Each `=E4` as its byte. */
export function unquoted(value: string): string {
  return value.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decoded(value: string, encoding: string): string {
  if (encoding === 'QUOTED-PRINTABLE') return unquoted(value);
  if (encoding !== 'BASE64' && encoding !== 'B') return value;
  try {
    return atob(value.replace(/\s+/g, ''));
  } catch {
    return value;
  }
}
