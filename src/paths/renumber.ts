import { floorOf, NEVER, NO_FLOOR } from './cost.ts';
import { costIn, type Network, standingIn } from './network.ts';

/** The number of somebody who leaves. */
export const LEFT = -1;

/**
 * Gives everybody a new number where the network lies, in one pass over all ties, and raises its revision. `to` has
 * the new number of each person, or LEFT: then her ties go with her. Nobody overtakes anybody (me stays 0), so that
 * rows stay in order. A number that nobody is given is somebody new, without a tie so far; `people` counts all.
 */
export function renumber(network: Network, to: Int32Array, people: number): void {
  const starts = new Int32Array(people).fill(network.used);
  const ends = new Int32Array(people).fill(network.used);
  const cheapest = new Uint8Array(people).fill(NO_FLOOR);
  for (let v = 0; v < network.people; v++) {
    const start = network.starts[v] as number;
    const end = network.ends[v] as number;
    const next = to[v] as number;
    if (next === LEFT) {
      for (let at = start; at < end; at += 2) dropped(network, at);
      continue;
    }
    const left = renumberRow(network, to, start, end);
    starts[next] = start;
    ends[next] = left;
    cheapest[next] = floorOf(left > start ? costIn(network.ties[start] as number) : NEVER);
  }
  Object.assign(network, { people, starts, ends, cheapest });
  network.revision++;
}

/** Returns the row's new end. */
function renumberRow(network: Network, to: Int32Array, start: number, end: number): number {
  const { ties } = network;
  let last = start;
  for (let at = start; at < end; at += 2) {
    const other = to[ties[at + 1] as number] as number;
    if (other === LEFT) {
      dropped(network, at);
      continue;
    }
    ties[last] = ties[at] as number;
    ties[last + 1] = other;
    last += 2;
  }
  return last;
}

function dropped({ ties, count }: Network, at: number): void {
  (count[standingIn(ties[at] as number)] as number)--;
}
