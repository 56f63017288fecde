import { connect } from '#worker/remote.ts';
import type { Million } from './million-worker.ts';
import MillionWorker from './million-worker.ts?worker&inline';

/** Milliseconds: what the worker took, and what the page was held up at a stretch meanwhile. */
export interface Step {
  readonly took: number;
  readonly task: number;
  readonly gap: number;
}

const { remote } = connect<Million>(new MillionWorker(), 60_000);

const steps: Record<keyof Million, () => Promise<unknown>> = {
  generate: () => remote.generate({ name: '1M' }),
  build: () => remote.build(),
  ask: () => remote.ask({ targets: 1_000 }),
  companies: () => remote.companies(),
  everybody: () => remote.everybody(),
  list: () => remote.list(),
};

/** Does one step, and watches tasks and the time from frame to frame meanwhile. */
async function step(name: keyof Million): Promise<Step> {
  let [task, gap, last] = [0, 0, performance.now()];
  let over = false;
  const frame = () => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
    if (!over) requestAnimationFrame(frame);
  };
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) task = Math.max(task, duration);
  });
  tasks.observe({ type: 'longtask' });
  requestAnimationFrame(frame);
  const began = performance.now();
  await steps[name]();
  const took = performance.now() - began;
  // Long tasks are told late.
  await new Promise((done) => setTimeout(done, 300));
  over = true;
  tasks.disconnect();
  return { took, task, gap };
}

Object.assign(window, { step });
