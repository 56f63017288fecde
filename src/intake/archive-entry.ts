import type { FileEntry } from '@zip.js/zip.js';
import { HEAD_BYTES, headOf } from './file-source.ts';
import type { Source } from './source.ts';

/** A mailbox in a zip, unpacked piece by piece each time it is read: it may be longer than memory. */
export async function streamedSource(
  entry: FileEntry,
  file: string,
  archive: string,
  limits: { readonly ratio: number; readonly signal: AbortSignal | undefined },
): Promise<Source> {
  const chunks = (): AsyncGenerator<Uint8Array> => unpacked(entry, limits);
  return {
    file,
    archive,
    size: entry.uncompressedSize,
    ...headOf(await firstBytes(chunks())),
    bytes: async () => new Uint8Array(await new Blob(await all(chunks())).arrayBuffer()),
    chunks,
  };
}

/**
 * The entry's bytes as they are asked for. Stopping early stops the unpacking.
 *
 * @throws when the entry is damaged, or longer than `ratio` times what it is packed.
 */
async function* unpacked(
  entry: FileEntry,
  { ratio, signal }: { ratio: number; signal: AbortSignal | undefined },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const ceiling = Math.max(entry.compressedSize, 1 << 20) * ratio;
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const stop = new AbortController();
  const signals = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const failed = new Promise<never>((_, reject) => {
    entry.getData(writable, { useWebWorkers: false, signal: signals, checkSignature: true }).catch(reject);
  });
  failed.catch(() => {});
  const reader = readable.getReader();
  let size = 0;
  try {
    for (;;) {
      const { value } = await Promise.race([reader.read(), failed]);
      if (!value) return;
      size += value.length;
      if (size > ceiling) throw new Error('This mailbox unpacks to far more than mail does.');
      yield value;
    }
  } finally {
    stop.abort();
    reader.cancel().catch(() => {});
  }
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, HEAD_BYTES - length);
    head.set(part, length);
    length += part.length;
    if (length === HEAD_BYTES) break;
  }
  return head.subarray(0, length);
}

async function all(chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
  return parts;
}
