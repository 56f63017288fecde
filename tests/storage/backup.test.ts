import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, emptyWorkspace, entrySchema } from '#model/workspace.ts';
import { readBackup, readDocument, writeBackup } from '#storage/backup.ts';
import { canonicalDocument, canonicalJson } from '#storage/canonical.ts';
import { workspaceOf } from '#storage/load.ts';
import { anyWorkspace } from './any-workspace.ts';

const validate = async (records: readonly unknown[]) => {
  const entries: Entry[] = records.flatMap((record) => entrySchema.safeParse(record).data ?? []);
  return { entries, refused: records.length - entries.length };
};

describe('a backup', () => {
  test('holds every byte of 500 random workspaces', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorkspace, async (workspace) => {
        const restored = await readBackup(await writeBackup(workspace, ''), '', validate);
        if (!restored.ok) throw new Error(restored.error.message);
        const again = workspaceOf({ ...workspace, ...restored.value, id: workspace.id }, restored.value.entries);
        expect(canonicalJson(again)).toBe(canonicalJson(workspace));
        expect(new Map(again.people)).toEqual(new Map(workspace.people));
      }),
      { numRuns: 500 },
    );
  });

  test('is refused with any one bit flipped', async () => {
    const bytes = await writeBackup({ ...emptyWorkspace('w1', 'Mine'), revision: 7 }, '');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const broken = bytes.slice();
      broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const restored = await readBackup(broken, '', validate);
      expect(restored.ok, `bit ${bit}`).toBe(false);
    }
  });

  test('that is locked opens with its passphrase only, however it is typed', async () => {
    const locked = await writeBackup(emptyWorkspace('w1', 'Mine'), 'caf\u00e9 in Porto');
    expect(await readBackup(locked, 'cafe\u0301 in Porto', validate)).toMatchObject({
      ok: true,
      value: { name: 'Mine' },
    });
    expect(await readBackup(locked, '', validate)).toMatchObject({
      ok: false,
      error: { locked: true, message: expect.stringContaining('Type it') },
    });
    expect(await readBackup(locked, 'cafe in Porto', validate)).toMatchObject({
      ok: false,
      error: { locked: true, message: expect.stringContaining('does not open this backup') },
    });
  });

  test('names in a sentence what it is when it is none', async () => {
    const sentence = async (bytes: Uint8Array<ArrayBuffer>) => {
      const restored = await readBackup(bytes, '', validate);
      return restored.ok ? '' : restored.error.message;
    };
    expect(await sentence(new TextEncoder().encode('First Name,Last Name'))).toMatch('not a Handcarry backup');
    expect(await sentence(new Uint8Array())).toMatch('not a Handcarry backup');
    const newer = await writeBackup(emptyWorkspace('w1', 'Mine'), '');
    newer[8] = 2;
    expect(await sentence(newer)).toMatch('newer version');
  });
});

describe('a canonical document', () => {
  test('of a newer schema, or with a record nobody knows, is refused whole', async () => {
    const document = canonicalDocument(emptyWorkspace('w1', 'Mine'));
    expect(await readDocument({ ...document, schema: 2 }, validate)).toMatchObject({ ok: false });
    const strange = [...document.entries, { id: 'planet:1' }, { id: 'person:a', sightings: 7 }];
    expect(await readDocument({ ...document, entries: strange }, validate)).toMatchObject({
      ok: false,
      error: expect.stringContaining('2 records'),
    });
    expect(await readDocument(null, validate)).toMatchObject({ ok: false });
  });

  test('pollutes no prototype', async () => {
    const json = JSON.parse(
      '{"format":"handcarry","schema":1,"id":"x","name":"","sample":false,"revision":0,"entries":[{"id":"me:me","__proto__":{"polluted":1}}]}',
    ) as unknown;
    await readDocument(json, validate);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
