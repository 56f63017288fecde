import { BANDS, type Colouring, GREY, type LegendGroup, type Scene } from './drawing.ts';
import { communitiesOf } from './force.ts';

const HUES = 8;
/** Below .45 the screen has one word for both bands: "little on record". */
const LUKEWARM = BANDS.indexOf('lukewarm');
const RING_NAMES = ['You', 'Your contacts', "Through a friend's list", 'No tie yet'];
const BAND_NAMES = ['Hot', 'Warm', 'Little on record', 'Little on record', 'No evidence', 'Your word'];

/**
 * Gives every node a hue by company, community, band or ring. The eight largest groups have one, the
 * rest are grey; me, companies' own glyphs and targets take the hue of their group. A closed company counts
 * for its people.
 */
export function huesOf(
  scene: Scene,
  by: Colouring,
  nameOf: (node: number) => string,
): { hue: Uint8Array; groups: LegendGroup[] } {
  const group = groupsOf(scene, by);
  const counts = new Map<number, number>();
  group.forEach((key, node) => {
    const people = peopleIn(scene, node);
    if (key !== -1 && people > 0) counts.set(key, (counts.get(key) ?? 0) + people);
  });
  const ranked = [...counts].sort(([a, x], [b, y]) => (by === 'company' || by === 'community' ? y - x : 0) || a - b);
  const shown = ranked.slice(0, HUES);
  const hueOf = new Map(shown.map(([key], hue) => [key, by === 'band' ? key : hue]));
  const name = (key: number, i: number) =>
    by === 'company'
      ? nameOf(key)
      : by === 'community'
        ? `Group ${i + 1}`
        : by === 'band'
          ? (BAND_NAMES[key] ?? '')
          : (RING_NAMES[key] ?? '');
  const groups = shown.map(([key, count], i) => ({ hue: hueOf.get(key) ?? GREY, name: name(key, i), count }));
  const rest =
    ranked.slice(HUES).reduce((sum, [, count]) => sum + count, 0) +
    group.reduce((sum, key, node) => sum + (key === -1 ? peopleIn(scene, node) : 0), 0);
  if (rest > 0) groups.push({ hue: GREY, name: 'Everybody else', count: rest });
  return { hue: Uint8Array.from(group, (key) => hueOf.get(key) ?? GREY), groups };
}

function groupsOf(scene: Scene, by: Colouring): number[] {
  if (by === 'band')
    return scene.band.map((band, node) => (isPerson(scene, node) ? (band === LUKEWARM ? LUKEWARM + 1 : band) : -1));
  if (by === 'ring') return scene.ring.map((ring, node) => (isPerson(scene, node) ? ring : -1));
  if (by === 'community') return [...communitiesOf(scene)];
  return scene.home.map((home) => home);
}

/** One for a person, all of its people for a closed company. */
function peopleIn(scene: Scene, node: number): number {
  return isPerson(scene, node) ? 1 : (scene.members[node] ?? 0);
}

function isPerson(scene: Scene, node: number): boolean {
  const shape = scene.shape[node];
  return node > 0 && shape !== 'company' && shape !== 'target';
}
