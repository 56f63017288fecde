import { strToU8, zipSync } from 'fflate';
import type { TextFile } from './readable.ts';

/** Text files as one zip. */
export function zipOf(files: readonly TextFile[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))));
}
