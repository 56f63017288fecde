import { expect, test } from 'vitest';
import { planImport } from '#intake/plan.ts';
import { apply } from '#model/change.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import { TODAY } from './kit.ts';
import { type Labelled, labelledSources } from './labelled-people.ts';

const SEED = 20261123;

interface Quality {
  readonly records: number;
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly questions: number;
  /** By kind of question: how many are right to be one person, and how many are asked. */
  readonly kinds: readonly (readonly [kind: string, right: number, asked: number])[];
}

/** All sources imported one after the other; questions are answered by `answer`. */
function imported(
  sources: readonly Labelled[],
  answer: (right: number) => number | null,
): { workspace: Workspace; questions: number; kinds: Quality['kinds'] } {
  let workspace = emptyWorkspace('quality', 'Quality');
  let questions = 0;
  const kinds = new Map<string, [right: number, asked: number]>();
  for (const { out, truth } of sources) {
    const plan = planImport({ read: [out], reports: [], unmapped: [], problems: [] }, workspace, {
      owner: 'me',
      today: TODAY,
      token: 1,
    });
    const same = plan.review.doubts.map(({ index, row, options, kind }) => {
      const who = truth.get(row);
      const right = options.findIndex(({ person }) => {
        const sightings = workspace.people.get(person)?.sightings ?? [];
        return sightings.length > 0 && sightings.every((each) => whoIs(sources, each) === who);
      });
      const [rightly, asked] = kinds.get(kind) ?? [0, 0];
      kinds.set(kind, [rightly + (right < 0 ? 0 : 1), asked + 1]);
      return [index, right < 0 ? null : answer(right)] as const;
    });
    questions += same.length;
    workspace = apply(workspace, plan.accept({ token: 1, same, takeOwn: false }).change).workspace;
  }
  return { workspace, questions, kinds: [...kinds].map(([kind, [right, asked]]) => [kind, right, asked]) };
}

function whoIs(sources: readonly Labelled[], { file, row }: { file: string; row: number }): number {
  return sources.find(({ out }) => out.file === file)?.truth.get(row) ?? -1;
}

/** Records of one true person that ended in one person, against all pairs. */
function pairsOf(sources: readonly Labelled[], workspace: Workspace): { right: number; wrong: number; all: number } {
  let right = 0;
  let wrong = 0;
  for (const { sightings } of workspace.people.values()) {
    const who = sightings.map((sighting) => whoIs(sources, sighting));
    for (const [at, one] of who.entries())
      for (const other of who.slice(at + 1))
        if (one === other) right++;
        else wrong++;
  }
  const perPerson = new Map<number, number>();
  for (const { truth } of sources) for (const id of truth.values()) perPerson.set(id, (perPerson.get(id) ?? 0) + 1);
  const all = [...perPerson.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  return { right, wrong, all };
}

function quality(people: number, seed: number): Quality {
  const sources = labelledSources(people, seed);
  const alone = pairsOf(sources, imported(sources, () => null).workspace);
  const asked = imported(sources, (right) => right);
  const answered = pairsOf(sources, asked.workspace);
  return {
    records: sources.reduce((sum, { out }) => sum + out.rows, 0),
    pairs: alone.all,
    precision: alone.right / (alone.right + alone.wrong),
    recall: answered.right / alone.all,
    questions: asked.questions,
    kinds: asked.kinds,
  };
}

test('people of four sources are merged rightly, and missed seldom', () => {
  const { records, pairs, precision, recall, questions, kinds } = quality(1500, SEED);
  console.log(
    `${records} records, ${pairs} true pairs: precision ${precision.toFixed(4)} without a question, recall ${recall.toFixed(4)} with ${questions} questions answered (${kinds.map(([kind, right, asked]) => `${kind} ${right} right of ${asked}`).join(', ')})`,
  );
  expect(records).toBeGreaterThanOrEqual(3000);
  expect(precision).toBeGreaterThanOrEqual(0.995);
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(questions).toBeLessThan(pairs / 3);
});
