import { pageChoices } from '#intake/encoding/page-choice.ts';
import type { Columns } from './columns.ts';
import { decode } from './decode.ts';
import { Out, type ReadContext, type Reader, type Source } from './source.ts';
import { findHeader, guessHeader, Table } from './table.ts';
import type { FileKind } from './types.ts';

/** What a reader of tables needs to say: which header is its own, and what its rows mean. */
export interface TableKind {
  readonly kind: FileKind;
  readonly knows: (columns: Columns, source: Source) => boolean;
  /** True where no cell spans lines, which makes the reader proof against stray quotes. */
  readonly oneLine?: boolean;
  /** Fills `out` from the table. Long loops call `breathe` now and then. */
  readonly fill: (table: Table, out: Out, context: ReadContext) => void | Promise<void>;
}

/** A Reader of one kind of table: finds its header by content and splits the rows. */
export function tableReader({ kind, knows, fill, oneLine = false }: TableKind): Reader {
  return {
    kind,
    claims: (source) => source.head !== '' && findHeader(source.head, (columns) => knows(columns, source)) !== null,
    read: async (source, context) => {
      const out = new Out(source, kind);
      const table = await tableOf(source, out, (columns) => knows(columns, source), oneLine);
      if (table) await fill(table, out, context);
      return out.done();
    },
  };
}

/**
 * The table of a file under the header that `knows`, or under the likeliest one; null without any. `out` is
 * told how else its letters can be read.
 */
export async function tableOf(
  source: Source,
  out: Out,
  knows: ((columns: Columns) => boolean) | null,
  oneLine = false,
): Promise<Table | null> {
  const bytes = await source.bytes();
  const decoded = decode(bytes, source.page);
  if (decoded.is === 'binary') return null;
  out.codePage ??= pageChoices(bytes, decoded);
  const found = knows ? findHeader(decoded.text, knows) : guessHeader(decoded.text);
  return found ? new Table(decoded.text, found, oneLine) : null;
}
