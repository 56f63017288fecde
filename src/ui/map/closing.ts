import type { Drawing, MapView, NodeKey } from '#graph/drawing.ts';
import type { CompanyId, PersonId } from '#model/ids.ts';
import { profileOf } from '#model/person.ts';
import type { Workspace } from '#model/workspace.ts';
import type { LitStep } from './overlay.ts';

/** Whether a company stands for its people on this drawing; null for what has no two people to stand for. */
export function closingOf({ keys, members, home }: Drawing, key: NodeKey | undefined): 'closed' | 'open' | null {
  const node = key?.startsWith('company:') ? keys.indexOf(key) : -1;
  if (node === -1) return null;
  if ((members[node] ?? 0) > 0) return 'closed';
  // The company itself is at home there, too.
  return home.filter((at) => at === node).length > 2 ? 'open' : null;
}

/** Who stands for somebody on this drawing: their closed company, where they are not on it themselves. */
export function standInOf({ keys }: Drawing, { people }: Workspace): (key: NodeKey) => NodeKey {
  const drawn = new Set(keys);
  return (key) => {
    const person = drawn.has(key) ? undefined : people.get(key as PersonId);
    const company = person ? profileOf(person).company : null;
    return company !== null && drawn.has(company) ? company : key;
  };
}

/** The names on the picture: a company that stands for people of lit ways names them. */
export function namesOf(
  { keys }: Drawing,
  labels: readonly string[],
  { people }: Workspace,
  ways: { readonly steps: readonly LitStep[]; readonly path: readonly LitStep[] },
): readonly string[] {
  const inside = new Map<NodeKey, Set<string>>();
  for (const [at, { to }] of ways.steps.entries()) {
    const shown = ways.path[at]?.to ?? to;
    const person = shown === to ? undefined : people.get(to as PersonId);
    if (person) inside.set(shown, (inside.get(shown) ?? new Set()).add(profileOf(person).name));
  }
  if (inside.size === 0) return labels;
  return labels.map((label, node) => [...(inside.get(keys[node] ?? 'me:me') ?? []), label].join(' · '));
}

export function withClosed(view: MapView, company: CompanyId, close: boolean): MapView {
  const opened = view.opened.filter((id) => id !== company);
  if (view.closed === 'all') return { ...view, opened: close ? opened : [...opened, company] };
  const closed = view.closed === 'none' ? [] : view.closed.filter((id) => id !== company);
  return { ...view, opened, closed: close ? [...closed, company] : closed };
}
