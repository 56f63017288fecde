import { describe, expect, test } from 'vitest';
import { layered } from '#graph/path-diagram.ts';
import { mergeWays } from '#graph/path-merge.ts';
import { pathSvg } from '#graph/path-svg.ts';
import type { WayIn } from '#paths/types.ts';

const way: WayIn = {
  id: 'person:ana>person:marta',
  people: ['person:ana', 'person:marta'],
  standing: 'inferred',
  steps: [
    { from: 'me', to: 'person:ana', standing: 'confirmed', p: 0.9, band: 'hot', percent: 86, kind: null },
    { from: 'person:ana', to: 'person:marta', standing: 'inferred', p: 0.3, band: null, percent: null, kind: 'think' },
  ],
  weaker: 1,
  cost: 1,
};
const merged = mergeWays([way], {
  manager: 'person:marta',
  hr: ['person:helena'],
  laneOf: (id) => (id === 'person:ana' ? '' : 'acme'),
});
const drawing = layered(merged, { width: 900, stubs: 1, labelWidth: () => 60 });

function draw(name: string, lit: string | null = way.id): string {
  return pathSvg(
    drawing,
    {
      title: 'Ways in',
      name: (node) => (node.id === 'me' ? 'You' : name),
      under: (node) => (node.role === 'hr' ? 'HR: not a route' : ''),
      lane: () => 'Acme & Sons',
      line: () => 'may know',
      stubs: ['Cold e-mail'],
    },
    lit,
  );
}

/** Every opened element is closed, in order. */
function balanced(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!self) open.push(name ?? '');
  }
  return open.length === 0;
}

describe('the path diagram as a picture', () => {
  test('holds everybody, the bands, the words of the ties and the moves not taken', () => {
    const svg = draw('Ana Costa');
    expect(balanced(svg)).toBe(true);
    for (const words of ['You', 'Ana Costa', 'Acme &amp; Sons', 'may know', 'HR: not a route', 'Cold e-mail']) {
      expect(svg).toContain(`>${words}<`);
    }
    expect(svg.match(/stroke-dasharray="5 5"/g)).toHaveLength(1);
  });

  test('lights one way in and marks its weaker step', () => {
    expect(draw('Ana', way.id).match(/#7a4d00/g)?.length).toBeGreaterThan(0);
    expect(draw('Ana', null)).not.toContain('#7a4d00');
  });

  test('writes names as text, whatever they hold', () => {
    const svg = draw('<script>"&\u0000\ud800');
    expect(balanced(svg)).toBe(true);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg.includes('\u0000') || /[\ud800-\udfff]/.test(svg)).toBe(false);
  });

  test('cuts a name of 10,000 letters', () => {
    expect(draw('x'.repeat(10_000)).length).toBeLessThan(10_000);
  });
});
