import { z } from 'zod';

// Before the first schema: without it zod tries `new Function`, which the page's CSP reports.
z.config({ jitless: true });

/** Every id says its kind: `person:…`. A foreign id is a type error, and no id can be `__proto__`. */
export type Kind = 'person' | 'company' | 'target' | 'tie' | 'import' | 'ask' | 'file' | 'question';
export type Id<K extends Kind = Kind> = `${K}:${string}`;
export type PersonId = Id<'person'>;
export type CompanyId = Id<'company'>;
export type TargetId = Id<'target'>;
export type TieId = Id<'tie'>;
export type ImportId = Id<'import'>;
export type AskId = Id<'ask'>;
export type FileId = Id<'file'>;
export type QuestionId = Id<'question'>;
/** The one record that is not in a collection. */
export type MeId = 'me:me';

const schemaOf = <K extends Kind>(kind: K) => z.templateLiteral([`${kind}:`, z.string().min(1).max(80)]);

export const personId = schemaOf('person');
export const companyId = schemaOf('company');
export const targetId = schemaOf('target');
export const tieId = schemaOf('tie');
export const importId = schemaOf('import');
export const askId = schemaOf('ask');
export const fileId = schemaOf('file');
export const questionId = schemaOf('question');

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const LENGTH = 16;
/** Random bytes are drawn for 256 ids at a time: an import makes tens of thousands. */
const pool = new Uint8Array(256 * LENGTH);
let used = pool.length;

/** A fresh random id: 16 characters of 5 bits. */
export function newId<K extends Kind>(kind: K): Id<K> {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    for (let at = 0; at < pool.length; at++) pool[at] = CODES[(pool[at] ?? 0) & 31] ?? 0;
    used = 0;
  }
  used += LENGTH;
  return `${kind}:${String.fromCharCode(...pool.subarray(used - LENGTH, used))}`;
}

export function kindOf(id: Id | MeId): Kind | 'me' {
  return id.slice(0, id.indexOf(':')) as Kind | 'me';
}

/** The id of the tie between two people: the same whichever comes first. */
export function tieIdOf(a: PersonId, b: PersonId): TieId {
  const [first, second] = a < b ? [a, b] : [b, a];
  return `tie:${first.slice(7)}~${second.slice(7)}`;
}
