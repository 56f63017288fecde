import type { CompanyId, PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { STANDINGS } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { MyTie, TieBetween } from '#ties/types.ts';
import { BANDS, type MapView, type NodeKey, type Scene, type Shape } from './drawing.ts';

const NO_TIE = STANDINGS.length;

export interface SceneInput {
  readonly workspace: Workspace;
  readonly mine: ReadonlyMap<PersonId, MyTie>;
  /** Ties between two others that are worth a line. */
  readonly between: Iterable<Pick<TieBetween, 'a' | 'b' | 'standing'>>;
  /** How many targets a person opens. */
  readonly opens: ReadonlyMap<PersonId, number>;
}

/**
 * People, companies with at least two people here, and targets, in the order of their ids: what could be
 * drawn, before it has a place. Members of a closed company are left out; it carries their number.
 */
export function sceneOf(input: SceneInput, view: MapView): Scene {
  const scene: Scene = {
    keys: [],
    shape: [],
    ring: [],
    band: [],
    standing: [],
    opens: [],
    members: [],
    home: [],
    edges: [],
  };
  const index = new Map<NodeKey, number>();
  const add = (key: NodeKey, shape: Shape): number => {
    const node = scene.keys.push(key) - 1;
    index.set(key, node);
    scene.shape.push(shape);
    scene.ring.push(shape === 'me' ? 0 : 3);
    scene.band.push(BANDS.indexOf('none'));
    scene.standing.push(NO_TIE);
    scene.opens.push(0);
    scene.members.push(0);
    scene.home.push(-1);
    return node;
  };
  add('me:me', 'me');
  const groups = groupByCompany(input.workspace);
  const closed = closedOf(view, groups);
  const targeted = new Set([...input.workspace.targets.values()].map((target) => target.company));
  const managers = managersOf(input.workspace);
  for (const [company, members] of groups) {
    if (members.length < 2 && !targeted.has(company)) continue;
    const node = add(company, 'company');
    scene.home[node] = node;
    // Hiring managers stand beside their closed company, so it does not stand for them.
    if (closed.has(company)) scene.members[node] = members.filter((id) => !managers.has(id)).length;
  }
  addPeople(input, add, index, scene, closed);
  addTargets(input.workspace, add, index, scene);
  addEdges(input, view, index, scene);
  markSecondRing(scene);
  return scene;
}

function managersOf({ targets }: Workspace): ReadonlySet<PersonId | null> {
  return new Set([...targets.values()].map((target) => target.manager));
}

function groupByCompany(workspace: Workspace): Map<CompanyId, PersonId[]> {
  const groups = new Map<CompanyId, PersonId[]>();
  for (const id of [...workspace.people.keys()].sort()) {
    const person = workspace.people.get(id);
    const company = person ? profileOf(person).company : null;
    if (company === null) continue;
    const members = groups.get(company);
    if (members) members.push(id);
    else groups.set(company, [id]);
  }
  for (const target of workspace.targets.values()) if (!groups.has(target.company)) groups.set(target.company, []);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function closedOf(view: MapView, groups: ReadonlyMap<CompanyId, readonly PersonId[]>): Set<CompanyId> {
  const closed = new Set(view.closed === 'all' ? groups.keys() : view.closed === 'none' ? [] : view.closed);
  for (const company of view.opened) closed.delete(company);
  for (const [company, members] of groups) if (members.length < 2) closed.delete(company);
  return closed;
}

function addPeople(
  { workspace, mine, opens }: SceneInput,
  add: (key: NodeKey, shape: Shape) => number,
  index: Map<NodeKey, number>,
  scene: Scene,
  closed: ReadonlySet<CompanyId>,
): void {
  const managers = managersOf(workspace);
  const hr = new Set([...workspace.targets.values()].flatMap((target) => target.hr));
  for (const id of [...workspace.people.keys()].sort()) {
    const person = workspace.people.get(id);
    if (!person) continue;
    const { company } = profileOf(person);
    const isManager = managers.has(id);
    if (company !== null && closed.has(company) && !isManager) continue;
    const node = add(id, isManager ? 'manager' : hr.has(id) || person.own.hr ? 'hr' : 'person');
    const tie = mine.get(id);
    scene.home[node] = company === null ? -1 : (index.get(company) ?? -1);
    scene.opens[node] = opens.get(id) ?? 0;
    if (!tie?.standing) continue;
    scene.ring[node] = 1;
    scene.standing[node] = STANDINGS.indexOf(tie.standing);
    scene.band[node] = BANDS.indexOf(tie.band);
  }
}

function addTargets(
  workspace: Workspace,
  add: (key: NodeKey, shape: Shape) => number,
  index: Map<NodeKey, number>,
  scene: Scene,
): void {
  for (const target of [...workspace.targets.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const node = add(target.id, 'target');
    scene.home[node] = index.get(target.company) ?? -1;
  }
}

function addEdges(
  { workspace, mine, between }: SceneInput,
  view: MapView,
  index: ReadonlyMap<NodeKey, number>,
  scene: Scene,
): void {
  for (const [id, tie] of mine) {
    const b = index.get(id);
    if (b === undefined || tie.standing === null || (tie.standing !== 'confirmed' && !view.myList)) continue;
    scene.edges.push({ a: 0, b, standing: STANDINGS.indexOf(tie.standing) });
  }
  for (const tie of between) {
    const a = index.get(tie.a);
    const b = index.get(tie.b);
    if (a !== undefined && b !== undefined) scene.edges.push({ a, b, standing: STANDINGS.indexOf(tie.standing) });
  }
  for (const target of workspace.targets.values()) {
    const a = index.get(target.id);
    const b = target.manager === null ? undefined : index.get(target.manager);
    // Whose role it is, not an acquaintance: drawn like a certain line between the two glyphs.
    if (a !== undefined && b !== undefined) scene.edges.push({ a, b, standing: 0 });
  }
}

/** Known through somebody who is my contact. */
function markSecondRing(scene: Scene): void {
  for (const { a, b } of scene.edges) {
    if (scene.ring[a] === 1 && scene.ring[b] === 3 && scene.shape[b] !== 'target') scene.ring[b] = 2;
    if (scene.ring[b] === 1 && scene.ring[a] === 3 && scene.shape[a] !== 'target') scene.ring[a] = 2;
  }
}
