import { fail, ok, type Result } from '#model/result.ts';
import { isRecord } from '#model/same.ts';
import { nextTask } from '#model/turn.ts';
import { type Sealed, sealBytes, unsealBytes } from '#seal/data-key.ts';
import { decode, packed } from './canonical.ts';
import { type Fault, faultOf } from './faults.ts';

/**
 * How values lie in the store: as they are, or each encrypted on its own. What is encrypted names its key, its
 * store and its place (workspace, revision, index), so that nothing can be put in place of something else.
 */
export interface Vault {
  /** Of the key; null while values lie as they are. */
  readonly id: string | null;
  /** Awaits the browser's encryption: never inside a transaction, which would be over by then. */
  seal(store: string, key: IDBValidKey, value: unknown): Promise<unknown>;
  unseal(store: string, key: IDBValidKey, value: unknown): Promise<Result<unknown, Fault>>;
}

export const OPEN: Vault = {
  id: null,
  seal: async (_store, _key, value) => value,
  unseal: async (_store, _key, value) => ok(value),
};

/** Each value in a task of its own: thousands of records as one text, and back, never hold the page up together. */
export function vaultOf(id: string, key: CryptoKey): Vault {
  const about = (store: string, at: IDBValidKey): string => JSON.stringify(['handcarry', id, store, at]);
  return {
    id,
    seal: async (store, at, value) => {
      await nextTask();
      return sealBytes(key, new TextEncoder().encode(packed(value)), about(store, at));
    },
    unseal: async (store, at, value) => {
      const bytes = isSealed(value) ? await unsealBytes(key, value, about(store, at)) : null;
      await nextTask();
      return bytes ? ok(unpacked(new TextDecoder().decode(bytes))) : fail(faultOf('damaged'));
    },
  };
}

/** Most values hold no bytes or moments: what JSON reads is then what was packed. */
function unpacked(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return /\{"(?:u32|b64)":/.test(text) ? decode(value) : value;
}

function isSealed(value: unknown): value is Sealed {
  return isRecord(value) && value['nonce'] instanceof Uint8Array && value['bytes'] instanceof Uint8Array;
}
