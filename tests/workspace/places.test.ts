import { describe, expect, test } from 'vitest';
import type { NodeKey } from '#graph/drawing.ts';
import { keep, markOf } from '#graph/kept.ts';
import { OPEN, type Vault, vaultOf } from '#storage/vault.ts';
import { createPlaces } from '#workspace/places.ts';

const keys: NodeKey[] = ['me:me', 'person:__proto__', 'company:1', 'person:2'];
const kept = keep({ keys, x: new Float32Array([0, 1, 2, 3]), y: new Float32Array([0, 4, 5, 6]) }, 'clusters', null, []);

function shelfOf(...stored: (readonly [string, string])[]) {
  const items = new Map<string, string>(stored);
  return {
    items,
    get length() {
      return items.size;
    },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}
const places = (shelf: ReturnType<typeof shelfOf>, vault: Vault = OPEN) => createPlaces(shelf, () => vault);
const written = (shelf: ReturnType<typeof shelfOf>) => [...shelf.items.values()].join();
const lock = async (id: string): Promise<Vault> =>
  vaultOf(id, await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));

describe('places of the map', () => {
  test('come back from the browser exactly, and hold no id', async () => {
    const shelf = shelfOf();
    await places(shelf).keep('w', kept);
    expect(await places(shelf).of('w')).toEqual(kept);
    expect(written(shelf)).not.toMatch(/person|proto|company/);
  });

  test('of somebody who was deleted, and of a deleted workspace, go', async () => {
    const shelf = shelfOf();
    await places(shelf).keep('w', kept);
    const again = places(shelf);
    await again.forget('w', 'person:2');
    expect((await places(shelf).of('w'))?.marks).not.toContain(markOf('person:2'));
    again.drop('w');
    expect(shelf.items.size).toBe(0);
    expect(await again.of('w')).toBe(null);
  });

  test.each(['', 'x', '"9:AAAA"', '"0:AAAA"', '"0:%%%%"', '{"a":1}', JSON.stringify(`2:${btoa('x'.repeat(13))}`)])(
    '%j is no picture, and does not stay',
    async (stored) => {
      const shelf = shelfOf(['handcarry map w', stored]);
      expect(await places(shelf).of('w')).toBe(null);
      expect(shelf.items.size).toBe(0);
    },
  );

  test('under a passphrase are read by its key only', async () => {
    const shelf = shelfOf();
    const [own, other] = [await lock('own'), await lock('other')];
    await places(shelf, own).keep('w', kept);
    expect(await places(shelf, own).of('w')).toEqual(kept);
    for (const stranger of [OPEN, other, vaultOf('own', await otherKey())]) {
      const copy = shelfOf(...shelf.items);
      expect(await places(copy, stranger).of('w')).toBe(null);
    }
    const moved = shelfOf(['handcarry map v', written(shelf)]);
    expect(await places(moved, own).of('v')).toBe(null);
  });

  test('lie open no longer once a passphrase is set, and other things of the page stay', async () => {
    const shelf = shelfOf(['handcarry look', 'dark'], ['handcarry map of another workspace', 'open']);
    let vault: Vault = OPEN;
    const held = createPlaces(shelf, () => vault);
    await held.keep('w', kept);
    const open = shelf.getItem('handcarry map w');
    vault = await lock('own');
    await held.relock();
    expect([...shelf.items.keys()]).toEqual(['handcarry look', 'handcarry map w']);
    expect(shelf.getItem('handcarry map w')).not.toBe(open);
    expect(await places(shelf, vault).of('w')).toEqual(kept);
    vault = OPEN;
    await held.relock();
    expect(shelf.getItem('handcarry map w')).toBe(open);
  });
});

function otherKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
