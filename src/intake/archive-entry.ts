import type { FileEntry } from '@zip.js/zip.js';
import { HEAD_BYTES, headOf } from './file-source.ts';
import type { Source } from './source.ts';

const BLOCK_BYTES = 1 << 20;

/** A mailbox in a zip, unpacked piece by piece each time it is read: it may be longer than memory. */
export async function streamedSource(
  entry: FileEntry,
  file: string,
  archive: string,
  limits: { readonly ratio: number; readonly signal: AbortSignal | undefined },
): Promise<Source> {
  const pieces = (): AsyncGenerator<Uint8Array<ArrayBuffer>> => unpacked(entry, limits);
  return {
    file,
    archive,
    size: entry.uncompressedSize,
    ...headOf(await firstBytes(pieces())),
    bytes: async () => new Uint8Array(await new Blob(await all(pieces())).arrayBuffer()),
    chunks: () => inBlocks(pieces()),
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
  let fail: (reason: unknown) => void = () => {};
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      fail = (reason) => {
        controller.error(reason);
      };
    },
  });
  const stop = new AbortController();
  const signals = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  // Told through the stream: racing each piece against one promise would keep every piece.
  entry.getData(writable, { useWebWorkers: false, signal: signals, checkSignature: true }).catch(fail);
  const reader = readable.getReader();
  let size = 0;
  try {
    for (;;) {
      const { value } = await reader.read();
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

async function firstBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  for await (const piece of pieces) {
    const part = piece.subarray(0, HEAD_BYTES - length);
    head.set(part, length);
    length += part.length;
    if (length === HEAD_BYTES) break;
  }
  return head.subarray(0, length);
}

async function all(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) parts.push(piece);
  return parts;
}

/** A zip is unpacked in small pieces: too small to tell the screen after each. A block is good until the next. */
async function* inBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const block = new Uint8Array(BLOCK_BYTES);
  let length = 0;
  for await (const piece of pieces) {
    if (length + piece.length > BLOCK_BYTES) {
      yield block.subarray(0, length);
      length = 0;
    }
    if (piece.length > BLOCK_BYTES) yield piece;
    else {
      block.set(piece, length);
      length += piece.length;
    }
  }
  if (length > 0) yield block.subarray(0, length);
}
