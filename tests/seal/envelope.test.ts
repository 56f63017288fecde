import { describe, expect, test } from 'vitest';
import { compress, decompress } from '#seal/compress.ts';
import { seal, unseal } from '#seal/envelope.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a sealed file', () => {
  test('without a passphrase is the same bytes for the same content, and smaller than it', async () => {
    const content = bytesOf('Ana knows Marta. '.repeat(1_000));
    const [one, two] = [await seal(content, ''), await seal(content, '')];
    expect(one).toEqual(two);
    expect(one.length).toBeLessThan(content.length / 10);
    expect(await unseal(one, '')).toEqual({ ok: true, value: content });
  });

  test('with a passphrase never repeats a byte pattern and never shows its content', async () => {
    const [one, two] = [await seal(bytesOf('Marta'), 'pass'), await seal(bytesOf('Marta'), 'pass')];
    expect(one.slice(14, 42)).not.toEqual(two.slice(14, 42));
    expect(one.slice(74)).not.toEqual(two.slice(74));
    expect(await unseal(one, 'pass')).toEqual({ ok: true, value: bytesOf('Marta') });
    expect(await unseal(one, 'Pass')).toEqual({ ok: false, error: 'wrong-passphrase' });
  });

  test('says that it wants a passphrase before it says that one is wrong', async () => {
    const sealed = await seal(bytesOf('x'), 'pass');
    expect(await unseal(sealed, '')).toEqual({ ok: false, error: 'needs-passphrase' });
  });

  test('cut short, grown or empty is refused', async () => {
    const sealed = await seal(bytesOf('content'), '');
    expect(await unseal(sealed.slice(0, -1), '')).toEqual({ ok: false, error: 'damaged' });
    expect(await unseal(Uint8Array.from([...sealed, 0]), '')).toEqual({ ok: false, error: 'damaged' });
    expect(await unseal(sealed.slice(0, 20), '')).toEqual({ ok: false, error: 'damaged' });
    expect(await unseal(sealed.slice(0, 7), '')).toEqual({ ok: false, error: 'not-sealed' });
    expect(await unseal(sealed, '', 5)).toEqual({ ok: false, error: 'too-large' });
  });
});

describe('decompression', () => {
  test('stops at its limit', async () => {
    const bomb = await compress(new Uint8Array(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await decompress(bomb, 1_000_000)).toEqual({ ok: false, error: 'too-large' });
    expect((await decompress(bomb, 5_000_000)).ok).toBe(true);
  });

  test('of something else is refused', async () => {
    expect(await decompress(bytesOf('no deflate stream'), 1_000)).toEqual({ ok: false, error: 'damaged' });
  });
});
