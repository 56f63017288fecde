/**
 * Lets other messages in (a cancel, for one) and stops when the work was called off. A MessageChannel,
 * because timers in a worker are held back to four milliseconds.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  signal?.throwIfAborted();
}
