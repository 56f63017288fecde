import type { Problem } from '#model/problem.ts';
import type { Day } from '#model/time.ts';
import { archiveSources, isZip } from './archive.ts';
import { distinct } from './distinct.ts';
import { byPage, fileSource } from './file-source.ts';
import { arranged, type Job } from './jobs.ts';
import { mappedReader, unmappedTable } from './mapped.ts';
import { breathe } from './pause.ts';
import { READERS } from './readers.ts';
import { reportOf, reportOfProblem } from './report.ts';
import type { ReadContext, Reader, Source } from './source.ts';
import type { ColumnMeaning, FileReport, ReadingProgress, ReadOut, ReadResult, Unmapped } from './types.ts';

export interface ReadOptions {
  /** Column mappings given before, by `headerKey` of the header they are for. */
  readonly mappings: readonly (readonly [string, readonly ColumnMeaning[]])[];
  readonly today: Day;
  /** Who the user is as far as known; tells the owner of messages apart. */
  readonly me?:
    | { readonly name: string; readonly profiles: readonly string[]; readonly emails?: readonly string[] }
    | undefined;
  /** Who the person said they are in a file, by the file as shown. */
  readonly owners?: readonly (readonly [file: string, key: string])[] | undefined;
  /** The code page that the person chose for a file. */
  readonly pages?: readonly (readonly [file: string, page: string])[] | undefined;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Kinds that say whose archive it is. */
const SAYS_WHOSE = new Set(['linkedin-profile', 'linkedin-addresses']);

/**
 * Reads dropped files, archives opened, each by the first reader that knows its content. Bad input gives
 * problems and sentences, never an exception.
 *
 * @throws the signal's reason when reading was cancelled.
 */
export async function readFiles(files: readonly File[], options: ReadOptions): Promise<ReadResult> {
  const reading = new Reading(distinct(files), options);
  await reading.run();
  return reading.result();
}

class Reading {
  readonly #read: ReadOut[] = [];
  readonly #reports: FileReport[] = [];
  readonly #unmapped: Unmapped[] = [];
  readonly #problems: Problem[] = [];
  readonly #mappings: ReadContext['mappings'];
  readonly #ownNames = new Map<string, string>();
  readonly #ownEmails = new Set<string>();
  readonly #foundEmails = new Set<string>();
  readonly #total: number;
  #bytes = 0;
  #rows = 0;

  constructor(
    private readonly files: readonly File[],
    private readonly options: ReadOptions,
  ) {
    this.#total = files.reduce((sum, file) => sum + file.size, 0);
    this.#mappings = new Map(options.mappings);
  }

  async run(): Promise<void> {
    const jobs: Job[] = [];
    for (const file of this.files) {
      await breathe(this.options.signal);
      this.#tell(file.name);
      const sources = await this.#open(file);
      for (const opened of sources) {
        const page = this.options.pages?.find(([name]) => name === opened.file)?.[1];
        const source = page === undefined ? opened : await byPage(opened, page);
        jobs.push({ source, reader: this.#readerOf(source), share: file.size / sources.length });
      }
    }
    const known = new Set(jobs.flatMap(({ source, reader }) => (reader ? [source.archive] : [])));
    for (const { source, reader, share } of arranged(jobs)) {
      const began = this.#bytes;
      if (reader) await this.#take(source, reader, share);
      else if (source.archive !== '' && known.has(source.archive)) this.#leave(source);
      else await this.#unknown(source);
      this.#bytes = began + share;
      this.#tell(source.file);
      await breathe(this.options.signal);
    }
  }

  result(): ReadResult {
    return { read: this.#read, reports: this.#reports, unmapped: this.#unmapped, problems: this.#problems };
  }

  async #open(file: File): Promise<readonly Source[]> {
    if (file.size === 0) {
      this.#refuse(
        file.name,
        0,
        'empty-file',
        'This file is empty: it has no bytes at all. Export or download it again.',
      );
      return [];
    }
    const { source, start } = await fileSource(file);
    if (source === null) {
      this.#refuse(
        file.name,
        file.size,
        'not-readable',
        'The browser could not read this file. Was it moved or changed?',
      );
      return [];
    }
    if (!isZip(start)) return [source];
    const opened = await archiveSources(file, this.options.signal);
    this.#reports.push(...opened.reports);
    this.#problems.push(...opened.problems);
    return opened.sources;
  }

  #readerOf(source: Source): Reader | null {
    return READERS.find((reader) => reader.claims(source)) ?? mappedReader(source, this.#mappings);
  }

  async #take(source: Source, reader: Reader, share: number): Promise<void> {
    const out = withoutRows(await reader.read(source, this.#context(source, share)));
    const { own } = out;
    const addresses = SAYS_WHOSE.has(out.kind) ? this.#ownEmails : this.#foundEmails;
    for (const address of own.emails ?? []) addresses.add(address);
    if (own.name && SAYS_WHOSE.has(out.kind)) this.#ownNames.set(source.archive, own.name);
    this.#read.push(out);
    this.#reports.push(reportOf(out));
  }

  /** A Takeout has tables of everything one ever did; beside what is known they need no answer. */
  #leave({ file: name, size: bytes }: Source): void {
    const none = { rows: 0, hidden: 0, messages: 0, problems: 0 };
    this.#reports.push({ name, kind: 'ignored', bytes, sentence: 'Not needed here.', ...none });
  }

  async #unknown(source: Source): Promise<void> {
    const unmapped = await unmappedTable(source);
    if (unmapped) this.#unmapped.push(unmapped);
    const { code, message } = unmapped
      ? { code: 'unknown-header' as const, message: unmappedSentence(unmapped) }
      : unknownSentence(source);
    this.#refuse(source.file, source.size, code, message);
  }

  #context(source: Source, share: number): ReadContext {
    const { today, signal, me } = this.options;
    return {
      today,
      signal,
      mappings: this.#mappings,
      ownName: this.#ownNames.get(source.archive) ?? me?.name ?? '',
      ownProfiles: me?.profiles ?? [],
      ownEmails: [...new Set([...(me?.emails ?? []), ...this.#ownEmails])],
      foundEmails: [...this.#foundEmails],
      said: this.options.owners?.find(([file]) => file === source.file)?.[1] ?? '',
      passed: (bytes) => {
        this.#bytes += source.size === 0 ? 0 : (bytes / source.size) * share;
        this.#tell(source.file);
      },
      tick: (rows) => {
        this.#rows += rows;
        this.#tell(source.file);
      },
    };
  }

  #refuse(file: string, bytes: number, code: Problem['code'], message: string): void {
    const problem = { file, row: 0, field: '', code, message };
    this.#problems.push(problem);
    this.#reports.push(reportOfProblem(problem, bytes));
  }

  #tell(file: string): void {
    const bytes = Math.min(Math.round(this.#bytes), this.#total);
    this.options.onProgress?.({ file, bytes, total: this.#total, rows: this.#rows });
  }
}

/** No rows is never a success. Inside an archive only the connections are missed: other files may be empty. */
function withoutRows(out: ReadOut): ReadOut {
  const expected = out.archive === '' ? out.kind !== 'ignored' : out.kind === 'linkedin-connections';
  if (out.rows > 0 || !expected || out.problems.length > 0) return out;
  const message =
    'The header is right, but there is not a single row below it. Export it again, or open it to see what is there.';
  const problem: Problem = { file: out.file, row: 0, field: '', code: 'no-rows', message };
  return { ...out, problems: [problem] };
}

function unmappedSentence({ header }: Unmapped): string {
  return `A table whose columns nobody knows yet (${header.slice(0, 4).join(', ')}${header.length > 4 ? ', …' : ''}). Say what its columns are, and it is read.`;
}

/** What a file looks like that nobody can read, and what to bring instead. */
function unknownSentence(source: Source): { code: Problem['code']; message: string } {
  if (source.head === '')
    return {
      code: 'not-readable',
      message: `${binaryKind(source)} Expected a LinkedIn export (zip or Connections.csv) or another contacts file.`,
    };
  if (source.head.trim() === '')
    return { code: 'empty-file', message: 'This file holds only blank lines. Export or download it again.' };
  return {
    code: 'not-recognised',
    message:
      'This text is no table of contacts that we know. Expected a LinkedIn export or another contacts file with a header row.',
  };
}

function binaryKind({ start }: Source): string {
  if (start.startsWith('%PDF-')) return 'This is a PDF document, whatever its name says.';
  if (start.startsWith('\u001f\u008b'))
    return 'This is a .tgz archive, which is not opened here: unpack it, or choose .zip when you export.';
  if (start.startsWith('\u0089PNG') || start.startsWith('\u00ff\u00d8\u00ff')) return 'This is a picture.';
  if (start.startsWith('!BDN') || start.startsWith('\u00d0\u00cf\u0011\u00e0'))
    return 'This is an Outlook data file (.pst or .msg), which only Outlook opens: export your contacts as CSV there.';
  return 'This file holds no text.';
}
