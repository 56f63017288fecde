import { BANDS, type Drawing, type NodeKey } from '#graph/drawing.ts';
import type { CompanyId, PersonId, TargetId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import { STANDINGS, type Standing } from '#model/tie.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Band } from '#ties/types.ts';

/** What stays lit. An empty field asks for nothing. */
export interface MapFilter {
  readonly text: string;
  readonly hue: number | null;
  readonly company: CompanyId | '';
  readonly band: Band | '';
  readonly standing: Standing | '';
  readonly ring: '' | '1' | '2' | '3';
  readonly tag: string;
  /** The role, its manager and HR, and everybody at that company. */
  readonly target: TargetId | '';
}

export const NO_FILTER: MapFilter = {
  text: '',
  hue: null,
  company: '',
  band: '',
  standing: '',
  ring: '',
  tag: '',
  target: '',
};

export function isFiltering(filter: MapFilter): boolean {
  return Object.values(filter).some((value) => value !== '' && value !== null);
}

/** Who stays lit: those that every part of the filter and a lit way in have in common; null when nothing is asked. */
export function litKeys(
  workspace: Workspace,
  drawing: Drawing,
  labels: readonly string[],
  filter: MapFilter,
  path: readonly NodeKey[],
): ReadonlySet<NodeKey> | null {
  if (!isFiltering(filter) && path.length === 0) return null;
  const wanted = filter.text.trim().toLowerCase();
  const onPath = new Set(path);
  const holders = wanted === '' ? new Set() : holding(workspace, drawing, wanted);
  const home = filter.company === '' ? -1 : drawing.keys.indexOf(filter.company);
  const target = filter.target === '' ? undefined : workspace.targets.get(filter.target);
  const around = new Set<NodeKey | null>(target && [target.id, target.manager, ...target.hr]);
  const there = target ? drawing.keys.indexOf(target.company) : -1;
  return new Set(
    drawing.keys.filter((key, node) => {
      if (wanted !== '' && !labels[node]?.toLowerCase().includes(wanted) && !holders.has(key)) return false;
      if (filter.hue !== null && drawing.hue[node] !== filter.hue) return false;
      if (filter.company !== '' && drawing.home[node] !== home) return false;
      if (filter.band !== '' && BANDS[drawing.band[node] ?? 4] !== filter.band) return false;
      if (filter.standing !== '' && STANDINGS[drawing.standing[node] ?? 3] !== filter.standing) return false;
      if (filter.ring !== '' && drawing.ring[node] !== Number(filter.ring)) return false;
      if (filter.tag !== '' && !workspace.people.get(key as PersonId)?.own.tags.includes(filter.tag)) return false;
      if (target && !around.has(key) && (there === -1 || drawing.home[node] !== there)) return false;
      return onPath.size === 0 || onPath.has(key);
    }),
  );
}

/** Of the lit, the name that is nearest to the text: it begins with it, best as a whole word; else the first. */
export function nearestName(
  keys: readonly NodeKey[],
  labels: readonly string[],
  lit: ReadonlySet<NodeKey>,
  text: string,
): NodeKey | undefined {
  const wanted = text.trim().toLowerCase();
  const found = keys.flatMap((key, node) => (lit.has(key) ? [{ key, name: labels[node]?.toLowerCase() ?? '' }] : []));
  const begin = found.filter(({ name }) => name.startsWith(wanted));
  const whole = begin.find(({ name }) => !/^[\p{L}\p{N}]/u.test(name.slice(wanted.length)));
  return (whole ?? begin[0] ?? found[0])?.key;
}

/** Closed companies with somebody of this name among their people. */
function holding({ people }: Workspace, { keys, members }: Drawing, wanted: string): ReadonlySet<NodeKey> {
  const closed = new Set<NodeKey | null>(keys.filter((_, node) => (members[node] ?? 0) > 0));
  const found = new Set<NodeKey>();
  if (closed.size === 0) return found;
  for (const person of people.values()) {
    const { name, company } = profileOf(person);
    if (company !== null && closed.has(company) && name.toLowerCase().includes(wanted)) found.add(company);
  }
  return found;
}
