import { readFileSync } from 'node:fs';
import type { TieColumns } from '#paths/network.ts';
import { random } from '#tests/paths/random.ts';

/** A network to measure on: node 0 is me; `company` is -1 for people of none. */
export interface Sample {
  readonly name: string;
  readonly people: number;
  /** Let go of once the network is built. */
  ties: TieColumns;
  readonly company: Int32Array;
  readonly companies: number;
}

export interface Shape {
  readonly name: string;
  readonly people: number;
  readonly ties: number;
  readonly companies: number;
  readonly myContacts: number;
  /** 1: every tie confirmed, as the peers see it; 3: the app's three standings. */
  readonly standings: 1 | 3;
}

export const SHAPES: readonly Shape[] = [
  { name: '1k', people: 1_000, ties: 10_000, companies: 20, myContacts: 60, standings: 1 },
  { name: '30k', people: 30_000, ties: 415_000, companies: 280, myContacts: 500, standings: 1 },
  { name: '100k', people: 100_000, ties: 900_000, companies: 740, myContacts: 1_000, standings: 1 },
  { name: '1M', people: 1_000_000, ties: 10_000_000, companies: 7_361, myContacts: 1_000, standings: 1 },
];

const COMMUNITY = 150;

/**
 * A social network by a fixed seed. Popularity follows a power law (exponent 2.5); 40 % of the ties stay in
 * the company, 30 % in a community of 150 that runs across companies, the rest go anywhere by popularity.
 * Company sizes follow a power law too. Numbers are dealt at random, so neighbours are not near in memory.
 */
export function socialNetwork(shape: Shape, seed = 1): Sample {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const { people, ties: size } = shape;
  const company = companiesOf(shape, below, next);
  const members = grouped(company, shape.companies);
  const order = shuffled(people, below);
  const popular = stubs(people, next);
  const a = new Int32Array(size);
  const b = new Int32Array(size);
  const p = new Float32Array(size);
  const standing = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const from = i < shape.myContacts ? 0 : (popular[below(popular.length)] as number);
    const where = from === 0 ? 1 : next();
    a[i] = from;
    b[i] = where < 0.4 ? colleague(from) : where < 0.7 ? neighbour(from) : (popular[below(popular.length)] as number);
    p[i] = 0.02 + 0.97 * next() ** 1.5;
    standing[i] = shape.standings === 1 ? 0 : below(3);
  }
  return { name: shape.name, people, ties: { a, b, p, standing }, company, companies: shape.companies };

  function colleague(person: number): number {
    const from = members.starts[company[person] as number] as number;
    const to = members.starts[(company[person] as number) + 1] as number;
    return members.list[from + below(to - from)] as number;
  }
  function neighbour(person: number): number {
    const place = order.placeOf[person] as number;
    const block = place - (place % COMMUNITY);
    return order.list[Math.min(people - 1, block + below(COMMUNITY))] as number;
  }
}

function companiesOf(shape: Shape, below: (n: number) => number, next: () => number): Int32Array {
  const shares = Float64Array.from({ length: shape.companies }, () => (1 - next()) ** -0.6);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const company = new Int32Array(shape.people);
  let person = 0;
  shares.forEach((share, c) => {
    const until = c === shape.companies - 1 ? shape.people : person + Math.max(1, (share / total) * shape.people);
    for (; person < Math.min(until, shape.people); person++) company[person] = c;
  });
  for (let i = shape.people - 1; i > 0; i--) {
    const j = below(i + 1);
    const kept = company[i] as number;
    company[i] = company[j] as number;
    company[j] = kept;
  }
  return company;
}

/** The members of each group, one after the other: those of group g from starts[g] to starts[g + 1]. */
export function grouped(group: Int32Array, groups: number) {
  const starts = new Int32Array(groups + 1);
  for (const g of group) if (g >= 0) (starts[g + 1] as number)++;
  for (let g = 0; g < groups; g++) (starts[g + 1] as number) += starts[g] as number;
  const list = new Int32Array(starts[groups] as number);
  const at = starts.slice();
  group.forEach((g, person) => {
    if (g >= 0) list[(at[g] as number)++] = person;
  });
  return { starts, list };
}

function shuffled(people: number, below: (n: number) => number) {
  const list = Int32Array.from({ length: people }, (_, i) => i);
  for (let i = people - 1; i > 0; i--) {
    const j = below(i + 1);
    const kept = list[i] as number;
    list[i] = list[j] as number;
    list[j] = kept;
  }
  const placeOf = new Int32Array(people);
  list.forEach((person, place) => {
    placeOf[person] = place;
  });
  return { list, placeOf };
}

/** Each person as often as popular: drawing one of these draws people by popularity. I am not among them. */
function stubs(people: number, next: () => number): Int32Array {
  const times = Int32Array.from({ length: people }, (_, i) =>
    i === 0 ? 0 : Math.min(people / 20, (1 - next()) ** -0.67 * 2),
  );
  const list = new Int32Array(times.reduce((sum, n) => sum + n, 0));
  let at = 0;
  times.forEach((n, person) => {
    list.fill(person, at, at + n);
    at += n;
  });
  return list;
}

/**
 * A network in SNAP's edge-list format: `from to` a line, `#` before remarks. I am the person with the number
 * of ties nearest to 150; strengths are drawn by a fixed seed, companies are 1 in 70 people at random.
 */
export function snapNetwork(path: string): Sample {
  const nodes = new Map<string, number>();
  const ends: number[] = [];
  const nodeOf = (name: string): number => {
    const known = nodes.get(name);
    if (known !== undefined) return known;
    nodes.set(name, nodes.size);
    return nodes.size - 1;
  };
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [from, to] = line.trim().split(/\s+/);
    if (!from || !to || from.startsWith('#')) continue;
    ends.push(nodeOf(from), nodeOf(to));
  }
  const people = nodes.size;
  const ties = new Int32Array(people);
  for (const node of ends) (ties[node] as number)++;
  const me = ties.reduce(
    (best, n, node) => (Math.abs(n - 150) < Math.abs((ties[best] as number) - 150) ? node : best),
    0,
  );
  const placed = (node: number) => (node === me ? 0 : node === 0 ? me : node);
  const next = random(1);
  const size = ends.length / 2;
  const a = new Int32Array(size);
  const b = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const from = placed(ends[i * 2] as number);
    const to = placed(ends[i * 2 + 1] as number);
    a[i] = to === 0 ? 0 : from;
    b[i] = to === 0 ? from : to;
  }
  const p = Float32Array.from({ length: size }, () => 0.02 + 0.97 * next() ** 1.5);
  const companies = Math.max(1, Math.round(people / 70));
  const company = Int32Array.from({ length: people }, () => Math.floor(next() * companies));
  return { name: path, people, ties: { a, b, p, standing: new Uint8Array(size) }, company, companies };
}
