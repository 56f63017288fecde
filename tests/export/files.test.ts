import { DOMParser } from '@xmldom/xmldom';
import * as fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { gexfOf, graphmlOf } from '#export/graph-files.ts';
import { mapSvg } from '#export/map-svg.ts';
import { readableFiles } from '#export/readable.ts';
import { remindersIcs } from '#export/reminders-ics.ts';
import { WHOLE } from '#graph/drawing.ts';
import { apply } from '#model/change.ts';
import { csvOf } from '#model/csv.ts';
import { personByHand } from '#model/person.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { drawn } from '#tests/graph/drawn.ts';

const XSS = [
  '"><img src=x onerror=alert(1)>',
  "]]><script>x</script>&amp;'",
  '\u0000\u0008bell\ud800',
  '=HYPERLINK("http://x")',
  '__proto__',
];

test('reminders are all-day entries that a calendar reads back, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ summary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), description: fc.string() }),
        { maxLength: 4 },
      ),
      (items) => {
        const ics = remindersIcs(
          items.map((item, i) => ({ uid: `ask${i}-nudge@handcarry`, on: '2026-12-31', ...item })),
          new Date('2026-11-23T10:00:00Z'),
        );
        for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const events = new ICAL.Component(ICAL.parse(ics))
          .getAllSubcomponents('vevent')
          .map((one) => new ICAL.Event(one));
        expect(events.map((event) => [event.startDate.toString(), event.endDate.toString()])).toEqual(
          items.map(() => ['2026-12-31', '2027-01-01']),
        );
        events.forEach((event, i) => {
          expect(event.summary).toBe(
            items[i]?.summary.replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\r' ? sign : ' ')),
          );
        });
      },
    ),
  );
});

function picture() {
  const put = XSS.map((name, i) => personByHand(`person:${i}`, { name }));
  const workspace = apply(emptyWorkspace('workspace:1', 'x'), { what: '', put, remove: [] }).workspace;
  const between = [{ a: 'person:0', b: 'person:1', standing: 'confirmed' }] as const;
  return drawn({ workspace, mine: new Map(), between, opens: new Map() }, WHOLE);
}

test('GEXF and GraphML open again with every node, edge and name', () => {
  const drawing = picture();
  const labels = ['You', ...XSS];
  for (const graph of [
    parseGexf(UndirectedGraph, gexfOf(drawing, labels, 'Mine <&>')),
    parseGraphml(UndirectedGraph, graphmlOf(drawing, labels)),
  ]) {
    expect(graph.order).toBe(drawing.keys.length);
    expect(graph.size).toBe(1);
    expect(graph.getNodeAttribute('person:0', 'label')).toBe(XSS[0]);
    expect(graph.getNodeAttribute('person:4', 'label')).toBe('__proto__');
    expect(graph.getNodeAttribute('person:1', 'kind')).toBe('person');
  }
});

test('the SVG is well formed, holds every name as text and no markup of theirs', () => {
  const colours = {
    ground: '#fff',
    text: '#000',
    accent: '#066',
    grey: '#999',
    hues: ['#111'],
    lines: ['#222', '#333', '#444'],
  };
  const svg = mapSvg(picture(), ['You', ...XSS], colours, 800);
  const seen = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(seen.getElementsByTagName('parsererror').length).toBe(0);
  const texts = seen.getElementsByTagName('text');
  expect(Array.from({ length: texts.length }, (_, i) => texts.item(i)?.textContent)).toContain(XSS[0]);
  expect(seen.getElementsByTagName('script').length + seen.getElementsByTagName('img').length).toBe(0);
  expect(seen.getElementsByTagName('path').length).toBe(1);
});

test('readable files hold everybody, run no formula and name no object of a file', () => {
  const put = XSS.map((name, i) => personByHand(`person:${i}`, { name, note: '@SUM(A1)' }));
  const workspace = apply(emptyWorkspace('workspace:1', 'x'), { what: '', put, remove: [] }).workspace;
  const files = new Map(readableFiles(workspace).map(({ name, text }) => [name, text]));
  expect([...files.keys()]).toEqual(['people.csv', 'ties.csv', 'targets.csv', 'asks.csv', 'everything.jsonl']);
  expect(files.get('people.csv')).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(files.get('people.csv')).toContain("'@SUM(A1)");
  const records =
    files
      .get('everything.jsonl')
      ?.trim()
      .split('\n')
      .map((line) => JSON.parse(line)) ?? [];
  expect(records.length).toBe(XSS.length + 1);
});

test('a CSV gives back every cell, and none that a spreadsheet would run', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('=1', '\t=1', ' +1', '-1', '@x', '|cmd', '＝1', '\r=1', 'a"b', 'x\ny'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const read = Papa.parse<string[]>(csvOf(rows).slice(1), { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);
      expect(read.length).toBe(rows.length);
      read.flat().forEach((got, i) => {
        const said = rows.flat()[i] ?? '';
        expect([said, `'${said}`]).toContain(got);
        expect(got).not.toMatch(/^\s*[=+\-@]/);
      });
    }),
  );
});
