import type { PersonId } from '#model/ids.ts';
import type { Step, WayIn } from '#paths/types.ts';

export type End = PersonId | 'me';

/** A person of the path diagram. `layer` is the column: 0 is me, the last one holds the hiring manager. */
export interface DiagramNode {
  readonly id: End;
  readonly role: 'me' | 'person' | 'manager' | 'hr';
  readonly layer: number;
  /** Company lane; people of the same lane are drawn together. '' for me and for people without a company. */
  readonly lane: string;
}

/** One tie, however many ways in use it; always drawn from the lower layer to the higher. */
export interface DiagramLine {
  readonly id: string;
  readonly from: End;
  readonly to: End;
  readonly step: Step;
  readonly ways: readonly string[];
  /** The ways in whose weaker step this is; a way of one step has none. */
  readonly weakerIn: readonly string[];
}

export interface Merged {
  readonly nodes: readonly DiagramNode[];
  readonly lines: readonly DiagramLine[];
  readonly layers: number;
}

export interface Around {
  readonly manager: PersonId | null;
  readonly hr: readonly PersonId[];
  readonly laneOf: (person: PersonId) => string;
}

interface Draft extends Omit<DiagramLine, 'ways' | 'weakerIn'> {
  readonly ways: string[];
  readonly weakerIn: string[];
}

/**
 * Ways in, best first, as one layered graph: people and ties merged, each person as far right as the longest
 * run of ties that leads to them. A tie that two ways walk in opposite directions is drawn once, and a tie
 * that would close a circle is turned round, so that everything reads left to right.
 */
export function mergeWays(ways: readonly WayIn[], around: Around): Merged {
  const lines = new Map<string, Draft>();
  const after = new Map<End, End[]>();
  for (const way of ways) {
    way.steps.forEach((step, at) => {
      const key = step.from < step.to ? `${step.from}|${step.to}` : `${step.to}|${step.from}`;
      const line = lines.get(key) ?? directed(step, after);
      lines.set(key, line);
      line.ways.push(way.id);
      if (at === way.weaker && way.steps.length > 1) line.weakerIn.push(way.id);
    });
  }
  const drawn = [...lines.values()];
  const layerOf = layersOf(drawn);
  const people = new Set<End>(drawn.flatMap((line) => [line.from, line.to]));
  people.delete('me');
  if (around.manager) people.delete(around.manager);
  const last = Math.max(1, ...layerOf.values());
  const node = (id: PersonId, role: DiagramNode['role'], layer: number): DiagramNode => ({
    id,
    role,
    layer,
    lane: around.laneOf(id),
  });
  const nodes: DiagramNode[] = [{ id: 'me', role: 'me', layer: 0, lane: '' }];
  for (const id of people) if (id !== 'me') nodes.push(node(id, 'person', layerOf.get(id) ?? 1));
  if (around.manager) nodes.push(node(around.manager, 'manager', last));
  const hr = around.hr.filter((id) => id !== around.manager && !people.has(id));
  for (const id of new Set(hr)) nodes.push(node(id, 'hr', last));
  return { nodes, lines: drawn, layers: last + 1 };
}

function directed(step: Step, after: Map<End, End[]>): Draft {
  const [from, to] = reaches(after, step.to, step.from) ? [step.to, step.from] : [step.from, step.to];
  const list = after.get(from);
  if (list) list.push(to);
  else after.set(from, [to]);
  return { id: `${from}>${to}`, from, to, step, ways: [], weakerIn: [] };
}

function reaches(after: ReadonlyMap<End, readonly End[]>, from: End, to: End): boolean {
  const seen = new Set<End>([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of after.get(at) ?? []) seen.add(next);
  }
  return false;
}

/** Longest distance from me, in ties. The lines form no circle, so the walk ends. */
function layersOf(lines: readonly DiagramLine[]): Map<End, number> {
  const layer = new Map<End, number>();
  const visit = (id: End, depth: number): void => {
    if ((layer.get(id) ?? -1) >= depth) return;
    layer.set(id, depth);
    for (const line of lines) if (line.from === id) visit(line.to, depth + 1);
  };
  visit('me', 0);
  return layer;
}
