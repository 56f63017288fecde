import { nextTask } from '#model/turn.ts';

/**
 * Lets other messages in (a cancel, for one) and stops when the work was called off.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await nextTask();
  signal?.throwIfAborted();
}
