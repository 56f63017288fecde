import { describe, expect, test } from 'vitest';
import { filled } from '#model/change.ts';
import { personByHand } from '#model/person.ts';
import { type Entry, emptyWorkspace, entriesOf, type Workspace } from '#model/workspace.ts';
import { OPEN } from '#storage/vault.ts';
import { createService } from '#worker/create-service.ts';
import type { Line } from '#worker/remote.ts';
import { serve } from '#worker/serve.ts';
import { createDesk } from '#workspace/desk.ts';
import { createPlaces } from '#workspace/places.ts';
import { createQueries } from '#workspace/queries.ts';
import { createDocuments } from '#workspace/store.ts';

type Listener = (event: Event) => void;

/** A worker in this process: the real service behind real messages, structured-cloned, one task later. */
function makeWorker() {
  const page = new Map<string, Listener>();
  const calls: string[] = [];
  const sent: { readonly method: string; readonly input: unknown }[] = [];
  let receive: (event: MessageEvent) => void = () => {};
  let alive = true;
  const later = (data: unknown, to: () => Listener | ((event: MessageEvent) => void) | undefined): void => {
    const copy: unknown = structuredClone(data);
    setImmediate(() => alive && to()?.(new MessageEvent('message', { data: copy })));
  };
  const line: Line = {
    postMessage: (message) => {
      if (typeof message === 'object' && message && 'method' in message && 'input' in message) {
        calls.push(String(message.method));
        sent.push({ method: String(message.method), input: message.input });
      }
      later(message, () => receive);
    },
    addEventListener: (type, listener) => {
      page.set(type, listener);
      if (type === 'message') setImmediate(start);
    },
    terminate: () => {
      alive = false;
    },
  };
  const start = (): void =>
    serve(createService(), {
      postMessage: (message) => later(message, () => page.get('message')),
      addEventListener: (_, listener) => {
        receive = listener;
      },
    });
  return { line, calls, sent, crash: () => page.get('error')?.(new Event('error')) };
}

const person = (name: string) => ({ what: '', put: [personByHand(`person:${name}`, { name })], remove: [] });

function opened(workers: (ReturnType<typeof makeWorker> | null)[]) {
  const documents = createDocuments(() => 0);
  documents.load(emptyWorkspace('w', ''));
  const workspace = (): Workspace | null => documents.ledger()?.shown ?? null;
  let inPage = 0;
  const loadService = async () => {
    inPage++;
    return createService();
  };
  const today = (): string => '2026-11-23';
  const desk = createDesk({ makeWorker: () => workers.shift()?.line ?? null, loadService, workspace, today });
  const queries = createQueries(
    desk,
    workspace,
    today,
    createPlaces(null, () => OPEN),
  );
  const names = async () => (await queries.people()).ids;
  return { documents, desk, names, inPage: () => inPage };
}

describe('the desk', () => {
  test('sends the workspace once, then changes only', async () => {
    const worker = makeWorker();
    const { documents, names, desk } = opened([worker]);
    documents.apply(person('a'));
    expect(await names()).toEqual(['person:a']);
    documents.apply(person('b'));
    documents.apply(person('c'));
    expect(await names()).toEqual(['person:a', 'person:b', 'person:c']);
    expect(await names()).toHaveLength(3);
    void documents.undo();
    expect(await names()).toHaveLength(2);
    expect(worker.calls).toEqual(['open', 'people', 'apply', 'people', 'people', 'apply', 'people']);
    documents.load(emptyWorkspace('other', ''));
    expect(await names()).toEqual([]);
    expect(worker.calls.at(-2)).toBe('open');
    desk.close();
  });

  test('does not send again what was checked there a moment ago', async () => {
    const worker = makeWorker();
    const { documents, desk, names } = opened([worker]);
    const loaded = filled(
      emptyWorkspace('large', ''),
      Array.from({ length: 4_500 }, (_, at) => personByHand(`person:${at}`, { name: `P ${at}` })),
    );
    const { entries, refused } = await desk.check([...entriesOf(loaded), { id: 'person:torn' }]);
    expect([entries.length, refused]).toEqual([4_501, 1]);
    documents.load(filled(emptyWorkspace('large', ''), entries));
    expect(await names()).toHaveLength(4_500);
    expect(worker.sent.at(-2)?.input).toMatchObject({ entries: { count: 4_501 } });
    documents.apply(person('late'));
    expect(await names()).toHaveLength(4_501);

    // Changed between check and opening, or checked twice at once: all of it travels.
    documents.load(filled(emptyWorkspace('other', ''), (await desk.check(entries)).entries.slice(0, -1)));
    expect(await names()).toHaveLength(4_499);
    const [one] = await Promise.all([desk.check(entries), desk.check(entries.slice(0, 3_000))]);
    documents.load(filled(emptyWorkspace('third', ''), one.entries));
    expect(await names()).toHaveLength(4_500);
    desk.close();
  });

  test('parts of one opening, checked at once, are opened there as one', async () => {
    const [worker, heir] = [makeWorker(), makeWorker()];
    const { documents, desk, names } = opened([worker, heir]);
    const large = Array.from({ length: 900 }, (_, at) => personByHand(`person:${at}`, { name: `P ${at}` }));
    const whole = entriesOf(filled(emptyWorkspace('large', ''), large));
    const parts = (opening: object) => [whole.slice(0, 300), whole.slice(300)].map((part) => desk.check(part, opening));
    const open = (read: { entries: Entry[] }[]) =>
      documents.load(
        filled(
          emptyWorkspace('large', ''),
          read.flatMap(({ entries }) => entries),
        ),
      );
    open(await Promise.all(parts({})));
    expect(await names()).toHaveLength(900);
    expect(worker.sent.at(-2)).toMatchObject({ method: 'open', input: { entries: { count: 901 } } });

    // A worker that died between two parts leaves one that has not all of them.
    const [first, second] = parts({});
    const before = await first;
    worker.crash();
    const after = await second;
    open([before, after].flatMap((part) => part ?? []));
    expect(await names()).toHaveLength(900);
    expect(heir.sent.findLast(({ method }) => method === 'open')?.input).toMatchObject({
      entries: { length: 901 },
    });
    desk.close();
  });

  test('asks again when the workspace moved on meanwhile', async () => {
    const worker = makeWorker();
    const { documents, names, desk } = opened([worker]);
    const asked = names();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    documents.apply(person('late'));
    expect(await asked).toEqual(['person:late']);
    desk.close();
  });

  test('a change in the middle of an answer: asked again about the new state, without sending all of it', async () => {
    const all: string[] = [];
    for (let turns = 1; turns < 10; turns++) {
      const worker = makeWorker();
      const { documents, names, desk } = opened([worker]);
      documents.apply(person('early'));
      await names();
      const revisions: (number | undefined)[] = [];
      const asked = desk.ask((service, call) => {
        revisions.push(call.revision);
        return service.portfolio({ today: '2026-11-23' }, call);
      });
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      documents.apply(person('late'));
      expect(await names()).toHaveLength(2);
      expect((await asked).targets).toEqual([]);
      all.push(revisions.join());
      expect(worker.calls.filter((call) => call === 'open')).toHaveLength(1);
      desk.close();
    }
    // Answered before the change came, or asked once more.
    expect(all).toContain('1,2');
    for (const asked of all) expect(['1', '1,2']).toContain(asked);
  });

  test('starts another worker when one dies in the middle, and tells it everything', async () => {
    const [first, second] = [makeWorker(), makeWorker()];
    const { documents, names, desk, inPage } = opened([first, second]);
    documents.apply(person('a'));
    await names();
    const asked = names();
    first.crash();
    expect(await asked).toEqual(['person:a']);
    expect(second.calls).toEqual(['open', 'people']);
    expect(inPage()).toBe(0);
    desk.close();
  });

  test('works in the page when workers are refused', async () => {
    const { documents, names, inPage } = opened([null]);
    documents.apply(person('a'));
    expect(await names()).toEqual(['person:a']);
    documents.apply(person('b'));
    expect(await names()).toHaveLength(2);
    expect(inPage()).toBe(1);
  });

  test('works in the page when the worker fails before it started, without trying others', async () => {
    const [first, second] = [makeWorker(), makeWorker()];
    const { documents, names, inPage } = opened([first, second]);
    documents.apply(person('a'));
    const asked = names();
    first.crash();
    expect(await asked).toEqual(['person:a']);
    expect([inPage(), second.calls]).toEqual([1, []]);
  });

  test('is cancelled by its caller only', async () => {
    const { desk, documents } = opened([makeWorker()]);
    documents.apply(person('a'));
    const abort = new AbortController();
    const asked = desk.ask((service, call) => service.people({}, call), { signal: abort.signal });
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect((await desk.ask((service, call) => service.people({}, call))).ids).toHaveLength(1);
    desk.close();
  });
});
