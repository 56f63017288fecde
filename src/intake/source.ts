import type { Problem, ProblemCode } from '#model/problem.ts';
import type { Day } from '#model/time.ts';
import type { ColumnMeaning, FileKind, MaybeOwner, OwnFacts, ReadOut } from './types.ts';

/** One file as a reader gets it: dropped by the person, or opened out of an archive. */
export interface Source {
  /** As shown in reports: `Connections.csv` or `export.zip/Connections.csv`. */
  readonly file: string;
  /** The archive it came in, '' when it was dropped as it is. */
  readonly archive: string;
  readonly size: number;
  /** The first bytes as Latin-1, for magic numbers. */
  readonly start: string;
  /** The first 64 KB as text; '' when they are binary. */
  readonly head: string;
  /** All bytes at once; for anything but a mailbox. */
  bytes(): Promise<Uint8Array>;
  /**
   * The bytes in order, up to a few megabytes at a time. A piece is good only until the next is asked for.
   *
   * @throws when the file (or its archive) is damaged, and the signal's reason when cancelled.
   */
  chunks(): AsyncIterable<Uint8Array>;
  /** The code page that the person chose for it. */
  readonly page?: string;
  /** Files that say one thing together: cards repeated under each label, e-mails saved one by one. */
  readonly parts?: readonly Source[];
}

/** What readers share while the files of one drop are read. */
export interface ReadContext {
  readonly today: Day;
  readonly signal: AbortSignal | undefined;
  /** Column mappings the person gave before, by `headerKey`. */
  readonly mappings: ReadonlyMap<string, readonly ColumnMeaning[]>;
  /** The owner as Profile.csv of the same archive (or drop) names them; '' when it was not there. */
  readonly ownName: string;
  /** Profile slugs the user has already given as their own. */
  readonly ownProfiles: readonly string[];
  /** The user's own e-mail addresses, as they gave them or their LinkedIn export does. */
  readonly ownEmails: readonly string[];
  /** Addresses that earlier files of the drop (a mailbox, a calendar) turned out to belong to. */
  readonly foundEmails: readonly string[];
  /** Who the person said they are in this file (`MaybeOwner.key`); '' when nothing was asked. */
  readonly said: string;
  /** Tells the screen how many more rows were read. */
  readonly tick: (rows: number) => void;
  /** Tells the screen how many more bytes of a long file were read. */
  readonly passed: (bytes: number) => void;
}

/**
 * One kind of file. To add a source, write a Reader and put it into the list in readers.ts: the first
 * one that claims a file reads it.
 */
export interface Reader {
  readonly kind: FileKind;
  /** Files of one archive, or dropped loose together, with the same answer are read as one Source with `parts`. */
  readonly pools?: (source: Source) => string;
  /** Decided by content (`head`); the name only tells decoys apart. */
  readonly claims: (source: Source) => boolean;
  readonly read: (source: Source, context: ReadContext) => Promise<ReadOut>;
}

/** A ReadOut under construction; `done` freezes it. */
export class Out {
  readonly candidates: ReadOut['candidates'][number][] = [];
  readonly messages: ReadOut['messages'][number][] = [];
  readonly marks: ReadOut['marks'][number][] = [];
  readonly seeds: ReadOut['seeds'][number][] = [];
  readonly problems: Problem[] = [];
  own: Partial<OwnFacts> = {};
  whose: readonly MaybeOwner[] = [];
  ownerSaid = false;
  codePage: ReadOut['codePage'] = null;
  rows = 0;
  hidden = 0;
  /** What was left out on purpose, as a sentence for the report. */
  note = '';
  newest: number | null = null;
  /** The part that is being read, '' when the source is one file. */
  part = '';

  constructor(
    readonly source: Pick<Source, 'file' | 'archive' | 'size'>,
    readonly kind: FileKind,
  ) {}

  problem(row: number, field: string, code: ProblemCode, message: string, original?: string): void {
    const place = { file: this.part || this.source.file, row, field, code, message };
    this.problems.push(original === undefined ? place : { ...place, original });
  }

  /** Takes a moment (UTC seconds) into account for the newest date of the file. */
  saw(seconds: number): void {
    if (this.newest === null || seconds > this.newest) this.newest = seconds;
  }

  done(): ReadOut {
    const {
      candidates,
      messages,
      marks,
      seeds,
      problems,
      own,
      whose,
      ownerSaid,
      codePage,
      rows,
      hidden,
      note,
      newest,
      kind,
    } = this;
    const { file, archive, size: bytes } = this.source;
    return {
      file,
      archive,
      bytes,
      kind,
      rows,
      candidates,
      messages,
      marks,
      seeds,
      own,
      whose,
      ownerSaid,
      codePage,
      hidden,
      note,
      newest,
      problems,
    };
  }
}
