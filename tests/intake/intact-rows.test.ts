import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, textFile } from './kit.ts';
import { connectionsCsv, messagesCsv } from './made-files.ts';

const ME = { name: 'Jordan Pike', profiles: [] };

/** The file with one line below the header replaced, doubled or cut away. */
function spoilt(text: string, header: number, at: number, garbage: string): { text: string; line: number } {
  const lines = text.split('\n');
  const line = header + 1 + (at % (lines.length - header - 1));
  lines[line] = garbage;
  return { text: lines.join('\n'), line };
}

test('connections: every row but the spoilt one comes through as it was, with its number', async () => {
  const text = connectionsCsv(60);
  const whole = (await read([textFile('Connections.csv', text)])).read[0]?.candidates ?? [];
  const garbage = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('"', '"a,b', ',"', 'a"b"c"', '"""', 'x,"y"z,"'),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(), garbage, async (at, rubbish) => {
      const { text: damaged, line } = spoilt(text, 3, at, rubbish.replaceAll(/[\r\n]/g, ' '));
      const { read: outs } = await read([textFile('Connections.csv', damaged)]);
      const intact = (rows: typeof whole): typeof whole => rows.filter(({ row }) => row !== line + 1);
      expect(intact(outs[0]?.candidates ?? [])).toEqual(intact(whole));
    }),
  );
});

test('messages: a spoilt line without quotes costs its own message only', async () => {
  const text = messagesCsv(60);
  const count = async (file: string): Promise<number> => {
    const { read: outs } = await read([textFile('messages.csv', file)], { me: ME });
    return (outs[0]?.messages ?? []).reduce((sum, { theirs, mine }) => sum + theirs.length + mine.length, 0);
  };
  const whole = await count(text);
  expect(whole).toBe(60);
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.string({ maxLength: 80 }), async (at, rubbish) => {
      const { text: damaged } = spoilt(text.trimEnd(), 0, at, rubbish.replaceAll(/[\r\n"]/g, ' '));
      expect(await count(damaged)).toBe(whole - 1);
    }),
  );
});
