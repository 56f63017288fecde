import { BlobReader, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js';
import type { Problem } from '#model/problem.ts';
import { streamedSource } from './archive-entry.ts';
import { blobSource } from './file-source.ts';
import { reportOfProblem } from './report.ts';
import type { Source } from './source.ts';
import type { FileReport } from './types.ts';
import { isWanted } from './wanted.ts';

/** Limits of HOUSE.md, Security: they count what is opened. Mailboxes are streamed and not limited in size. */
const LIMITS = { output: 200 * 2 ** 20, opened: 2000, ratio: 200, listed: 200_000, depth: 2 };

const MAILBOX = /\.mbox$/i;
/** `../x`, `/x` or `C:x`: no path is ever made of a name here, but no honest export has one. */
const LEADS_OUT = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/;

/** A name that leads out costs its own entry, not the archive. */
export const ZIP = { useWebWorkers: false, filenameValidation: 'tolerant' } as const;

export interface Opened {
  readonly sources: readonly Source[];
  readonly reports: readonly FileReport[];
  readonly problems: readonly Problem[];
}

export function isZip(start: string): boolean {
  return start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006');
}

/**
 * The files inside a zip that a reader may want. Only wanted names are opened, the real output is
 * counted while it comes, and what breaks a limit is refused with a sentence.
 *
 * @throws the signal's reason when cancelled.
 */
export async function archiveSources(zip: File, signal: AbortSignal | undefined): Promise<Opened> {
  const opening = new Opening(zip.name, signal);
  await opening.open(zip, zip.name, 0);
  return opening.done();
}

class Opening {
  readonly #sources: Source[] = [];
  readonly #problems: { problem: Problem; bytes: number }[] = [];
  #output = 0;
  #opened = 0;

  constructor(
    private readonly archive: string,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async open(zip: Blob, name: string, depth: number): Promise<void> {
    const reader = new ZipReader(new BlobReader(zip), ZIP);
    const listed = await this.#list(reader, name, zip.size);
    const leading = listed.filter(({ filename }) => LEADS_OUT.test(filename));
    const entries = leading.length === 0 ? listed : listed.filter(({ filename }) => !LEADS_OUT.test(filename));
    if (leading.length > 0) this.#refuse(name, zip.size, 'not-recognised', leadingOut(leading));
    const wanted = entries.filter((entry): entry is FileEntry => !entry.directory && isWanted(entry.filename, entries));
    if (entries.length > 0 && wanted.length === 0)
      this.#refuse(name, zip.size, 'not-recognised', nothingInside(entries));
    for (const entry of wanted) {
      this.signal?.throwIfAborted();
      await this.#entry(entry, `${name}/${baseName(entry.filename)}`, depth);
    }
    await reader.close();
  }

  done(): Opened {
    return {
      sources: this.#sources,
      reports: this.#problems.map(({ problem, bytes }) => reportOfProblem(problem, bytes)),
      problems: this.#problems.map(({ problem }) => problem),
    };
  }

  /** The directory of the zip; empty (and reported) when it is cut off, broken or endless. */
  async #list(reader: ZipReader<unknown>, name: string, size: number): Promise<Entry[]> {
    const entries: Entry[] = [];
    try {
      for await (const entry of reader.getEntriesGenerator()) {
        entries.push(entry);
        if (entries.length > LIMITS.listed) break;
      }
    } catch {
      this.#refuse(
        name,
        size,
        'truncated',
        'This zip is cut off or damaged: its table of contents is missing. Download it again.',
      );
      return [];
    }
    if (entries.length > LIMITS.listed) {
      this.#refuse(name, size, 'too-large', `This zip lists more than ${LIMITS.listed} files, so it was not opened.`);
      return [];
    }
    if (entries.length === 0) this.#refuse(name, size, 'empty-file', 'This zip is empty. Export or download it again.');
    return entries;
  }

  async #entry(entry: FileEntry, file: string, depth: number): Promise<void> {
    const refused = this.#tooMuch(entry);
    if (refused !== null) return this.#refuse(file, entry.compressedSize, 'too-large', refused);
    this.#opened++;
    if (MAILBOX.test(entry.filename) && !entry.encrypted) return this.#mailbox(entry, file);
    let blob: Blob | string;
    try {
      blob = await this.#extract(entry);
    } catch (error) {
      this.signal?.throwIfAborted();
      const code = error instanceof Error ? error.message : '';
      const locked = entry.encrypted || code.includes('password');
      const why = locked ? 'it is locked with a password' : 'its bytes are damaged or cut off';
      return this.#refuse(file, entry.compressedSize, 'truncated', `This file could not be opened: ${why}.`);
    }
    if (typeof blob === 'string') return this.#refuse(file, entry.compressedSize, 'too-large', blob);
    if (blob.size === 0) return this.#refuse(file, 0, 'empty-file', 'This file is empty.');
    const source = await blobSource(blob, file, this.archive);
    if (isZip(source.start) && depth + 1 < LIMITS.depth) await this.open(blob, file, depth + 1);
    else this.#sources.push(source);
  }

  /** Not unpacked before it is read, and then piece by piece. */
  async #mailbox(entry: FileEntry, file: string): Promise<void> {
    const { signal } = this;
    try {
      this.#sources.push(await streamedSource(entry, file, this.archive, { ratio: LIMITS.ratio, signal }));
    } catch {
      signal?.throwIfAborted();
      const message = 'This mailbox could not be opened: its bytes are damaged or cut off. Download the zip again.';
      this.#refuse(file, entry.compressedSize, 'truncated', message);
    }
  }

  /** Real output, counted while it comes: what the directory claims is not trusted. */
  async #extract(entry: FileEntry): Promise<Blob | string> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const stop = new AbortController();
    let size = 0;
    const ceiling = Math.max(entry.compressedSize, 1024) * LIMITS.ratio;
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
      write: (chunk) => {
        size += chunk.length;
        if (size > ceiling || this.#output + size > LIMITS.output) stop.abort(new Error('limit'));
        else parts.push(chunk);
      },
    });
    const signal = this.signal ? AbortSignal.any([this.signal, stop.signal]) : stop.signal;
    try {
      await entry.getData(sink, { useWebWorkers: false, signal, checkSignature: true });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
    this.#output += size;
    if (stop.signal.aborted) return 'This file unpacks to far more than a contacts export holds, so it was not opened.';
    return new Blob(parts);
  }

  #tooMuch(entry: FileEntry): string | null {
    if (this.#opened >= LIMITS.opened) return `Only the first ${LIMITS.opened} files of a zip are opened.`;
    const claimed = entry.uncompressedSize;
    const isMailbox = MAILBOX.test(entry.filename);
    const isOver = !isMailbox && this.#output + claimed > LIMITS.output;
    if (claimed > Math.max(entry.compressedSize, isMailbox ? 1 << 20 : 1024) * LIMITS.ratio || isOver)
      return 'This file unpacks to far more than a contacts export holds, so it was not opened.';
    return null;
  }

  #refuse(file: string, bytes: number, code: Problem['code'], message: string): void {
    this.#problems.push({ problem: { file, row: 0, field: '', code, message }, bytes });
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function leadingOut(entries: readonly Entry[]): string {
  const many = entries.length === 1 ? '1 file' : `${entries.length} files`;
  return `${many} in this zip would be unpacked outside its folder (${entries[0]?.filename.slice(0, 60)}). No export does that: ${entries.length === 1 ? 'it was' : 'they were'} not opened. Are you sure where this zip comes from?`;
}

function nothingInside(entries: readonly Entry[]): string {
  const names = entries.slice(0, 3).map((entry) => baseName(entry.filename) || entry.filename);
  return `This zip holds nothing we know (${names.join(', ')}${entries.length > 3 ? ', …' : ''}). Expected a LinkedIn export with Connections.csv, or contact files.`;
}
