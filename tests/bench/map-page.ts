import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { clusterLayout } from '#graph/clusters.ts';
import { type Drawing, GREY, type NodeKey, type Scene } from '#graph/drawing.ts';
import { type Light, NO_LIGHT } from '#ui/map/overlay.ts';
import { Stage } from '#ui/map/stage.ts';

/** Milliseconds; `frame` includes waiting until the picture is drawn, `script` is the page's own part of it. */
export interface Drawn {
  readonly first: number;
  readonly script: number;
  readonly worst: number;
  readonly frame: number;
  readonly lit: number;
  readonly longest: number;
}

/** Milliseconds for 30,000 people until every line is there again. */
const REST = 5_000;
const SIDE = { width: 1200, height: 800 };

/** Everybody in companies of 1 to 60, two lines a person; the same every time. */
function drawingOf(people: number): Drawing {
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const keys: NodeKey[] = ['me:me'];
  const home: number[] = [-1];
  while (keys.length < people) {
    const company = keys.push(`company:${keys.length}`) - 1;
    home.push(company);
    for (let left = 1 + random(60); left > 0 && keys.length < people; left--) {
      keys.push(`person:${keys.length}`);
      home.push(company);
    }
  }
  const fill = (value: number) => Array.from(keys, () => value);
  const edges = Array.from({ length: 2 * people }, () => ({
    a: 1 + random(keys.length - 1),
    b: 1 + random(keys.length - 1),
    standing: random(3),
  }));
  const scene: Scene = {
    keys,
    shape: keys.map(() => 'person'),
    ring: fill(1),
    band: fill(4),
    standing: keys.map(() => random(4)),
    opens: fill(0),
    members: fill(0),
    home,
    edges,
  };
  return {
    keys,
    shape: Uint8Array.from(keys, (key) => (key.startsWith('company') ? 4 : 1)),
    ...clusterLayout(scene),
    size: Float32Array.from(fill(2.2)),
    hue: Uint8Array.from(keys, () => random(GREY + 1)),
    ring: Uint8Array.from(scene.ring),
    band: Uint8Array.from(scene.band),
    standing: Uint8Array.from(scene.standing),
    opens: Uint16Array.from(scene.opens),
    members: Uint32Array.from(scene.members),
    home: Int32Array.from(home),
    edgeA: Uint32Array.from(edges, ({ a }) => a),
    edgeB: Uint32Array.from(edges, ({ b }) => b),
    edgeStanding: Uint8Array.from(edges, ({ standing }) => standing),
    groups: [],
    layout: 'clusters',
    left: 0,
  };
}

/** One way of drawing: puts it into the container, and answers how to light some of it. */
type Open = (container: HTMLElement, drawing: Drawing, labels: readonly string[]) => (keys: Set<NodeKey>) => void;

const ours: Open = (container, drawing, labels) => {
  const stage = new Stage(container, { onChoose: () => {}, onOpen: () => {}, onLost: () => {} });
  stage.show(drawing, labels);
  const none: Light = NO_LIGHT;
  return (lit) => stage.light({ ...none, lit });
};

/** Sigma as its guide says: a graph with colours and labels, its own programs, a reducer for what is lit. */
const sigmaAsItComes: Open = (container, drawing, labels) => {
  const graph = new UndirectedGraph();
  drawing.keys.forEach((key, node) => {
    const [x, y, size] = [drawing.x[node], drawing.y[node], drawing.size[node]];
    graph.addNode(key, { x, y, size, label: labels[node], color: '#2f7fa8' });
  });
  drawing.edgeA.forEach((a, edge) => {
    graph.mergeEdge(drawing.keys[a], drawing.keys[drawing.edgeB[edge] ?? 0], { color: '#b9b2a8' });
  });
  let lit: Set<NodeKey> | null = null;
  const sigma = new Sigma(graph, container, {
    nodeReducer: (key, data) => (lit && !lit.has(key as NodeKey) ? { ...data, color: '#e9e6e0', label: null } : data),
    edgeReducer: (_, data) => (lit ? { ...data, color: '#e9e6e0' } : data),
  });
  return (keys) => {
    lit = keys;
    sigma.refresh({ skipIndexation: true });
  };
};

/** Nothing but a cleared drawing area in every frame: what any picture costs on this machine. */
const emptyFrame: Open = (container) => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SIDE);
  container.append(canvas);
  const gl = canvas.getContext('webgl2');
  const draw = () => {
    gl?.clearColor(Math.random(), 1, 1, 1);
    gl?.clear(gl.COLOR_BUFFER_BIT);
  };
  container.addEventListener('mousemove', () => requestAnimationFrame(draw));
  draw();
  return draw;
};

/** Time spent in callbacks of animation frames since it was last asked. */
const spent = (() => {
  let sum = 0;
  const ask = requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    ask((time) => {
      const began = performance.now();
      callback(time);
      sum += performance.now() - began;
    });
  return () => {
    const since = sum;
    sum = 0;
    return since;
  };
})();

/** Waits for the next frame and until the graphics card has drawn it; the page stays free meanwhile. */
async function drawn(container: HTMLElement): Promise<void> {
  await pause(0);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  for (const canvas of container.querySelectorAll('canvas')) {
    const gl = canvas.getContext('webgl2');
    const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl?.flush();
    while (gl && fence && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) await pause(1);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

async function measure(open: Open, people: number, moves: number): Promise<Drawn> {
  const drawing = drawingOf(people);
  const labels = drawing.keys.map((key) => `Somebody ${key.slice(-5)}`);
  const container = document.createElement('div');
  Object.assign(container.style, {
    position: 'absolute',
    inset: '0',
    width: `${SIDE.width}px`,
    height: `${SIDE.height}px`,
  });
  document.body.append(container);
  await drawn(container);
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask' });
  const began = performance.now();
  const light = open(container, drawing, labels);
  await drawn(container);
  const first = performance.now() - began;
  await pause(200);
  for (const { duration } of tasks.takeRecords()) longest = Math.max(longest, duration);
  tasks.disconnect();

  const mouse = container.querySelector('.sigma-mouse') ?? container;
  const fire = (type: string, x: number, y: number) =>
    mouse.dispatchEvent(
      new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true }),
    );
  fire('mousedown', 600, 400);
  const scripts: number[] = [];
  const frames: number[] = [];
  for (let move = 1; move <= moves; move++) {
    spent();
    const since = performance.now();
    fire('mousemove', 600 + 120 * Math.sin(move / 5), 400 + 90 * Math.cos(move / 7));
    await drawn(container);
    scripts.push(spent());
    frames.push(performance.now() - since);
  }
  fire('mouseup', 600, 400);
  await pause(REST * Math.max(1, people / 30_000));
  const lit = new Set(drawing.keys.filter((_, node) => node % 100 === 0));
  const asked = performance.now();
  light(lit);
  await drawn(container);
  return {
    first,
    script: middle(scripts),
    worst: Math.max(...scripts),
    frame: middle(frames),
    lit: performance.now() - asked,
    longest,
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

Object.assign(window, {
  measure: (whose: 'ours' | 'sigma' | 'empty', people: number) =>
    whose === 'sigma' ? measure(sigmaAsItComes, people, 4) : measure(whose === 'ours' ? ours : emptyFrame, people, 40),
});
