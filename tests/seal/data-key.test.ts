import { expect, test } from 'vitest';
import { newDataKey, openDataKey, rewrapDataKey, sealBytes, unsealBytes } from '#seal/data-key.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('a key opens with its passphrase only, however it is typed, and cannot be read', async () => {
  const { key, kept } = await newDataKey('caf\u00e9 in Porto');
  const sealed = await sealBytes(key, utf8('Marta'), 'here');
  const again = await openDataKey(kept, 'cafe\u0301 in Porto');
  if (!again) throw new Error('not opened');
  expect(await unsealBytes(again, sealed, 'here')).toEqual(utf8('Marta'));
  expect(again.extractable || key.extractable).toBe(false);
  expect(await openDataKey(kept, 'cafe in Porto')).toBeNull();
  expect(kept.rounds).toBe(600_000);
});

test('another passphrase wraps the same key; the one before opens nothing any more', async () => {
  const { key, kept } = await newDataKey('before');
  const sealed = await sealBytes(key, utf8('x'), 'a');
  expect(await rewrapDataKey(kept, 'wrong', 'after')).toBeNull();
  const moved = await rewrapDataKey(kept, 'before', 'after');
  if (!moved) throw new Error('not moved');
  expect(moved.id).toBe(kept.id);
  expect(moved.salt).not.toEqual(kept.salt);
  expect(await openDataKey(moved, 'before')).toBeNull();
  const opened = await openDataKey(moved, 'after');
  expect(opened && (await unsealBytes(opened, sealed, 'a'))).toEqual(utf8('x'));
});

test('one bit changed, another place or another key: nothing is opened', async () => {
  const { key, kept } = await newDataKey('pass');
  const sealed = await sealBytes(key, utf8('Marta'), 'chunks 1');
  expect((await sealBytes(key, utf8('Marta'), 'chunks 1')).nonce).not.toEqual(sealed.nonce);
  expect(await unsealBytes(key, sealed, 'chunks 2')).toBeNull();
  for (let at = 0; at < sealed.bytes.length; at++) {
    const bytes = sealed.bytes.slice();
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await unsealBytes(key, { ...sealed, bytes }, 'chunks 1')).toBeNull();
  }
  expect(await unsealBytes((await newDataKey('pass')).key, sealed, 'chunks 1')).toBeNull();
  expect(await openDataKey({ ...kept, id: 'another' }, 'pass')).toBeNull();
  expect(await openDataKey({ ...kept, rounds: 1e12 }, 'pass')).toBeNull();
});
