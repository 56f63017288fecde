import { decodeHead } from './decode.ts';
import type { Source } from './source.ts';

/** How much of a file decides what it is. */
export const HEAD_BYTES = 65_536;
const SLICE_BYTES = 4 << 20;

/** A dropped file as a Source, and its first bytes; `source` is null when the browser cannot read it. */
export async function fileSource(file: File): Promise<{ source: Source | null; start: string }> {
  try {
    const source = await blobSource(file, file.name, '');
    return { source, start: source.start };
  } catch {
    return { source: null, start: '' };
  }
}

/** Anything held as a Blob (a file, or an opened archive entry) as a Source. */
export async function blobSource(blob: Blob, file: string, archive: string): Promise<Source> {
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  return {
    file,
    archive,
    size: blob.size,
    ...headOf(head),
    bytes: async () => new Uint8Array(await blob.arrayBuffer()),
    chunks: () => slicesOf(blob),
  };
}

/** By slices: Safari up to 17 fails on `File.stream()` beyond 4 GB (FORMATS.md §6). */
async function* slicesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += SLICE_BYTES)
    yield new Uint8Array(await blob.slice(at, at + SLICE_BYTES).arrayBuffer());
}

/** The same file read by the code page that the person chose. */
export async function byPage(source: Source, page: string): Promise<Source> {
  const bytes = await source.bytes();
  return { ...source, page, ...headOf(bytes.subarray(0, HEAD_BYTES), page) };
}

export function headOf(bytes: Uint8Array, page = ''): Pick<Source, 'start' | 'head'> {
  const decoded = decodeHead(bytes, page);
  return {
    start: String.fromCharCode(...bytes.subarray(0, 16)),
    head: decoded.is === 'text' ? decoded.text : '',
  };
}
