import { connectionsReader } from './linkedin/connections.ts';
import type { Reader } from './source.ts';

/**
 * Every kind of file that can be read, most particular first: the first reader that claims a file gets
 * it. A new source is one more line here.
 */
export const READERS: readonly Reader[] = [connectionsReader];
