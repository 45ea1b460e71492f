/** A shelf of stored keys in memory. */
import type { KeyShelf } from '../../../electron/ports/keys/key-shelf.ts';

export interface InMemoryKeyShelf extends KeyShelf {
  readonly records: Map<string, Uint8Array>;
}

export function inMemoryKeyShelf(): InMemoryKeyShelf {
  const records = new Map<string, Uint8Array>();
  return {
    records,
    list: async () => [...records].map(([id, octets]) => ({ id, octets })),
    put: async (id, octets) => void records.set(id, octets),
    remove: async (id) => void records.delete(id),
  };
}
