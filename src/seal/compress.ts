import { fail, ok, type Result } from '#model/result.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Raw deflate by the platform's own streams. */
export async function compress(bytes: Bytes): Promise<Bytes> {
  return joined(await piped(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY));
}

/** Refused when the bytes are no deflate stream or would grow beyond `limit` bytes. */
export async function decompress(bytes: Bytes, limit: number): Promise<Result<Bytes, 'damaged' | 'too-large'>> {
  try {
    const parts = await piped(bytes, new DecompressionStream('deflate-raw'), limit);
    return parts.over ? fail('too-large') : ok(joined(parts));
  } catch {
    return fail('damaged');
  }
}

interface Parts {
  readonly chunks: readonly Bytes[];
  readonly size: number;
  readonly over: boolean;
}

async function piped(bytes: Bytes, transform: CompressionStream | DecompressionStream, limit: number): Promise<Parts> {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const chunks: Bytes[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { chunks, size, over: false };
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return { chunks: [], size, over: true };
    }
    chunks.push(value);
  }
}

function joined({ chunks, size }: Parts): Bytes {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
