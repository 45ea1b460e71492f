/** The shelf with its records read: which keys are there, and which files were found that are none. */
import type { KeyShelf } from '../../../ports/keys/key-shelf.ts';
import { decodeStoredKey, encodeStoredKey, type StoredKey } from './stored-key.ts';

export interface KeyRecords {
  /** Oldest first; a file that cannot be read is left where it is and not listed. */
  all(): Promise<StoredKey[]>;
  find(id: string): Promise<StoredKey | null>;
  save(key: StoredKey): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createKeyRecords(shelf: KeyShelf): KeyRecords {
  async function all(): Promise<StoredKey[]> {
    const records = (await shelf.list()).map(({ id, octets }) => {
      const key = octets === null ? null : decodeStoredKey(octets);
      // A record under another name was put there by somebody else.
      return key !== null && key.id === id ? key : null;
    });
    return records.filter((key) => key !== null).toSorted((a, b) => Date.parse(a.addedAt) - Date.parse(b.addedAt));
  }
  return {
    all,
    find: async (id) => (await all()).find((key) => key.id === id) ?? null,
    save: (key) => shelf.put(key.id, encodeStoredKey(key)),
    remove: (id) => shelf.remove(id),
  };
}
