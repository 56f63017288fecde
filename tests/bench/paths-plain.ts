import { NEVER } from '#paths/cost.ts';
import type { Network } from '#paths/network.ts';

/** One bare sequential pass over all ties: reads each target and weight once, in order. What any sweep costs at least. */
export function barePass(network: Network): number {
  return passOver(network.ties, network.used);
}

function passOver(ties: Int32Array, end: number): number {
  let mixed = 0;
  for (let at = 0; at < end; at += 2) mixed ^= (ties[at] as number) ^ (ties[at + 1] as number);
  return mixed;
}

/** The same, and one number looked up for the person each tie leads to: what touching every tie costs at least. */
export function bareLookUps({ ties, used }: Network, numbers: Int32Array): number {
  let mixed = 0;
  for (let at = 0; at < used; at += 2) mixed ^= (ties[at] as number) ^ (numbers[ties[at + 1] as number] as number);
  return mixed;
}

/** A plain full Dijkstra from me over the same arrays: the cheapest way of any length to everybody. */
export function dijkstra(network: Network, out: Uint8Array): Int32Array {
  const { starts, ends, ties } = network;
  const cost = new Int32Array(network.people).fill(NEVER);
  const heap: Heap = { costs: [], nodes: [], size: 0 };
  cost[0] = 0;
  push(heap, 0, 0);
  while (heap.size > 0) {
    const sum = heap.costs[0] as number;
    const node = heap.nodes[0] as number;
    pop(heap);
    if (sum > (cost[node] as number)) continue;
    for (let at = starts[node] as number; at < (ends[node] as number); at += 2) {
      const next = ties[at + 1] as number;
      const there = sum + ((ties[at] as number) >> 2);
      if (there >= (cost[next] as number) || out[next] === 1) continue;
      cost[next] = there;
      push(heap, there, next);
    }
  }
  return cost;
}

interface Heap {
  readonly costs: number[];
  readonly nodes: number[];
  size: number;
}

function push(heap: Heap, cost: number, node: number): void {
  const { costs, nodes } = heap;
  let at = heap.size++;
  for (; at > 0; at = (at - 1) >> 1) {
    const parent = (at - 1) >> 1;
    if ((costs[parent] as number) <= cost) break;
    costs[at] = costs[parent] as number;
    nodes[at] = nodes[parent] as number;
  }
  costs[at] = cost;
  nodes[at] = node;
}

function pop(heap: Heap): void {
  const { costs, nodes } = heap;
  const size = --heap.size;
  const cost = costs[size] as number;
  const node = nodes[size] as number;
  let at = 0;
  for (let child = 1; child < size; child = at * 2 + 1) {
    if (child + 1 < size && (costs[child + 1] as number) < (costs[child] as number)) child++;
    if ((costs[child] as number) >= cost) break;
    costs[at] = costs[child] as number;
    nodes[at] = nodes[child] as number;
    at = child;
  }
  costs[at] = cost;
  nodes[at] = node;
}
