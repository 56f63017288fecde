import { rootsOf } from '#paths/groups.ts';
import { buildNetwork, type Network, tiesCount } from '#paths/network.ts';
import { updateTies } from '#paths/update.ts';
import { createSearch, type Search } from '#paths/warmest.ts';
import { random } from '#tests/paths/random.ts';
import { type Port, serve } from '#worker/serve.ts';
import { grouped, type Sample, SHAPES, socialNetwork } from './paths-networks.ts';

const plain = { without: [], through: [] };
const draw = random(5);

let sample: Sample | null = null;
let search: Search | null = null;

function standing(): { sample: Sample; search: Search; network: Network } {
  if (!sample || !search) throw new Error('Nothing is built yet.');
  return { sample, search, network: search.network };
}

/** Somebody with ties. */
function anybody(network: Network): number {
  for (;;) {
    const person = 1 + Math.floor(draw() * (network.people - 1));
    if (tiesCount(network, person) > 0) return person;
  }
}

/** What the page asks for; each answers in its own time. */
const service = {
  /** The columns, as an import would have them. */
  generate: async ({ name }: { name: string }) => {
    const shape = SHAPES.find((one) => one.name === name);
    if (shape) sample = socialNetwork(shape);
  },
  build: async () => {
    if (!sample) throw new Error('Nothing is generated yet.');
    search = createSearch(buildNetwork(sample.people, sample.ties));
    const none = new Int32Array(0);
    sample.ties = { a: none, b: none, p: new Float32Array(0), standing: new Uint8Array(0) };
  },
  ask: async ({ targets }: { targets: number }) => {
    const { network } = standing();
    for (let i = 0; i < targets; i++)
      standing().search.warmest({ ...plain, to: [anybody(network)], k: 10, maxIntermediaries: 2 });
  },
  companies: async () => {
    const { sample: of, search: by, network } = standing();
    const { starts, list } = grouped(of.company, of.companies);
    const groups = Array.from({ length: of.companies }, (_, g) => [...list.subarray(starts[g], starts[g + 1])]);
    by.companies(rootsOf(groups, network.people), { k: 5, maxIntermediaries: 2, without: [] });
  },
  everybody: async () => {
    standing().search.everybody(3);
  },
  /** A friend's list of 2,000 people comes in. */
  list: async () => {
    const { network } = standing();
    const friend = anybody(network);
    const ties = Array.from({ length: 2_000 }, () => anybody(network));
    const p = new Float32Array(ties.length).fill(0.25);
    const columns = { a: new Int32Array(ties.length).fill(friend), b: Int32Array.from(ties), p };
    updateTies(network, { ...columns, standing: new Uint8Array(ties.length) }, 'add');
  },
};
export type Million = typeof service;

serve(service, self as unknown as Port);
